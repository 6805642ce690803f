// The bar over the items: scan the table, or query one partition with a condition on the sort key.
// It only builds the request; the items panel sends it.
import { keyValue, type AttributeValue } from "../attribute-value.ts";
import { button, element } from "../dom.ts";
import type { KeyAttribute, TableSummary } from "../session.ts";

/** A Scan or Query without its start key. */
export interface PageRequest {
  operation: "Scan" | "Query";
  request: object;
}

const conditions = ["=", "<", "<=", ">", ">=", "begins_with", "between"] as const;
type Condition = (typeof conditions)[number];

export function makePageQuery(table: TableSummary, run: (request: PageRequest) => void) {
  const bar = new PageQuery(table, run);
  return { element: bar.element, first: bar.read() };
}

class PageQuery {
  readonly element: HTMLFormElement;
  private readonly table: TableSummary;
  private readonly mode = choice("Read by", ["Scan", "Query"]);
  private readonly partition: HTMLInputElement;
  private readonly condition: HTMLSelectElement;
  private readonly from: HTMLInputElement;
  private readonly to: HTMLInputElement;
  private readonly order = choice("Order", ["Ascending", "Descending"]);
  private readonly limit = choice("Items on a page", ["10", "50", "100", "500"]);

  constructor(table: TableSummary, run: (request: PageRequest) => void) {
    this.table = table;
    const sortType = table.sortKey?.type;
    const usable = conditions.filter((each) => each !== "begins_with" || sortType !== "N");
    this.partition = keyInput(table.partitionKey);
    this.condition = choice("Sort key condition", ["any", ...usable]);
    this.from = keyInput(table.sortKey ?? table.partitionKey);
    this.to = keyInput(table.sortKey ?? table.partitionKey);
    this.limit.value = "50";
    this.element = this.build(run);
    this.arrange();
  }

  /** The request as the bar stands. */
  read(): PageRequest {
    const { name: TableName } = this.table;
    const Limit = Number(this.limit.value);
    if (this.mode.value === "Scan") return { operation: "Scan", request: { TableName, Limit } };
    const ScanIndexForward = this.order.value === "Ascending";
    return {
      operation: "Query",
      request: { TableName, Limit, ScanIndexForward, ...this.keyCondition() },
    };
  }

  private build(run: (request: PageRequest) => void): HTMLFormElement {
    const { partitionKey, sortKey } = this.table;
    const submit = button("Run", () => {}, { icon: "play" });
    submit.type = "submit";
    const form = element(
      "form",
      {
        class: "query-bar",
        aria: { label: "Scan or query" },
        on: { change: () => this.arrange() },
      },
      this.mode,
      part("when-query", element("b", {}, partitionKey.name), "=", this.partition),
      sortKey && part("when-query", element("b", {}, sortKey.name), this.condition),
      sortKey && part("when-query when-condition", this.from),
      sortKey && part("when-query when-between", "and", this.to),
      sortKey && part("when-query", this.order),
      element("label", { class: "part" }, this.limit, "a page"),
      submit,
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      run(this.read());
    });
    return form;
  }

  /** Shows the controls that the present choice needs, and asks for those alone. */
  private arrange(): void {
    const queries = this.mode.value === "Query";
    const compares = queries && this.table.sortKey !== undefined && this.condition.value !== "any";
    const between = compares && this.condition.value === "between";
    this.element.classList.toggle("queries", queries);
    this.element.classList.toggle("compares", compares);
    this.element.classList.toggle("ranges", between);
    this.partition.required = queries;
    this.from.required = compares;
    this.to.required = between;
  }

  private keyCondition() {
    const { partitionKey, sortKey } = this.table;
    const names: Record<string, string> = { "#p": partitionKey.name };
    const values: Record<string, AttributeValue> = {
      ":p": keyValue(partitionKey.type, this.partition.value),
    };
    let expression = "#p = :p";
    const condition = this.condition.value as Condition | "any";
    if (sortKey !== undefined && condition !== "any") {
      names["#s"] = sortKey.name;
      values[":s"] = keyValue(sortKey.type, this.from.value);
      if (condition === "between") values[":t"] = keyValue(sortKey.type, this.to.value);
      expression += ` AND ${sortExpression(condition)}`;
    }
    return {
      KeyConditionExpression: expression,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: values,
    };
  }
}

function sortExpression(condition: Condition): string {
  if (condition === "begins_with") return "begins_with(#s, :s)";
  if (condition === "between") return "#s BETWEEN :s AND :t";
  return `#s ${condition} :s`;
}

function part(classes: string, ...children: (Node | string)[]): HTMLElement {
  return element("span", { class: `part ${classes}` }, ...children);
}

function choice(label: string, values: readonly string[]): HTMLSelectElement {
  const options = values.map((value) => element("option", { value }, value));
  return element("select", { aria: { label } }, ...options);
}

function keyInput({ name, type }: KeyAttribute): HTMLInputElement {
  const placeholder = { S: "text", N: "number", B: "base64" }[type];
  const settings = { placeholder, spellcheck: false, autocomplete: "off" } as const;
  return element("input", { type: "text", ...settings, aria: { label: `Value of ${name}` } });
}
