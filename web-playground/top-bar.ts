// The bar over everything: the name, whether all is saved, export and import, light or dark.
import iconUrl from "./icon.svg";
import { showError } from "./dialog.ts";
import { button, element, iconButton } from "./dom.ts";
import type { EngineClient } from "./engine-client.ts";
import type { SaveState } from "./protocol.ts";

export interface TopBarActions {
  exportDatabase(): void;
  importDatabase(file: File): void;
}

export function topBar(uri: string, engine: EngineClient, actions: TopBarActions): HTMLElement {
  applyTheme(localStorage.getItem("theme"));
  const file = element("input", { type: "file", hidden: true, accept: ".pixii" });
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    if (chosen !== undefined) actions.importDatabase(chosen);
    file.value = "";
  });
  const exporter = button("Export", actions.exportDatabase, { icon: "download", kind: "quiet" });
  exporter.title = "Save the whole database as a file";
  const importer = button("Import", () => file.click(), { icon: "upload", kind: "quiet" });
  importer.title = "Replace the database by an exported file";
  const name = element("h1", {}, "pixii ", element("span", {}, "playground"));
  return element(
    "header",
    { class: "top-bar" },
    element("img", { src: iconUrl, alt: "", width: 26, height: 26 }),
    name,
    saveStatus(uri, engine),
    exporter,
    importer,
    file,
    iconButton("theme", "Light or dark", switchTheme),
  );
}

/** Where the database is kept, and whether everything is there. */
function saveStatus(uri: string, engine: EngineClient): HTMLElement {
  const status = element("span", { class: "save-status", role: "status" });
  const show = (text: string, state: string, title: string) => {
    status.textContent = text;
    status.title = title;
    status.dataset["state"] = state;
  };
  if (uri === "memory:") {
    show("Not kept", "memory", "This database lives in memory: a reload empties it.");
    return status;
  }
  const kept = "Kept in this browser's IndexedDB";
  show("Saved", "saved", kept);
  engine.onSaveState = (news: SaveState) => {
    if (news.state === "saved") return show("Saved", "saved", kept);
    if (news.state === "saving") return show("Saving …", "saving", kept);
    show("Not saved", "failed", news.error.message);
    showError(Object.assign(new Error(news.error.message), { name: news.error.name }));
  };
  return status;
}

/** "light", "dark" or null for what the system prefers. */
function applyTheme(theme: string | null): void {
  if (theme === "light" || theme === "dark") document.documentElement.dataset["theme"] = theme;
}

function switchTheme(): void {
  const chosen = document.documentElement.dataset["theme"];
  const systemIsDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const isDark = chosen === undefined ? systemIsDark : chosen === "dark";
  const next = isDark ? "light" : "dark";
  localStorage.setItem("theme", next);
  applyTheme(next);
}
