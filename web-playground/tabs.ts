// Tabs as assistive technology knows them: one is shown, arrow keys move between them.
import { element } from "./dom.ts";

interface Tab {
  id: string;
  label: string;
  content: HTMLElement;
}

export class Tabs {
  readonly element: HTMLElement;
  /** Told when another tab is shown. */
  onShow: () => void = () => {};
  /** The id of the tab that is shown. */
  shown: string;
  private readonly tabs: Tab[];
  private readonly handles: HTMLButtonElement[];

  constructor(tabs: Tab[]) {
    this.tabs = tabs;
    this.shown = tabs[0]!.id;
    this.handles = tabs.map((tab) => this.makeHandle(tab));
    const keydown = (event: KeyboardEvent) => this.move(event);
    const list = element(
      "div",
      { class: "tabs", role: "tablist", on: { keydown } },
      ...this.handles,
    );
    for (const { id, content } of tabs) {
      content.id = `panel-${id}`;
      content.setAttribute("role", "tabpanel");
      content.setAttribute("aria-labelledby", `tab-${id}`);
    }
    this.element = element("div", { class: "tabbed" }, list, ...tabs.map(({ content }) => content));
    this.show(this.shown);
  }

  /** Shows a tab; an id that no tab has changes nothing. */
  show(id: string): void {
    if (!this.tabs.some((tab) => tab.id === id)) return;
    this.shown = id;
    this.tabs.forEach((tab, at) => {
      const handle = this.handles[at]!;
      tab.content.hidden = tab.id !== id;
      handle.setAttribute("aria-selected", String(tab.id === id));
      handle.tabIndex = tab.id === id ? 0 : -1;
      // In a narrow window there are more tabs than fit.
      if (tab.id === id) handle.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
    this.onShow();
  }

  private makeHandle({ id, label }: Tab): HTMLButtonElement {
    const show = () => this.show(id);
    const aria = { controls: `panel-${id}` };
    const properties = { type: "button", id: `tab-${id}`, role: "tab", class: "tab" } as const;
    return element("button", { ...properties, aria, on: { click: show } }, label);
  }

  private move(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const from = this.tabs.findIndex(({ id }) => id === this.shown);
    const to = (from + step + this.tabs.length) % this.tabs.length;
    this.show(this.tabs[to]!.id);
    this.handles[to]!.focus();
  }
}
