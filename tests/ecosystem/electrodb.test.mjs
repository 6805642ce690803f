// ElectroDB over a single table: entities, their queries with composed keys, conditions and updates,
// pages, batches, collections and transactions.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { eachWay } from "./each-way.mjs";
import { makeTable, openOffice, table } from "./electrodb-shop.mjs";

const ada = {
  employee: "ada",
  office: "london",
  team: "research",
  salary: 3000,
  title: "engine programmer",
  skills: ["poetry", "analysis"],
  address: { street: "St James's Square", floor: 2 },
  notes: ["first"],
  hired: "1843-01-01",
};
const staff = (number) => ({
  employee: `person-${String(number).padStart(2, "0")}`,
  office: number % 2 ? "london" : "paris",
  team: ["sales", "research", "support"][number % 3],
  salary: 1000 + number,
});
const byEmployee = (list) =>
  list.toSorted((one, other) => one.employee.localeCompare(other.employee));

eachWay("ElectroDB", (place) => {
  let office;
  let employees;
  let tasks;

  beforeEach(async () => {
    await makeTable(place.client);
    office = openOffice(place.client);
    ({ employees, tasks } = office.entities);
  });

  const hire = (count) =>
    employees.put(Array.from({ length: count }, (_, number) => staff(number))).go();
  const assign = (project, task, points) =>
    tasks.put({ employee: "ada", project, task, points }).go();

  test("a created entity has its defaults, and comes back by its key", async () => {
    const { data } = await employees.create(ada).go();
    assert.deepEqual(
      { ...data, skills: [...data.skills].sort() },
      {
        ...ada,
        visits: 0,
        skills: ["analysis", "poetry"],
      },
    );
    const found = await employees.get({ employee: "ada" }).go();
    assert.equal(found.data.title, "engine programmer");
    assert.deepEqual(found.data.address, ada.address);
    assert.deepEqual([...found.data.skills].sort(), ["analysis", "poetry"]);
  });

  test("the item carries ElectroDB's composed keys and its own mark", async () => {
    await employees.put({ ...ada, secret: "hush" }).go();
    const Key = { pk: "$office#employee_ada", sk: "$everything#employee_1" };
    const { Item } = await place.client.send(new GetCommand({ TableName: table, Key }));
    assert.equal(Item.__edb_e__, "employee");
    assert.equal(Item.gsi1pk, "$office#office_london");
    assert.equal(Item.gsi1sk, "$employee_1#team_research#salary_0003000".replace("000", ""));
    assert.equal(Item.secret, "hush");
  });

  test("an entity that does not exist is null", async () => {
    assert.equal((await employees.get({ employee: "nobody" }).go()).data, null);
  });

  test("hidden attributes are stored and not shown", async () => {
    await employees.put({ ...ada, secret: "hush" }).go();
    assert.equal((await employees.get({ employee: "ada" }).go()).data.secret, undefined);
  });

  test("creating twice is refused by a condition", async () => {
    await employees.create(ada).go();
    await assert.rejects(employees.create(ada).go(), (error) => {
      assert.match(error.message, /The conditional request failed/);
      return true;
    });
  });

  test("patching needs an item, upserting makes one", async () => {
    const nobody = employees.patch({ employee: "eve" }).set({ title: "spy" }).go();
    await assert.rejects(nobody, /The conditional request failed/);
    const eve = { employee: "eve", office: "paris", team: "sales", salary: 5, title: "spy" };
    await employees.upsert(eve).go();
    const { data } = await employees.get({ employee: "eve" }).go();
    assert.equal(data.title, "spy");
    assert.equal(data.visits, 0);
  });

  test("one update may not name an attribute twice", async () => {
    await employees.create(ada).go();
    const twice = employees.patch({ employee: "ada" }).set({ title: "countess" });
    const refused = twice.remove(["title"]).go();
    await assert.rejects(refused, /Two document paths overlap with each other/);
  });

  test("numbers are added and subtracted, lists appended, attributes removed", async () => {
    await employees.create(ada).go();
    const { data } = await employees
      .patch({ employee: "ada" })
      .add({ visits: 2, skills: ["music"] })
      .subtract({ salary: 500 })
      .append({ notes: ["second"] })
      .remove(["title"])
      .composite({ office: "london", team: "research" })
      .go({ response: "all_new" });
    assert.equal(data.visits, 2);
    assert.equal(data.salary, 2500);
    assert.deepEqual(data.notes, ["first", "second"]);
    assert.equal(data.title, undefined);
    assert.deepEqual([...data.skills].sort(), ["analysis", "music", "poetry"]);
  });

  test("data() writes into maps and lists by reference", async () => {
    await employees.create(ada).go();
    const { data } = await employees
      .patch({ employee: "ada" })
      .data(({ address, notes, skills }, { set, remove, del }) => {
        set(address.floor, 5);
        set(notes[0], "changed");
        remove(address.street);
        del(skills, ["poetry"]);
      })
      .go({ response: "updated_new" });
    assert.deepEqual(data.address, { floor: 5 });
    assert.deepEqual(data.notes, ["changed"]);
    const { data: after } = await employees.get({ employee: "ada" }).go();
    assert.deepEqual(after.address, { floor: 5 });
    assert.deepEqual([...after.skills], ["analysis"]);
  });

  test("where() guards a write", async () => {
    await employees.create(ada).go();
    const raise = (least) =>
      employees
        .patch({ employee: "ada" })
        .set({ title: "countess" })
        .where(({ salary, title }, { gte, exists }) => `${gte(salary, least)} AND ${exists(title)}`)
        .go();
    await assert.rejects(raise(3001), /The conditional request failed/);
    await raise(3000);
    assert.equal((await employees.get({ employee: "ada" }).go()).data.title, "countess");
  });

  test("a query by an index follows its composed sort key", async () => {
    await hire(12);
    const inTeam = await employees.query.byOffice({ office: "paris", team: "sales" }).go();
    assert.deepEqual(
      inTeam.data.map(({ employee }) => employee),
      ["person-00", "person-06"],
    );
    const everyone = await employees.query.byOffice({ office: "paris" }).go();
    assert.equal(everyone.data.length, 6);
    const backwards = await employees.query.byOffice({ office: "paris" }).go({ order: "desc" });
    assert.deepEqual(backwards.data, everyone.data.toReversed());
  });

  test("sort key operations: begins, between, gt, gte, lt, lte", async () => {
    for (const task of ["alpha", "beta", "gamma", "delta"]) await assign("engine", task);
    const by = async (query) => (await query.go()).data.map(({ task }) => task);
    const { byProject } = tasks.query;
    const of = () => byProject({ project: "engine" });
    assert.deepEqual(await by(of().begins({ task: "g" })), ["gamma"]);
    assert.deepEqual(await by(of().between({ task: "b" }, { task: "dz" })), ["beta", "delta"]);
    assert.deepEqual(await by(of().gt({ task: "beta" })), ["delta", "gamma"]);
    assert.deepEqual(await by(of().gte({ task: "beta" })), ["beta", "delta", "gamma"]);
    assert.deepEqual(await by(of().lt({ task: "beta" })), ["alpha"]);
    assert.deepEqual(await by(of().lte({ task: "beta" })), ["alpha", "beta"]);
  });

  test("pages go on by cursor until there is none", async () => {
    await hire(25);
    const found = [];
    let cursor = null;
    do {
      const page = await employees.query.byTeam({ team: "sales" }).go({ cursor, limit: 4 });
      assert.ok(page.data.length <= 4);
      found.push(...page.data);
      ({ cursor } = page);
    } while (cursor);
    assert.deepEqual(
      found.map(({ employee }) => employee),
      [0, 3, 6, 9, 12, 15, 18, 21, 24].map((number) => staff(number).employee),
    );
  });

  test("count and pages:all read on by themselves", async () => {
    await hire(25);
    const { data } = await employees.query
      .byOffice({ office: "london" })
      .where(({ salary }, { between }) => between(salary, 1005, 1015))
      .go({ pages: "all", params: { Limit: 3 } });
    assert.deepEqual(
      byEmployee(data).map(({ salary }) => salary),
      [1005, 1007, 1009, 1011, 1013, 1015],
    );
  });

  test("a scan filters by the functions of where()", async () => {
    await employees.create(ada).go();
    await hire(6);
    const matching = async (condition) => {
      const { data } = await employees.scan.where(condition).go();
      return byEmployee(data).map(({ employee }) => employee);
    };
    const { employee: third } = staff(3);
    assert.deepEqual(await matching(({ skills }, { contains }) => contains(skills, "poetry")), [
      "ada",
    ]);
    assert.deepEqual(await matching(({ title }, { begins }) => begins(title, "engine")), ["ada"]);
    assert.deepEqual(await matching(({ notes }, { type }) => type(notes, "L")), ["ada"]);
    assert.deepEqual(
      await matching(({ notes }, { size, value }) => `${size(notes)} = ${value(notes, 1)}`),
      ["ada"],
    );
    assert.deepEqual(
      await matching(
        ({ office: where, title, salary }, { ne, notExists, gt }) =>
          `${ne(where, "paris")} AND ${notExists(title)} AND ${gt(salary, 1002)}`,
      ),
      [third, staff(5).employee],
    );
  });

  test("a batch of more than 25 puts, then one get of them all", async () => {
    const { unprocessed } = await hire(60);
    assert.deepEqual(unprocessed, []);
    const keys = Array.from({ length: 60 }, (_, number) => ({ employee: staff(number).employee }));
    const { data } = await employees.get([...keys, { employee: "nobody" }]).go();
    assert.equal(data.length, 60);
    await employees.delete(keys.slice(0, 58)).go();
    const { data: left } = await employees.scan.go();
    assert.deepEqual(
      byEmployee(left).map(({ employee }) => employee),
      ["person-58", "person-59"],
    );
  });

  test("a deleted entity is answered when asked for", async () => {
    await employees.create(ada).go();
    const { data } = await employees.remove({ employee: "ada" }).go({ response: "all_old" });
    assert.equal(data.office, "london");
    assert.equal((await employees.scan.go()).data.length, 0);
    await assert.rejects(employees.remove({ employee: "ada" }).go(), /conditional request failed/);
  });

  test("a collection reads an employee and all tasks in one query", async () => {
    await employees.create(ada).go();
    await assign("engine", "note-g", 8);
    await assign("engine", "note-a", 1);
    await assign("poem", "draft", 3);
    const { data } = await office.collections.everything({ employee: "ada" }).go();
    assert.deepEqual(
      data.employees.map(({ employee }) => employee),
      ["ada"],
    );
    assert.deepEqual(
      data.tasks.map(({ task }) => task),
      ["note-a", "note-g", "draft"],
    );
  });

  test("projected attributes alone come back", async () => {
    await employees.create(ada).go();
    const { data } = await employees
      .get({ employee: "ada" })
      .go({ attributes: ["title", "salary"] });
    assert.deepEqual(data, { title: "engine programmer", salary: 3000 });
  });

  test("a transaction over two entities does all or nothing", async () => {
    await employees.create(ada).go();
    const write = (points) =>
      office.transaction
        .write(({ employees: people, tasks: work }) => [
          people
            .patch({ employee: "ada" })
            .add({ visits: 1 })
            .where(({ visits }, { lt }) => lt(visits, 1))
            .commit(),
          work.put({ employee: "ada", project: "engine", task: "note-g", points }).commit(),
        ])
        .go();
    assert.equal((await write(1)).canceled, false);
    const refused = await write(2);
    assert.equal(refused.canceled, true);
    assert.deepEqual(
      refused.data.map(({ code }) => code),
      ["ConditionalCheckFailed", "None"],
    );
    const { data } = await tasks.get({ employee: "ada", project: "engine", task: "note-g" }).go();
    assert.equal(data.points, 1);
  });

  test("a transaction reads entities together", async () => {
    await employees.create(ada).go();
    await assign("engine", "note-g", 8);
    const { data } = await office.transaction
      .get(({ employees: people, tasks: work }) => [
        people.get({ employee: "ada" }).commit(),
        work.get({ employee: "ada", project: "engine", task: "note-g" }).commit(),
        people.get({ employee: "nobody" }).commit(),
      ])
      .go();
    assert.deepEqual(
      data.map(({ item }) => item?.points ?? item?.salary ?? null),
      [3000, 8, null],
    );
  });
});
