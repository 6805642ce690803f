// The items panel: the selected table's facts, a bar to scan or query it, and one page of its items
// at a time, going on from LastEvaluatedKey.
import { showItemEditor } from "./item-editor.ts";
import { makePageQuery, type PageRequest } from "./page-query.ts";
import { describeValue, type Item } from "../attribute-value.ts";
import { attempt, confirmDeletion, errorNote } from "../dialog.ts";
import { button, element } from "../dom.ts";
import { formatBytes, formatItems, formatMilliseconds } from "../format.ts";
import { sampleButton } from "./tables.ts";
import { samples } from "../samples.ts";
import { parseAnswer, type KeyAttribute, type Session, type TableSummary } from "../session.ts";
import { showCreateTable } from "./create-table.ts";

interface Page {
  Items: Item[];
  ScannedCount: number;
  LastEvaluatedKey?: Item;
}

export function itemsPanel(session: Session): HTMLElement {
  const panel = element("section", { class: "items-panel" });
  let view: TableView | undefined;
  const draw = () => {
    const table = session.selectedTable;
    if (table === undefined) {
      view = undefined;
      panel.replaceChildren(welcome(session));
    } else if (view?.name === table.name) {
      view.describe(table);
    } else {
      view = new TableView(session, table);
      panel.replaceChildren(view.element);
      void view.load();
    }
  };
  session.on("tables", draw);
  session.on("selection", draw);
  session.on("items", () => void view?.load());
  draw();
  return panel;
}

function welcome(session: Session): HTMLElement {
  return element(
    "div",
    { class: "welcome" },
    element("h2", {}, "A DynamoDB of your own, in this tab"),
    element(
      "p",
      {},
      "Everything runs here in the page: no account, no network. What you make is kept in this ",
      "browser and is still there after a reload. Begin with a sample or with a table of your own.",
    ),
    element(
      "div",
      { class: "welcome-samples" },
      ...samples.map((each) => sampleButton(session, each)),
    ),
    button("New table", () => showCreateTable(session), { icon: "plus", kind: "primary" }),
  );
}

/** Everything about one table. */
class TableView {
  readonly name: string;
  readonly element: HTMLElement;
  private readonly session: Session;
  private table: TableSummary;
  private readonly facts = element("div", { class: "facts" });
  private readonly grid = element("div", { class: "grid", tabIndex: 0 });
  private readonly pager = element("div", { class: "pager" });
  private request: PageRequest;
  /** The start key of every page up to the one shown; the first page has none. */
  private starts: (Item | undefined)[] = [undefined];
  private loads = 0;

  constructor(session: Session, table: TableSummary) {
    this.session = session;
    this.table = table;
    this.name = table.name;
    const query = makePageQuery(table, (request) => this.run(request));
    this.request = query.first;
    this.element = element(
      "div",
      { class: "table-view" },
      element("header", { class: "table-head" }, this.title(), this.actions()),
      query.element,
      this.grid,
      this.pager,
    );
    this.describe(table);
  }

  /** Shows what is known of the table by now. */
  describe(table: TableSummary): void {
    this.table = table;
    const { partitionKey, sortKey, billingMode, status, itemCount, sizeBytes } = table;
    const billing = billingMode === "PAY_PER_REQUEST" ? "on demand" : "provisioned";
    this.facts.replaceChildren(
      keyFact("partition key", partitionKey),
      ...(sortKey === undefined ? [] : [keyFact("sort key", sortKey)]),
      element("span", { class: "fact" }, `${formatItems(itemCount)}, ${formatBytes(sizeBytes)}`),
      element("span", { class: "fact" }, billing),
      element("span", { class: `fact status ${status.toLowerCase()}` }, status.toLowerCase()),
    );
  }

  /** Reads the page shown once more. */
  async load(): Promise<void> {
    const load = ++this.loads;
    const start = this.starts.at(-1);
    const { operation, request } = this.request;
    const whole = start === undefined ? request : { ...request, ExclusiveStartKey: start };
    this.element.classList.add("loading");
    try {
      const exchange = await this.session.send(operation, JSON.stringify(whole));
      if (load !== this.loads) return;
      this.show(parseAnswer<Page>(exchange), exchange.milliseconds);
    } catch (error) {
      if (load === this.loads) this.grid.replaceChildren(errorNote(error));
      this.pager.replaceChildren();
    } finally {
      this.element.classList.remove("loading");
    }
  }

  private run(request: PageRequest): void {
    this.request = request;
    this.starts = [undefined];
    void this.load();
  }

  private title(): HTMLElement {
    return element("div", { class: "table-title" }, element("h2", {}, this.name), this.facts);
  }

  private actions(): HTMLElement {
    const remove = button("Delete table", () => void attempt(() => this.deleteTable()), {
      icon: "trash",
      kind: "quiet",
    });
    const add = button("New item", () => showItemEditor(this.session, this.table), {
      icon: "plus",
      kind: "primary",
    });
    return element("div", { class: "actions" }, remove, add);
  }

  private async deleteTable(): Promise<void> {
    const { name, itemCount } = this.table;
    const text = `“${name}” and its ${formatItems(itemCount)} will be gone for good.`;
    if (!(await confirmDeletion("Delete this table?", text, "Delete table"))) return;
    await this.session.call("DeleteTable", { TableName: name });
  }

  private show(page: Page, milliseconds: number): void {
    const { Items, LastEvaluatedKey } = page;
    this.grid.replaceChildren(Items.length === 0 ? this.nothing() : this.itemTable(Items));
    this.grid.scrollTop = 0;
    const found = `${formatItems(Items.length)} on page ${this.starts.length}`;
    const read = page.ScannedCount === Items.length ? "" : `, ${page.ScannedCount} read`;
    const previous = button("Previous", () => this.turn(this.starts.slice(0, -1)), {
      icon: "left",
    });
    const next = button("Next", () => this.turn([...this.starts, LastEvaluatedKey]), {
      icon: "right",
    });
    previous.disabled = this.starts.length === 1;
    next.disabled = LastEvaluatedKey === undefined;
    next.classList.add("icon-last");
    const time = formatMilliseconds(milliseconds);
    this.pager.replaceChildren(
      element("span", { class: "found", role: "status" }, `${found}${read} · ${time}`),
      previous,
      next,
    );
  }

  private turn(starts: (Item | undefined)[]): void {
    this.starts = starts;
    void this.load();
  }

  private nothing(): HTMLElement {
    const isWholeTable = this.request.operation === "Scan";
    const first = isWholeTable ? "This table has no items yet." : "No items under this key.";
    // A page that is full may be the last: DynamoDB tells only on the next one.
    const text = this.starts.length === 1 ? first : "There are no more items.";
    return element(
      "div",
      { class: "nothing" },
      element("p", {}, text),
      button("New item", () => showItemEditor(this.session, this.table), { icon: "plus" }),
    );
  }

  private itemTable(items: Item[]): HTMLElement {
    const columns = this.columns(items);
    const keys = new Set([this.table.partitionKey.name, this.table.sortKey?.name]);
    const heads = columns.map((name) =>
      element("th", { scope: "col", class: keys.has(name) ? "key" : "" }, name),
    );
    const rows = items.map((item) => this.itemRow(item, columns));
    const head = element("thead", {}, element("tr", {}, ...heads));
    return element("table", {}, head, element("tbody", {}, ...rows));
  }

  /** The key attributes, then the plain others, those that most items have first, then the nested. */
  private columns(items: Item[]): string[] {
    const weights = new Map<string, number>();
    for (const item of items) {
      for (const [name, value] of Object.entries(item)) {
        const weight = "L" in value || "M" in value ? 1 : 1000;
        weights.set(name, (weights.get(name) ?? 0) + weight);
      }
    }
    const { partitionKey, sortKey } = this.table;
    const keys = sortKey === undefined ? [partitionKey.name] : [partitionKey.name, sortKey.name];
    for (const name of keys) weights.delete(name);
    const others = [...weights].sort(([a, m], [b, n]) => n - m || a.localeCompare(b));
    return [...keys, ...others.map(([name]) => name)];
  }

  private itemRow(item: Item, columns: string[]): HTMLElement {
    const edit = () => showItemEditor(this.session, this.table, item);
    const cells = columns.map((name) => {
      const value = item[name];
      if (value === undefined) return element("td", { class: "absent" });
      const { type, text } = describeValue(value);
      return element(
        "td",
        { class: `type-${type}`, title: `${type}  ${text.slice(0, 500)}` },
        text,
      );
    });
    const keydown = (event: KeyboardEvent) => {
      if (event.key === "Enter") edit();
    };
    return element("tr", { tabIndex: 0, on: { click: edit, keydown } }, ...cells);
  }
}

function keyFact(role: string, key: KeyAttribute): HTMLElement {
  const type = element("span", { class: "key-type" }, key.type);
  return element(
    "span",
    { class: "fact", title: role },
    `${role} `,
    element("b", {}, key.name),
    type,
  );
}
