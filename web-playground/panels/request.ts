// The request panel: any operation as JSON, run with Ctrl+Enter, beside its answer, the answer's
// status and the time the engine took; or explained without running it.
import { explain } from "./explain.ts";
import { errorNote } from "../dialog.ts";
import { button, element, iconButton, isRunKey } from "../dom.ts";
import { formatBytes, formatMilliseconds } from "../format.ts";
import { indentJson, jsonView, layOut } from "../json-view.ts";
import { operationNames, requestTemplate } from "../request-templates.ts";
import { parseError, type Exchange, type Session } from "../session.ts";

export function requestPanel(session: Session): HTMLElement {
  return new RequestPanel(session).element;
}

class RequestPanel {
  readonly element: HTMLElement;
  private readonly session: Session;
  private readonly operation: HTMLInputElement;
  private readonly editor: HTMLTextAreaElement;
  private readonly run: HTMLButtonElement;
  private readonly answer = element("div", { class: "answer" });
  /** The template last put into the editor: what somebody wrote is never replaced. */
  private template = "";

  constructor(session: Session) {
    this.session = session;
    this.operation = this.makeOperation();
    this.editor = element("textarea", {
      class: "code",
      spellcheck: false,
      aria: { label: "Request as JSON" },
      on: { keydown: (event) => void (isRunKey(event) && this.send()) },
    });
    this.run = button("Run", () => void this.send(), { icon: "play", kind: "primary" });
    this.run.title = "Ctrl+Enter";
    this.element = this.build();
    this.answer.append(noAnswer());
    this.offerTemplate();
    session.on("selection", () => this.offerTemplate());
    session.on("tables", () => this.offerTemplate());
    session.on("show", (exchange) => this.show(exchange));
  }

  private build(): HTMLElement {
    const names = operationNames.map((name) => element("option", { value: name }));
    const reset = button("Template", () => this.useTemplate(), { icon: "refresh", kind: "quiet" });
    reset.title = "Start again from the operation's template";
    const explanation = button("Explain", () => void this.explain());
    explanation.title = "What it would read, write and take, without running it";
    return element(
      "section",
      { class: "request-panel" },
      element(
        "div",
        { class: "pane" },
        element("div", { class: "pane-head" }, this.operation, reset, explanation, this.run),
        element("datalist", { id: "operation-names" }, ...names),
        this.editor,
        element("p", { class: "hint" }, "Ctrl+Enter runs. Any operation name can be typed."),
      ),
      element("div", { class: "pane" }, this.answer),
    );
  }

  private makeOperation(): HTMLInputElement {
    const input = element("input", {
      type: "text",
      class: "operation",
      value: "Scan",
      spellcheck: false,
      aria: { label: "Operation" },
      on: {
        change: () => this.offerTemplate(),
        // With a name in the field the list would offer that one alone.
        focus: () => input.select(),
        keydown: (event) => void (isRunKey(event) && this.send()),
      },
    });
    input.autocomplete = "off";
    input.setAttribute("list", "operation-names");
    return input;
  }

  private offerTemplate(): void {
    const isUntouched = this.editor.value === this.template || this.editor.value.trim() === "";
    if (isUntouched) this.useTemplate();
  }

  private useTemplate(): void {
    const request = requestTemplate(this.operation.value.trim(), this.session.selectedTable);
    this.template = layOut(request);
    this.editor.value = this.template;
  }

  private async send(): Promise<void> {
    if (this.run.disabled) return;
    this.run.disabled = true;
    try {
      const operation = this.operation.value.trim();
      this.showAnswer(await this.session.send(operation, this.editor.value));
    } catch (error) {
      this.answer.replaceChildren(errorNote(error));
    } finally {
      this.run.disabled = false;
    }
  }

  private async explain(): Promise<void> {
    try {
      const operation = this.operation.value.trim();
      this.answer.replaceChildren(await explain(this.session, operation, this.editor.value));
    } catch (error) {
      this.answer.replaceChildren(errorNote(error));
    }
  }

  /** Shows an exchange of the log, ready to be run again. */
  private show(exchange: Exchange): void {
    this.operation.value = exchange.operation;
    this.editor.value = indentJson(exchange.request);
    this.showAnswer(exchange);
  }

  private showAnswer(exchange: Exchange): void {
    const { status, response, requestId, milliseconds } = exchange;
    const isGood = status === 200;
    const copy = iconButton("copy", "Copy the answer", () => {
      void navigator.clipboard.writeText(indentJson(response));
    });
    const head = element(
      "div",
      { class: "pane-head" },
      element("span", { class: `badge ${isGood ? "good" : "bad"}` }, String(status)),
      element("span", { class: "took" }, formatMilliseconds(milliseconds)),
      element("span", { class: "took" }, formatBytes(new TextEncoder().encode(response).length)),
      element("span", { class: "request-id", title: "Request id" }, requestId),
      copy,
    );
    const explained = isGood ? [] : [errorNote(namedError(response))];
    this.answer.replaceChildren(head, ...explained, jsonView(response));
  }
}

function namedError(response: string): Error {
  const { name, message } = parseError(response);
  return Object.assign(new Error(message), { name });
}

function noAnswer(): HTMLElement {
  return element("div", { class: "nothing" }, "The answer appears here.");
}
