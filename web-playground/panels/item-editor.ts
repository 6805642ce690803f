// The dialog that shows one item as DynamoDB's JSON, to create, change or delete it.
import { exampleValue, type Item } from "../attribute-value.ts";
import { attempt, confirmDeletion, errorNote, showDialog } from "../dialog.ts";
import { button, element, isRunKey } from "../dom.ts";
import { findJsonFault, layOut } from "../json-view.ts";
import type { Session, TableSummary } from "../session.ts";

/** Opens an item for editing, or a template for a new one. */
export function showItemEditor(session: Session, table: TableSummary, item?: Item): void {
  const text = layOut({ ...newItem(table), ...item });
  const editor = element("textarea", {
    class: "code",
    value: text,
    spellcheck: false,
    rows: 18,
    aria: { label: "Item as JSON" },
  });
  const problem = element("div", {});
  const save = () => void saveItem();
  const saveItem = async () => {
    try {
      await putItem(session, table, editor.value);
      dialog.close();
    } catch (error) {
      problem.replaceChildren(errorNote(error));
    }
  };
  editor.addEventListener("keydown", (event) => {
    if (isRunKey(event)) save();
  });
  const actions: Node[] = [
    element("span", { class: "hint grow" }, "Ctrl+Enter saves"),
    button("Cancel", () => dialog.close()),
    button(item === undefined ? "Create item" : "Save item", save, { kind: "primary" }),
  ];
  if (item !== undefined) {
    const remove = () => void attempt(() => deleteItem(session, table, item, dialog));
    actions.unshift(button("Delete", remove, { icon: "trash", kind: "danger" }));
  }
  const title = item === undefined ? `New item in ${table.name}` : `Item of ${table.name}`;
  const dialog = showDialog(title, [editor, problem], actions);
  dialog.classList.add("wide");
  editor.focus();
  editor.setSelectionRange(0, 0);
  editor.scrollTop = 0;
}

function newItem({ partitionKey, sortKey }: TableSummary): Item {
  const item: Item = { [partitionKey.name]: exampleValue(partitionKey.type) };
  if (sortKey !== undefined) item[sortKey.name] = exampleValue(sortKey.type);
  return item;
}

/** The engine reads the text itself, so that numbers keep all their digits. */
async function putItem(session: Session, table: TableSummary, text: string): Promise<void> {
  const fault = findJsonFault(text);
  if (fault !== undefined) throw new SyntaxError(fault);
  await session.callText("PutItem", `{"TableName":${JSON.stringify(table.name)},"Item":${text}}`);
}

async function deleteItem(
  session: Session,
  table: TableSummary,
  item: Item,
  dialog: HTMLDialogElement,
): Promise<void> {
  const names = [table.partitionKey.name, table.sortKey?.name];
  const entries = Object.entries(item).filter(([name]) => names.includes(name));
  const shown = entries.map(([, value]) => Object.values(value).join()).join(" / ");
  const text = `The item ${shown} will be gone for good.`;
  if (!(await confirmDeletion("Delete this item?", text, "Delete item"))) return;
  await session.call("DeleteItem", { TableName: table.name, Key: Object.fromEntries(entries) });
  dialog.close();
}
