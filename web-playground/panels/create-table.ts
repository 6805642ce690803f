// The form that creates a table: its name, its keys, how it is billed.
import { button, element, field, isRunKey } from "../dom.ts";
import { errorNote, showDialog } from "../dialog.ts";
import type { KeyType } from "../attribute-value.ts";
import type { Session } from "../session.ts";

/** Shows the form as a dialog; the new table becomes the selected one. */
export function showCreateTable(session: Session): void {
  const form = makeForm();
  const problem = element("div", {});
  const create = async () => {
    if (!form.element.reportValidity()) return;
    try {
      const request = form.read();
      await session.call("CreateTable", request);
      dialog.close();
      session.select(request.TableName);
    } catch (error) {
      problem.replaceChildren(errorNote(error));
    }
  };
  form.element.addEventListener("submit", (event) => {
    event.preventDefault();
    void create();
  });
  form.element.addEventListener("keydown", (event) => {
    if (isRunKey(event)) void create();
  });
  const cancel = button("Cancel", () => dialog.close());
  const submit = button("Create table", () => void create(), { kind: "primary" });
  const dialog = showDialog("Create a table", [form.element, problem], [cancel, submit]);
  form.name.focus();
}

function makeForm() {
  const name = textInput("Orders", true);
  const partitionKey = keyInputs("CustomerId", true);
  const sortKey = keyInputs("OrderId", false);
  const billing = makeBilling();
  const form = element(
    "form",
    { class: "form" },
    field("Table name", name, "3 to 255 of a–z, A–Z, 0–9, “_”, “-” and “.”"),
    element(
      "div",
      { class: "form-row" },
      field("Partition key", partitionKey.name),
      partitionKey.type,
    ),
    element("div", { class: "form-row" }, field("Sort key (optional)", sortKey.name), sortKey.type),
    billing.element,
    // Enter in a text field submits only where a form has a submit button of its own.
    element("button", { type: "submit", hidden: true }),
  );
  const read = () => {
    const keys = [partitionKey.read("HASH"), sortKey.read("RANGE")].filter(
      (key) => key.name !== "",
    );
    return {
      TableName: name.value,
      KeySchema: keys.map((key) => ({ AttributeName: key.name, KeyType: key.role })),
      AttributeDefinitions: keys.map((key) => ({
        AttributeName: key.name,
        AttributeType: key.type,
      })),
      ...billing.read(),
    };
  };
  return { element: form, name, read };
}

function textInput(placeholder: string, required: boolean): HTMLInputElement {
  const settings = { placeholder, required, autocomplete: "off", spellcheck: false } as const;
  return element("input", { type: "text", ...settings });
}

function keyInputs(placeholder: string, required: boolean) {
  const name = textInput(placeholder, required);
  const type = element("select", {}, ...keyTypeOptions());
  const read = (role: "HASH" | "RANGE") => ({
    role,
    name: name.value.trim(),
    type: type.value as KeyType,
  });
  return { name, type: field("Type", type), read };
}

function keyTypeOptions(): HTMLOptionElement[] {
  const labels: Record<KeyType, string> = { S: "String", N: "Number", B: "Binary" };
  return Object.entries(labels).map(([value, label]) => element("option", { value }, label));
}

function makeBilling() {
  const units = (label: string) => {
    const input = element("input", { type: "number", min: "1", value: "5", required: true });
    return { input, element: field(label, input) };
  };
  const [read, write] = [units("Read units"), units("Write units")];
  const throughput = element(
    "div",
    { class: "form-row", hidden: true },
    read.element,
    write.element,
  );
  const mode = element(
    "select",
    { on: { change: () => (throughput.hidden = mode.value !== "PROVISIONED") } },
    element("option", { value: "PAY_PER_REQUEST" }, "On demand"),
    element("option", { value: "PROVISIONED" }, "Provisioned"),
  );
  const provisioned = () => ({
    BillingMode: "PROVISIONED",
    ProvisionedThroughput: {
      ReadCapacityUnits: read.input.valueAsNumber,
      WriteCapacityUnits: write.input.valueAsNumber,
    },
  });
  return {
    element: element("div", {}, field("Billing mode", mode), throughput),
    read: () => (mode.value === "PROVISIONED" ? provisioned() : { BillingMode: mode.value }),
  };
}
