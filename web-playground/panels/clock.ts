// The clock panel: the database's time, whether it runs or stands, and buttons that move it on. What
// becomes due on the way happens: items expire, stream records are trimmed, tables change their state.
import { attempt } from "../dialog.ts";
import { button, element, field } from "../dom.ts";
import type { Session } from "../session.ts";

interface ClockReading {
  State: "RUNNING" | "STANDING";
  Now: string;
  NowMilliseconds: number;
  NextDue?: string;
}

const steps = [
  ["1 second", 1],
  ["1 minute", 60],
  ["15 minutes", 15 * 60],
  ["1 hour", 3600],
  ["1 day", 86_400],
  ["7 days", 7 * 86_400],
] as const;
const units = [
  ["seconds", 1],
  ["minutes", 60],
  ["hours", 3600],
  ["days", 86_400],
] as const;
const readEveryMs = 1000;

export function clockPanel(session: Session): HTMLElement {
  return new ClockPanel(session).element;
}

class ClockPanel {
  readonly element: HTMLElement;
  private readonly session: Session;
  private readonly time = element("output", { class: "clock-time" });
  private readonly date = element("p", { class: "clock-date" });
  private readonly state = element("span", { class: "badge" });
  private readonly due = element("p", { class: "hint" });
  private readonly toggle = button("Freeze", () => void this.switchState(), { kind: "primary" });
  private isStanding = false;

  constructor(session: Session) {
    this.session = session;
    this.element = this.build();
    session.on("items", () => void this.read());
    session.on("tab", () => void this.read());
    setInterval(() => void this.read(), readEveryMs);
    void this.read();
  }

  private build(): HTMLElement {
    const onward = steps.map(([name, seconds]) =>
      button(`+ ${name}`, () => void this.advance(seconds)),
    );
    const hint =
      "Whatever is due on the way happens, in its order: items expire, stream records are trimmed, " +
      "idempotency tokens are forgotten. Time never goes back.";
    return element(
      "section",
      { class: "clock-panel" },
      element("div", { class: "clock-face" }, this.time, this.date, this.state, this.due),
      element("div", { class: "actions" }, this.toggle),
      element("h3", {}, "Move on"),
      element("div", { class: "actions" }, ...onward),
      this.buildForm(),
      element("p", { class: "hint" }, hint),
    );
  }

  private buildForm(): HTMLElement {
    const count = element("input", { type: "number", value: "49", min: "0", step: "any" });
    const options = units.map(([name, seconds]) =>
      element("option", { value: `${seconds}` }, name),
    );
    const unit = element("select", { aria: { label: "Unit" } }, ...options);
    unit.value = "3600";
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      void this.advance(Number(count.value) * Number(unit.value));
    };
    return element(
      "form",
      { class: "clock-form", on: { submit } },
      field("By", count),
      unit,
      element("button", { type: "submit", class: "button" }, "Advance"),
    );
  }

  private async advance(seconds: number): Promise<void> {
    await this.change("AdvanceClock", { Milliseconds: Math.round(seconds * 1000) });
    // Items may have expired meanwhile.
    this.session.emit("items", undefined);
  }

  private async switchState(): Promise<void> {
    await this.change(this.isStanding ? "ResumeClock" : "FreezeClock", {});
  }

  private async change(operation: string, request: object): Promise<void> {
    await attempt(async () => {
      this.show(await this.session.call<ClockReading>(`Pixii_1.${operation}`, request));
    });
  }

  private async read(): Promise<void> {
    if (this.element.hidden) return;
    try {
      this.show(await this.session.callQuietly<ClockReading>("Pixii_1.DescribeClock", {}));
    } catch {
      this.time.textContent = "–";
    }
  }

  private show({ State, NowMilliseconds, NextDue }: ClockReading): void {
    this.isStanding = State === "STANDING";
    const [date = "", time = ""] = new Date(NowMilliseconds).toISOString().split("T");
    this.time.textContent = time.slice(0, 8);
    this.date.textContent = `${date} · UTC`;
    this.state.textContent = this.isStanding ? "standing" : "running";
    this.state.className = `badge ${this.isStanding ? "changed" : "good"}`;
    this.due.textContent = NextDue === undefined ? "Nothing is due." : `Next due: ${NextDue}`;
    this.toggle.textContent = this.isStanding ? "Resume" : "Freeze";
  }
}
