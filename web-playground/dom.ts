// Building elements: one function for HTML, one for the icons. Texts go in as text nodes alone, so
// nothing that a database holds can become markup.

type Child = Node | string | undefined | false;
type Properties<Tag extends keyof HTMLElementTagNameMap> = Partial<
  Omit<HTMLElementTagNameMap[Tag], "style" | "dataset">
> & {
  class?: string;
  aria?: Record<string, string>;
  data?: Record<string, string>;
  on?: { [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void };
};

/** An element with properties, attributes, listeners and children. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties<Tag> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const { class: classes, aria = {}, data = {}, on = {}, ...rest } = properties;
  const made = document.createElement(tag);
  if (classes !== undefined) made.className = classes;
  for (const [name, value] of Object.entries(aria)) made.setAttribute(`aria-${name}`, value);
  Object.assign(made.dataset, data);
  for (const [name, listener] of Object.entries(on)) {
    made.addEventListener(name, listener as EventListener);
  }
  Object.assign(made, rest);
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}

const iconPaths = {
  plus: "M8 3v10M3 8h10",
  table: "M2.5 3.5h11v9h-11zM2.5 6.5h11M6.5 6.5v6",
  trash: "M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5M6.8 7v3.8M9.2 7v3.8",
  refresh: "M13 8a5 5 0 1 1-1.5-3.6M13 2.5v2.4h-2.4",
  play: "M5 3.2v9.6L12.6 8z",
  left: "M9.8 3.5 5.3 8l4.5 4.5",
  right: "M6.2 3.5 10.7 8l-4.5 4.5",
  download: "M8 2.5v7.6M4.8 7.2 8 10.3l3.2-3.1M2.8 13.2h10.4",
  upload: "M8 10.4V2.8M4.8 5.8 8 2.7l3.2 3.1M2.8 13.2h10.4",
  theme: "M8 2.5a5.5 5.5 0 1 0 0 11zM8 2.5a5.5 5.5 0 0 1 0 11",
  close: "M4 4l8 8M12 4l-8 8",
  warning: "M8 2.6 14 13H2zM8 6.6v3M8 11.2v.3",
  copy: "M5.5 5.5h7v8h-7zM3.5 10.5v-8h7",
} as const;

/** A 16-pixel line drawing, hidden from screen readers: the control beside it has the words. */
export function icon(name: keyof typeof iconPaths): SVGSVGElement {
  const namespace = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(namespace, "svg");
  drawing.setAttribute("viewBox", "0 0 16 16");
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(namespace, "path");
  path.setAttribute("d", iconPaths[name]);
  drawing.append(path);
  return drawing;
}

/** A button with an optional icon; `kind` gives its weight. */
export function button(
  label: string,
  run: () => void,
  options: { icon?: keyof typeof iconPaths; kind?: "primary" | "danger" | "quiet" } = {},
): HTMLButtonElement {
  const drawing = options.icon && icon(options.icon);
  const classes = `button ${options.kind ?? ""}`.trim();
  return element("button", { type: "button", class: classes, on: { click: run } }, drawing, label);
}

/** A button that shows its icon alone. */
export function iconButton(
  name: keyof typeof iconPaths,
  label: string,
  run: () => void,
): HTMLButtonElement {
  const properties = { type: "button" as const, class: "button quiet only-icon", title: label };
  return element("button", { ...properties, aria: { label }, on: { click: run } }, icon(name));
}

/** A labelled form control. */
export function field(label: string, control: HTMLElement, hint?: string): HTMLLabelElement {
  const words = element("span", { class: "field-label" }, label);
  const note = hint === undefined ? undefined : element("span", { class: "hint" }, hint);
  return element("label", { class: "field" }, words, control, note);
}

/** Ctrl+Enter, or Cmd+Enter on a Mac. */
export function isRunKey(event: KeyboardEvent): boolean {
  return event.key === "Enter" && (event.ctrlKey || event.metaKey);
}
