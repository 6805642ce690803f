// The stream panel: turns a table's stream on and off, and shows its records as they are written,
// newest first. A click on a record shows all of it.
import { describeValue, type Item } from "../attribute-value.ts";
import { attempt, showDialog } from "../dialog.ts";
import { button, element } from "../dom.ts";
import { formatBytes, formatCount } from "../format.ts";
import { jsonView } from "../json-view.ts";
import type { Session } from "../session.ts";
import { StreamTail, type TailRecord } from "../stream-tail.ts";

const shownMax = 200;
const readEveryMs = 1000;
const kinds = { INSERT: "good", MODIFY: "changed", REMOVE: "bad" } as const;

export function streamPanel(session: Session): HTMLElement {
  return new StreamPanel(session).element;
}

class StreamPanel {
  readonly element: HTMLElement;
  private readonly session: Session;
  private readonly head = element("div", { class: "pane-head" });
  private readonly rows = element("tbody");
  private readonly grid: HTMLElement;
  private readonly nothing = element("div", { class: "nothing" });
  private tail: StreamTail | undefined;
  private recordCount = 0;
  private isReading = false;

  constructor(session: Session) {
    this.session = session;
    const heads = ["Time", "Change", "Key", "What changed", "Size"].map((name) =>
      element("th", { scope: "col" }, name),
    );
    const table = element(
      "table",
      {},
      element("thead", {}, element("tr", {}, ...heads)),
      this.rows,
    );
    this.grid = element("div", { class: "grid", aria: { live: "off" } }, table);
    this.element = element(
      "section",
      { class: "stream-panel" },
      this.head,
      this.grid,
      this.nothing,
    );
    session.on("selection", () => this.follow());
    session.on("tables", () => this.follow());
    session.on("items", () => void this.read());
    session.on("tab", () => void this.read());
    setInterval(() => void this.read(), readEveryMs);
    this.follow();
  }

  /** Follows the stream of the selected table; starts again if it is another one. */
  private follow(): void {
    const arn = this.session.selectedTable?.stream?.arn;
    if (arn !== this.tail?.streamArn) {
      this.tail = arn === undefined ? undefined : new StreamTail(this.session, arn);
      this.recordCount = 0;
      this.rows.replaceChildren();
    }
    this.draw();
    void this.read();
  }

  private async read(): Promise<void> {
    const { tail } = this;
    if (tail === undefined || this.isReading || this.element.hidden) return;
    this.isReading = true;
    try {
      const records = await tail.read();
      if (tail === this.tail) this.add(records);
    } catch (error) {
      this.nothing.textContent = error instanceof Error ? error.message : String(error);
      this.nothing.hidden = false;
    } finally {
      this.isReading = false;
    }
  }

  private add(records: TailRecord[]): void {
    this.recordCount += records.length;
    this.rows.prepend(...records.slice(-shownMax).map(recordRow).reverse());
    while (this.rows.children.length > shownMax) this.rows.lastElementChild!.remove();
    this.draw();
  }

  private draw(): void {
    const table = this.session.selectedTable;
    this.grid.hidden = this.recordCount === 0;
    this.nothing.hidden = this.recordCount > 0;
    if (table === undefined) {
      this.nothing.textContent = "Create a table to see its stream.";
      return this.head.replaceChildren();
    }
    if (this.tail === undefined) {
      const turnOn = button("Turn on the stream", () => this.turn(true), { kind: "primary" });
      this.nothing.textContent = `${table.name} has no stream: what is written is not recorded.`;
      return this.head.replaceChildren(element("p", { class: "hint grow" }), turnOn);
    }
    this.nothing.textContent = "No records yet. Put, change or delete an item to see it here.";
    const turnOff = button("Turn off", () => this.turn(false), { kind: "quiet" });
    this.head.replaceChildren(this.facts(table.stream?.viewType ?? "", this.tail), turnOff);
  }

  private facts(viewType: string, { shardCount, openShardCount }: StreamTail): HTMLElement {
    const shards = shardCount === 1 ? "1 shard" : `${shardCount} shards, ${openShardCount} open`;
    const count = this.recordCount === 1 ? "1 record" : `${formatCount(this.recordCount)} records`;
    return element("p", { class: "hint grow" }, `${viewType} · ${shards} · ${count} read`);
  }

  private turn(on: boolean): void {
    const StreamViewType = "NEW_AND_OLD_IMAGES";
    const specification = on ? { StreamEnabled: true, StreamViewType } : { StreamEnabled: false };
    const request = { TableName: this.session.selected, StreamSpecification: specification };
    void attempt(() => this.session.call("UpdateTable", request));
  }
}

function recordRow(record: TailRecord): HTMLElement {
  const { eventName, dynamodb, userIdentity } = record;
  const show = () => showRecord(record);
  const keydown = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    // Else the dialog's button, which has the focus then, would take the same key.
    event.preventDefault();
    show();
  };
  const at = new Date(dynamodb.ApproximateCreationDateTime * 1000).toISOString();
  const day = element("span", { class: "day" }, `${at.slice(0, 10)} `);
  const expired = userIdentity && element("span", { class: "badge" }, "expired");
  return element(
    "tr",
    { tabIndex: 0, on: { click: show, keydown } },
    element("td", { class: "quiet", title: at }, day, at.slice(11, 19)),
    element("td", {}, element("span", { class: `badge ${kinds[eventName]}` }, eventName), expired),
    element("td", {}, element("b", {}, describeItem(dynamodb.Keys))),
    element("td", {}, describeChange(record)),
    element("td", { class: "quiet" }, formatBytes(dynamodb.SizeBytes)),
  );
}

/** One line: the attributes that changed, or what came or went. */
function describeChange({ eventName, dynamodb }: TailRecord): string {
  const { Keys, NewImage, OldImage } = dynamodb;
  if (eventName === "MODIFY" && NewImage !== undefined && OldImage !== undefined) {
    const names = [...new Set([...Object.keys(OldImage), ...Object.keys(NewImage)])];
    const changes = names.map((name) => [name, text(OldImage, name), text(NewImage, name)]);
    const changed = changes.filter(([, before, after]) => before !== after);
    return changed.map(([name, before, after]) => `${name}: ${before} → ${after}`).join(", ");
  }
  const image: Item = { ...(NewImage ?? OldImage) };
  for (const name of Object.keys(Keys)) delete image[name];
  return describeItem(image);
}

const text = (image: Item, name: string) =>
  image[name] === undefined ? "nothing" : describeValue(image[name]).text;

const describeItem = (image: Item) =>
  Object.entries(image)
    .map(([name, value]) => `${name}: ${describeValue(value).text}`)
    .join(", ");

function showRecord(record: TailRecord): void {
  const close = button("Close", () => dialog.close(), { kind: "primary" });
  const title = `${record.eventName} ${describeItem(record.dynamodb.Keys)}`;
  const dialog = showDialog(title, [jsonView(JSON.stringify(record))], [close]);
}
