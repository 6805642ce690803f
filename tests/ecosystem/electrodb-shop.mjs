// The model of the ElectroDB tests: employees and their tasks in one table, as a single-table design
// has them, with a collection that reads both at once.
import { Entity, Service } from "electrodb";
import { createTable } from "./each-way.mjs";

const service = "office";
const gsi1 = (pk, sk, more) => ({
  index: "gsi1pk-gsi1sk-index",
  pk: { field: "gsi1pk", composite: pk },
  sk: { field: "gsi1sk", composite: sk },
  ...more,
});
const primary = (pk, sk, more) => ({
  pk: { field: "pk", composite: pk },
  sk: { field: "sk", composite: sk },
  ...more,
});

const employeeModel = {
  model: { entity: "employee", version: "1", service },
  attributes: {
    employee: { type: "string", required: true },
    office: { type: "string", required: true },
    team: { type: ["sales", "research", "support"], required: true },
    salary: { type: "number", default: 1000, validate: (salary) => salary >= 0 },
    title: { type: "string" },
    skills: { type: "set", items: "string" },
    address: {
      type: "map",
      properties: { street: { type: "string" }, floor: { type: "number" } },
    },
    notes: { type: "list", items: { type: "string" } },
    hired: { type: "string", readOnly: true },
    secret: { type: "string", hidden: true },
    visits: { type: "number", default: 0 },
  },
  indexes: {
    staff: primary(["employee"], [], { collection: "everything" }),
    byOffice: gsi1(["office"], ["team", "salary"]),
    byTeam: {
      index: "gsi2pk-gsi2sk-index",
      pk: { field: "gsi2pk", composite: ["team"] },
      sk: { field: "gsi2sk", composite: ["employee"] },
    },
  },
};

const taskModel = {
  model: { entity: "task", version: "1", service },
  attributes: {
    employee: { type: "string", required: true },
    project: { type: "string", required: true },
    task: { type: "string", required: true },
    points: { type: "number", default: 1 },
    closed: { type: "boolean", default: false },
  },
  indexes: {
    assigned: primary(["employee"], ["project", "task"], { collection: "everything" }),
    byProject: gsi1(["project"], ["task"]),
  },
};

export const table = "office";

export const makeTable = (client) =>
  createTable(client, table, ["pk", "sk"], {
    types: { pk: "S", sk: "S", gsi1pk: "S", gsi1sk: "S", gsi2pk: "S", gsi2sk: "S" },
    indexes: {
      "gsi1pk-gsi1sk-index": ["gsi1pk", "gsi1sk"],
      "gsi2pk-gsi2sk-index": ["gsi2pk", "gsi2sk"],
    },
  });

/** The service over both entities: `office.entities`, `office.collections`, `office.transaction`. */
export function openOffice(client) {
  const employees = new Entity(employeeModel, { client, table });
  const tasks = new Entity(taskModel, { client, table });
  return new Service({ employees, tasks }, { client, table });
}
