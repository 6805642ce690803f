// The page: opens the database in the engine's Worker, lays out the panels, keeps the address bar in
// step with what is shown.
import { attempt, confirmDeletion, errorNote, showError } from "./dialog.ts";
import { button, element } from "./dom.ts";
import { EngineClient } from "./engine-client.ts";
import { clockPanel } from "./panels/clock.ts";
import { itemsPanel } from "./panels/items.ts";
import { partitionsPanel } from "./panels/partitions.ts";
import { requestPanel } from "./panels/request.ts";
import { requestLogPanel } from "./panels/request-log.ts";
import { streamPanel } from "./panels/stream.ts";
import { tablesPanel } from "./panels/tables.ts";
import { topBar } from "./top-bar.ts";
import { Session } from "./session.ts";
import { Tabs } from "./tabs.ts";

const app = document.querySelector<HTMLElement>("#app")!;

async function start(uri: string): Promise<void> {
  const engine = new EngineClient();
  try {
    await engine.ask("open", uri);
  } catch (error) {
    engine.end();
    showStartFailure(error);
    return;
  }
  const session = new Session(engine);
  const tabs = new Tabs([
    { id: "items", label: "Items", content: itemsPanel(session) },
    { id: "request", label: "Request", content: requestPanel(session) },
    { id: "stream", label: "Stream", content: streamPanel(session) },
    { id: "partitions", label: "Partitions", content: partitionsPanel(session) },
    { id: "clock", label: "Clock", content: clockPanel(session) },
    { id: "log", label: "Log", content: requestLogPanel(session) },
  ]);
  session.on("show", () => tabs.show("request"));
  followAddress(session, tabs);
  await attempt(() => session.refreshTables());
  const bar = topBar(uri, engine, {
    exportDatabase: () => void attempt(() => exportDatabase(engine)),
    importDatabase: (file) => void attempt(() => importDatabase(session, file)),
  });
  const main = element("main", { class: "main" }, tabs.element);
  app.replaceChildren(bar, element("div", { class: "body" }, tablesPanel(session), main));
}

/** `#items/Orders`: which tab and which table, so that a reload and a link come back to them. */
function followAddress(session: Session, tabs: Tabs): void {
  const read = () => {
    const [tab = "", table] = location.hash.slice(1).split("/").map(decodeURIComponent);
    tabs.show(tab);
    if (table !== undefined) session.select(table);
  };
  const write = () => {
    const parts = session.selected === undefined ? [tabs.shown] : [tabs.shown, session.selected];
    history.replaceState(undefined, "", `#${parts.map(encodeURIComponent).join("/")}`);
  };
  read();
  tabs.onShow = () => {
    write();
    session.emit("tab", tabs.shown);
  };
  session.on("selection", write);
  addEventListener("hashchange", read);
}

async function exportDatabase(engine: EngineClient): Promise<void> {
  const bytes = await engine.ask("export");
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  const day = new Date().toISOString().slice(0, 10);
  element("a", { href: url, download: `playground-${day}.pixii` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

async function importDatabase(session: Session, file: File): Promise<void> {
  const text = `All tables here will be replaced by those of “${file.name}”.`;
  const wanted =
    session.tables.length === 0 ||
    (await confirmDeletion("Replace the database?", text, "Replace"));
  if (!wanted) return;
  await session.engine.ask("import", new Uint8Array(await file.arrayBuffer()));
  await session.refreshTables();
  session.emit("items", undefined);
}

/** The page cannot work: says why, and what can be done. */
function showStartFailure(error: unknown): void {
  const isLocked = error instanceof Error && error.name === "DatabaseLockedError";
  const title = isLocked ? "The playground is open in another tab" : "The playground cannot start";
  const hint = isLocked
    ? "Close the other tab and try again, or work here with an empty database that is not kept."
    : "Try again, or work with an empty database that is not kept after a reload.";
  const notice = element(
    "div",
    { class: "start-failure" },
    element("h1", {}, title),
    errorNote(error),
    element("p", {}, hint),
    element(
      "div",
      { class: "actions" },
      button("Try again", () => void start("idb:playground"), { icon: "refresh", kind: "primary" }),
      button("Use memory alone", () => void start("memory:")),
    ),
  );
  app.replaceChildren(notice);
}

addEventListener("unhandledrejection", (event) => showError(event.reason));
void start("idb:playground");
