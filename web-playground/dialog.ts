// Modal dialogs: a frame with a title and a row of buttons, and the question before something is
// deleted. The browser's own <dialog> keeps the focus inside and closes on Escape.
import { button, element, icon, iconButton } from "./dom.ts";

/** Shows a dialog that removes itself when closed. */
export function showDialog(title: string, content: Node[], actions: Node[]): HTMLDialogElement {
  const heading = element("h2", {}, title);
  const close = iconButton("close", "Close", () => dialog.close());
  const dialog = element(
    "dialog",
    { class: "dialog", aria: { label: title } },
    element("header", {}, heading, close),
    element("div", { class: "dialog-content" }, ...content),
    element("footer", {}, ...actions),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Asks before something that cannot be taken back; true if it is wanted. */
export function confirmDeletion(title: string, text: string, action: string): Promise<boolean> {
  return new Promise((resolve) => {
    const cancel = button("Cancel", () => dialog.close());
    const confirm = button(action, () => dialog.close("confirmed"), { kind: "danger" });
    confirm.classList.add("filled");
    const dialog = showDialog(title, [element("p", {}, text)], [cancel, confirm]);
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "confirmed"));
    cancel.focus();
  });
}

/** A failure in words: the error's name over its message. */
export function errorNote(error: unknown): HTMLElement {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return element(
    "div",
    { class: "error-note", role: "alert" },
    icon("warning"),
    element("div", {}, element("strong", {}, name), element("p", {}, message)),
  );
}

/** A failure in words that can be dismissed, at the foot of the page. */
export function showError(error: unknown): void {
  const note = errorNote(error);
  note.classList.add("toast");
  note.append(iconButton("close", "Dismiss", () => note.remove()));
  document.body.append(note);
  setTimeout(() => note.remove(), 12_000);
}

/** Runs what a click asked for; a failure is shown instead of thrown. */
export async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    showError(error);
  }
}
