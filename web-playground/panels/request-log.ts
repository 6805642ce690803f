// The request log: what was sent since the page was opened, newest first. A click brings a request
// and its answer back into the request panel.
import { button, element } from "../dom.ts";
import { formatMilliseconds, formatTime } from "../format.ts";
import { parseError, type Exchange, type Session } from "../session.ts";

export function requestLogPanel(session: Session): HTMLElement {
  const rows = element("tbody");
  const clear = button("Clear", () => session.clearLog(), { icon: "trash", kind: "quiet" });
  const title = element("p", { class: "hint grow" }, "Choose a request to see and repeat it.");
  const empty = element("div", { class: "nothing" }, "Nothing was sent yet.");
  const heads = ["Time", "Operation", "Table", "Status", "Took"].map((name) =>
    element("th", { scope: "col" }, name),
  );
  const table = element("table", {}, element("thead", {}, element("tr", {}, ...heads)), rows);
  const grid = element("div", { class: "grid" }, table);
  const draw = () => {
    rows.replaceChildren(...session.log.map((exchange) => logRow(session, exchange)));
    grid.hidden = session.log.length === 0;
    empty.hidden = session.log.length > 0;
    clear.disabled = session.log.length === 0;
  };
  session.on("log", draw);
  draw();
  const head = element("div", { class: "pane-head" }, title, clear);
  return element("section", { class: "log-panel" }, head, grid, empty);
}

function logRow(session: Session, exchange: Exchange): HTMLElement {
  const { operation, table, status, milliseconds, at, response } = exchange;
  const isGood = status === 200;
  const outcome = isGood ? "200" : `${status} ${parseError(response).name}`;
  const show = () => session.emit("show", exchange);
  const keydown = (event: KeyboardEvent) => {
    if (event.key === "Enter") show();
  };
  return element(
    "tr",
    { tabIndex: 0, on: { click: show, keydown } },
    element("td", { class: "quiet" }, formatTime(at)),
    element("td", {}, element("b", {}, operation)),
    element("td", {}, table ?? ""),
    element("td", {}, element("span", { class: `badge ${isGood ? "good" : "bad"}` }, outcome)),
    element("td", { class: "quiet" }, formatMilliseconds(milliseconds)),
  );
}
