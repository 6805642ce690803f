// The partitions panel: how a table's keys lie on partitions, how hot each is, what was throttled and
// what would have helped. Capacity is only reported, or enforced as on AWS: the panel switches it.
import { attempt } from "../dialog.ts";
import { element } from "../dom.ts";
import { formatBytes, formatCount } from "../format.ts";
import { PartitionRates, type MinuteSums, type Rate, type Units } from "../partition-rates.ts";
import type { Session } from "../session.ts";
import { LoadBar } from "./load-bar.ts";

interface Partition extends MinuteSums {
  ParentPartitionId?: number;
  Share: number;
  SizeBytes: number;
  Throttles: Units;
  HotKeys?: { Hash: string; Key?: string; Percent: number }[];
}

interface Partitions {
  Capacity: string;
  BillingMode: string;
  ServedUnits: Units;
  Tokens: Units;
  Partitions: Partition[];
}

/** What a partition uses now, beside what it can give. */
interface Use {
  rate: Rate;
  /** 1: the ceiling. */
  heat: number;
}

interface Throttle {
  Time: number;
  Operation: string;
  Reason: string;
  Key?: string;
  PartitionId?: number;
  Advice?: string;
}

const modes = [
  ["default", "as the database"],
  ["report", "report alone"],
  ["enforce", "enforce"],
] as const;
const readEveryMs = 1000;
const throttlesShown = 10;

export function partitionsPanel(session: Session): HTMLElement {
  return new PartitionsPanel(session).element;
}

class PartitionsPanel {
  readonly element: HTMLElement;
  private readonly session: Session;
  private readonly facts = element("div", { class: "facts grow" });
  private readonly index = element("select", { aria: { label: "Table or index" } });
  private readonly mode = element("select", { aria: { label: "Capacity" } });
  private readonly load: LoadBar;
  private readonly strip = element("div", { class: "partition-strip", role: "img" });
  private readonly rows = element("tbody");
  private readonly throttles = element("div", { class: "throttles" });
  private readonly content: HTMLElement;
  private readonly nothing = element("div", { class: "nothing" }, "Create a table to see it.");
  private readonly rates = new PartitionRates();
  private looksAt = "";
  private isReading = false;

  constructor(session: Session) {
    this.session = session;
    this.load = new LoadBar(session);
    this.load.onSecond = () => void this.read();
    for (const [value, name] of modes) this.mode.append(element("option", { value }, name));
    this.mode.addEventListener("change", () => this.switchMode());
    this.index.addEventListener("change", () => void this.read());
    this.content = this.build();
    this.element = element("section", { class: "partitions-panel" }, this.content, this.nothing);
    const read = () => void this.read();
    session.on("selection", () => this.choose());
    session.on("tables", () => this.choose());
    for (const event of ["items", "tab"] as const) session.on(event, read);
    setInterval(read, readEveryMs);
    this.choose();
  }

  private build(): HTMLElement {
    const names = ["Partition", "Heat", "Throttled", "A second", "This minute", "Keys", "Size"];
    const heads = names.map((name) => element("th", { scope: "col" }, name));
    const table = element(
      "table",
      {},
      element("thead", {}, element("tr", {}, ...heads)),
      this.rows,
    );
    return element(
      "div",
      { class: "partitions-content" },
      element("div", { class: "pane-head" }, this.facts, this.index, part("Capacity", this.mode)),
      this.load.element,
      this.strip,
      element("div", { class: "grid" }, table),
      this.throttles,
    );
  }

  /** The selected table and its global indexes, each of which has partitions of its own. */
  private choose(): void {
    const table = this.session.selectedTable;
    const chosen = this.index.value;
    const indexes = table?.globalIndexes ?? [];
    const options = ["", ...indexes].map((value) =>
      element("option", { value }, value === "" ? "the table" : `index ${value}`),
    );
    this.index.replaceChildren(...options);
    this.index.value = indexes.includes(chosen) ? chosen : "";
    this.index.hidden = indexes.length === 0;
    this.content.hidden = table === undefined;
    this.nothing.hidden = table !== undefined;
    void this.read();
  }

  private switchMode(): void {
    const request = { TableName: this.session.selected, Capacity: this.mode.value };
    void attempt(() => this.session.call("Pixii_1.UpdateTableCapacity", request));
  }

  private async read(): Promise<void> {
    const TableName = this.session.selected;
    if (TableName === undefined || this.isReading || this.element.hidden) return;
    this.isReading = true;
    try {
      const index = this.index.value === "" ? {} : { IndexName: this.index.value };
      const [partitions, { Throttles = [] }, modes] = await Promise.all([
        this.session.callQuietly<Partitions>("Pixii_1.DescribePartitions", { TableName, ...index }),
        this.session.callQuietly<{ Throttles?: Throttle[] }>("Pixii_1.ListThrottles", {
          TableName,
        }),
        this.session.callQuietly<Modes>("Pixii_1.DescribeModes", {}),
      ]);
      if (TableName !== this.session.selected) return;
      this.follow(`${TableName} ${this.index.value}`, partitions.Partitions);
      this.showMode(partitions.Capacity, modes.Capacity);
      this.show(partitions, Throttles, ceilingOf(modes));
    } catch (error) {
      this.facts.textContent = error instanceof Error ? error.message : String(error);
    } finally {
      this.isReading = false;
    }
  }

  private follow(place: string, partitions: Partition[]): void {
    if (place !== this.looksAt) this.rates.clear();
    this.looksAt = place;
    this.rates.add(partitions, performance.now());
  }

  /** A table whose capacity is not the database's has a mode of its own, also after a reload. */
  private showMode(own: string, common: string): void {
    if (document.activeElement === this.mode) return;
    if (own !== common) this.mode.value = own;
    else if (this.mode.value !== own) this.mode.value = "default";
  }

  private show(told: Partitions, throttles: Throttle[], ceiling: Rate): void {
    const uses = told.Partitions.map(({ PartitionId }) => this.useOf(PartitionId, ceiling));
    const count = told.Partitions.length;
    const name = count === 1 ? "1 partition" : `${formatCount(count)} partitions`;
    const isOnDemand = told.BillingMode === "PAY_PER_REQUEST";
    this.facts.replaceChildren(
      fact(name),
      fact(isOnDemand ? "on demand" : "provisioned"),
      fact(`${units(told.ServedUnits)} a second`),
      fact(`${units(told.Tokens)} saved for bursts`),
      fact(told.Capacity === "enforce" ? "enforced" : "reported alone"),
    );
    this.strip.ariaLabel = `${name} by their share of the keys; the hottest uses ${percent(
      Math.max(0, ...uses.map(({ heat }) => heat)),
    )} of what a partition serves`;
    this.strip.replaceChildren(...told.Partitions.map((each, at) => stripPart(each, uses[at]!)));
    this.rows.replaceChildren(...told.Partitions.map((each, at) => partitionRow(each, uses[at]!)));
    const isOver = told.Capacity !== "enforce" && uses.some(({ heat }) => heat > 1);
    this.throttles.replaceChildren(...(isOver ? [overNote()] : []), ...throttleNotes(throttles));
  }

  private useOf(id: number, ceiling: Rate): Use {
    const rate = this.rates.of(id);
    return { rate, heat: Math.max(rate.read / ceiling.read, rate.write / ceiling.write) };
  }
}

/** As wide as its share of the keys, as red as it is hot. */
function stripPart({ PartitionId, Share, Throttles }: Partition, { heat }: Use): HTMLElement {
  const title = `Partition ${PartitionId}: ${percent(heat)} of what it can give`;
  const made = element("span", { title }, Share >= 0.06 && heat >= 0.01 && percent(heat));
  made.style.setProperty("--share", String(Share));
  made.style.setProperty("--heat", percent(Math.min(1, heat)));
  if (heat >= 0.6) made.dataset["hot"] = "true";
  if (sum(Throttles) > 0) made.dataset["throttled"] = "true";
  return made;
}

function partitionRow(partition: Partition, { rate, heat }: Use): HTMLElement {
  const { PartitionId, ParentPartitionId, Share, SizeBytes, HotKeys = [] } = partition;
  const { MinuteUnits, Throttles } = partition;
  const from = ParentPartitionId === undefined ? "" : ` of ${ParentPartitionId}`;
  const [hottest] = HotKeys;
  const isHot = heat >= 0.05 && hottest !== undefined && hottest.Percent >= 10;
  const hot = isHot ? `, ${Math.round(hottest.Percent)}% of it ${nameOf(hottest.Key)}` : "";
  const throttled = sum(Throttles);
  const badge = element("span", { class: "badge bad" }, formatCount(throttled));
  return element(
    "tr",
    {},
    element("td", {}, element("b", {}, String(PartitionId)), from),
    element("td", {}, meter(heat), ` ${percent(heat)}${hot}`),
    element("td", {}, throttled > 0 ? badge : "0"),
    element("td", {}, units({ Read: rate.read, Write: rate.write })),
    element("td", { class: "quiet" }, units(MinuteUnits)),
    element("td", { class: "quiet" }, percent(Share)),
    element("td", { class: "quiet" }, formatBytes(SizeBytes)),
  );
}

/** A key as JSON, cut where it is long. */
function nameOf(key = "one key"): string {
  return key.length > 40 ? `${key.slice(0, 39)}…` : key;
}

function meter(heat: number): HTMLElement {
  const made = element("meter", {
    min: 0,
    max: 1,
    high: 0.8,
    optimum: 0,
    value: Math.min(1, heat),
  });
  made.ariaLabel = "Heat";
  return made;
}

function overNote(): HTMLElement {
  const text =
    "A partition is used beyond what it can give: on AWS these requests would be throttled. " +
    "Let capacity be enforced to see it.";
  return element("p", { class: "hint" }, text);
}

/** Throttles that only their times tell apart are one note. */
function throttleNotes(throttles: Throttle[]): HTMLElement[] {
  if (throttles.length === 0) return [];
  const groups = new Map<string, Throttle[]>();
  for (const throttle of throttles.toReversed()) {
    const alike = JSON.stringify({ ...throttle, Time: 0, Advice: "" });
    groups.set(alike, [...(groups.get(alike) ?? []), throttle]);
  }
  const notes = [...groups.values()].slice(0, throttlesShown).map(throttleNote);
  return [element("h3", {}, "Throttled lately"), element("ul", {}, ...notes)];
}

/** Of throttles alike, newest first. */
function throttleNote(alike: Throttle[]): HTMLElement {
  const { Time, Operation, Reason, Key, PartitionId, Advice } = alike[0]!;
  const at = new Date(Time * 1000).toISOString().slice(11, 19);
  const where = PartitionId === undefined ? "" : ` on partition ${PartitionId}`;
  const what = Key === undefined ? Operation : `${Operation} of ${Key}`;
  const often = alike.length === 1 ? "" : `, ${alike.length} of the newest hundred`;
  return element(
    "li",
    {},
    element("span", { class: "badge bad" }, Reason),
    element("p", {}, `${at} ${what}${where}${often}. ${Advice ?? ""}`),
  );
}

function part(label: string, control: HTMLElement): HTMLElement {
  return element("label", { class: "part" }, label, control);
}

interface Modes {
  Capacity: string;
  Constants: Record<string, string>;
}

/** What one partition can give each second. */
const ceilingOf = ({ Constants }: Modes): Rate => ({
  read: Number(Constants["PartitionReadUnits"]),
  write: Number(Constants["PartitionWriteUnits"]),
});
const fact = (text: string) => element("span", { class: "fact" }, text);
const sum = ({ Read = 0, Write = 0 }: Units) => Read + Write;
const percent = (part: number) => `${Number((part * 100).toFixed(part < 0.1 ? 1 : 0))}%`;
const short = (count: number) => formatCount(Math.round(count * 10) / 10);
const units = ({ Read = 0, Write = 0 }: Units) => `${short(Read)} read, ${short(Write)} write`;
