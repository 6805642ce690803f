// The bar under the partitions' facts that puts a load on the table: what kind, how much, on how many
// keys; and what becomes of it, second by second.
import { button, element } from "../dom.ts";
import { formatCount } from "../format.ts";
import { Load, type LoadSecond } from "../load.ts";
import type { Session } from "../session.ts";

const kinds = [
  ["write", "writes"],
  ["read", "reads"],
] as const;
const rates = [100, 500, 1000, 1500, 3000, 6000];
const spreads = [
  [1, "one key"],
  [2, "2 keys"],
  [10, "10 keys"],
  [100, "100 keys"],
  [10_000, "10,000 keys"],
] as const;
const hint = "Of keys that do not exist: it takes units and changes no item.";

export class LoadBar {
  readonly element: HTMLElement;
  /** Told once a second while it runs. */
  onSecond: () => void = () => {};
  private readonly session: Session;
  private readonly load: Load;
  private readonly kind = select("Kind of load", kinds, "write");
  private readonly rate = select(
    "Requests a second",
    rates.map((rate) => [rate, `${formatCount(rate)} a second`] as const),
    1500,
  );
  private readonly keys = select("Keys", spreads, 1);
  private readonly toggle = button("Start load", () => void this.turn());
  private readonly outcome = element("output", { class: "load-outcome" }, hint);
  private table: string | undefined;
  private isStanding = false;

  constructor(session: Session) {
    this.session = session;
    this.load = new Load(session);
    this.load.onSecond = (second) => this.show(second);
    this.load.onFailure = (error) => {
      this.stop();
      this.outcome.textContent = error instanceof Error ? error.message : String(error);
    };
    for (const control of [this.kind, this.rate, this.keys]) {
      control.addEventListener("change", () => this.restart());
    }
    const words = ["of", "on"].map((word) => element("span", {}, word));
    this.element = element(
      "div",
      { class: "load-bar", role: "group", aria: { label: "Load" } },
      this.toggle,
      words[0],
      this.rate,
      this.kind,
      words[1],
      this.keys,
      this.outcome,
    );
    session.on("selection", () => this.stop());
    session.on("tables", () => this.follow());
  }

  private async turn(): Promise<void> {
    if (this.load.isRunning) return this.stop();
    const table = this.session.selectedTable;
    if (table === undefined) return;
    this.table = table.name;
    this.load.start(table, this.options());
    this.toggle.textContent = "Stop load";
    this.toggle.classList.add("danger");
    this.outcome.textContent = "…";
    const clock = await this.session.callQuietly<{ State: string }>("Pixii_1.DescribeClock", {});
    this.isStanding = clock.State === "STANDING";
  }

  private restart(): void {
    const table = this.session.selectedTable;
    if (this.load.isRunning && table !== undefined) this.load.start(table, this.options());
  }

  private stop(): void {
    this.load.stop();
    this.toggle.textContent = "Start load";
    this.toggle.classList.remove("danger");
    this.outcome.textContent = hint;
    this.outcome.classList.remove("throttled");
  }

  /** The table may be gone. */
  private follow(): void {
    const isThere = this.session.tables.some(({ name }) => name === this.table);
    if (this.load.isRunning && !isThere) this.stop();
  }

  private options() {
    return {
      kind: this.kind.value === "read" ? ("read" as const) : ("write" as const),
      perSecond: Number(this.rate.value),
      keys: Number(this.keys.value),
    };
  }

  private show({ served, throttled }: LoadSecond): void {
    if (!this.load.isRunning) return;
    const counts = `${formatCount(served)} served, ${formatCount(throttled)} throttled`;
    const stands = "the clock stands, so what is used up does not come back";
    this.outcome.textContent = this.isStanding ? `${counts}; ${stands}` : counts;
    this.outcome.classList.toggle("throttled", throttled > 0);
    this.onSecond();
  }
}

function select(
  label: string,
  options: readonly (readonly [string | number, string])[],
  chosen: string | number,
): HTMLSelectElement {
  const made = element("select", { aria: { label } });
  made.append(...options.map(([value, name]) => element("option", { value: `${value}` }, name)));
  made.value = `${chosen}`;
  return made;
}
