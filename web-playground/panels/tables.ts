// The tables panel: all tables with their number of items, a button to create one, and the samples.
import { showCreateTable } from "./create-table.ts";
import { button, element, icon } from "../dom.ts";
import { attempt } from "../dialog.ts";
import { formatCount } from "../format.ts";
import { loadSample, samples, type Sample } from "../samples.ts";
import type { Session, TableSummary } from "../session.ts";

export function tablesPanel(session: Session): HTMLElement {
  const list = element("ul", { class: "table-list" });
  const count = element("span", { class: "count" });
  const create = button("New table", () => showCreateTable(session), { icon: "plus" });
  const offered = samplesSection(session);
  const draw = () => {
    count.textContent = session.tables.length === 0 ? "" : formatCount(session.tables.length);
    const none = element("li", { class: "nothing" }, "No tables yet.");
    const rows = session.tables.map((table) => tableRow(session, table));
    // Without tables the items panel offers the samples.
    offered.hidden = rows.length === 0;
    list.replaceChildren(...(rows.length === 0 ? [none] : rows));
  };
  session.on("tables", draw);
  session.on("selection", draw);
  draw();
  return element(
    "aside",
    { class: "sidebar", aria: { label: "Tables" } },
    element("div", { class: "sidebar-title" }, element("h2", {}, "Tables"), count),
    list,
    create,
    offered,
  );
}

function tableRow(session: Session, table: TableSummary): HTMLElement {
  const isSelected = table.name === session.selected;
  const row = element(
    "button",
    { type: "button", class: "table-row", on: { click: () => session.select(table.name) } },
    icon("table"),
    element("span", { class: "table-name", title: table.name }, table.name),
    element("span", { class: "count" }, formatCount(table.itemCount)),
  );
  if (isSelected) row.setAttribute("aria-current", "true");
  return element("li", {}, row);
}

function samplesSection(session: Session): HTMLElement {
  return element(
    "section",
    { class: "samples" },
    element("h2", {}, "Samples"),
    ...samples.map((sample) => sampleButton(session, sample)),
  );
}

/** One click creates the sample's table and loads its items. */
export function sampleButton(session: Session, sample: Sample): HTMLButtonElement {
  const load = async () => {
    made.disabled = true;
    await attempt(() => loadSample(session, sample));
    made.disabled = false;
  };
  const made = element(
    "button",
    { type: "button", class: "sample", on: { click: load } },
    element("strong", {}, sample.name),
    element("span", {}, sample.description),
  );
  return made;
}
