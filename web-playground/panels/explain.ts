// What the request in the editor would read, write and take, told without running it: the answer of
// the control operation Explain, for the request panel.
import { element } from "../dom.ts";
import { formatBytes, formatCount } from "../format.ts";
import type { Session } from "../session.ts";

interface Access {
  TableName: string;
  IndexName?: string;
  Kind: "READ" | "WRITE";
  CapacityUnits: number;
  Cost: number;
  Partitions: number;
}

interface Explanation {
  Accesses: Access[];
  ItemsWalked?: number;
  BytesWalked?: number;
  ItemsReturned?: number;
  ItemsWritten?: number;
  CapacityUnits: number;
  Cost: number;
  PriceDate: string;
  Warnings: { Code: string; Message: string }[];
  Error?: { Type: string; Message?: string };
}

/** Throws OperationError for what is no operation of DynamoDB. */
export async function explain(
  session: Session,
  Operation: string,
  Input: string,
): Promise<HTMLElement> {
  const told = await session.callQuietly<Explanation>("Pixii_1.Explain", { Operation, Input });
  return element(
    "section",
    { class: "explanation", aria: { label: "Explanation" } },
    element("h3", {}, `${Operation} would take ${units(told.CapacityUnits)}`),
    facts(told),
    ...(told.Error === undefined ? [] : [refusal(told.Error)]),
    ...told.Warnings.map(warning),
    accesses(told.Accesses),
    element("p", { class: "hint" }, `Nothing was run. Prices of ${told.PriceDate}.`),
  );
}

function facts(told: Explanation): HTMLElement {
  const { ItemsWalked = 0, BytesWalked = 0, ItemsReturned = 0, ItemsWritten = 0, Cost } = told;
  const parts = [
    `${formatCount(ItemsWalked)} read (${formatBytes(BytesWalked)})`,
    `${formatCount(ItemsReturned)} returned`,
    `${formatCount(ItemsWritten)} written`,
    `${dollars(Cost * 1e6)} for a million of these`,
  ];
  return element("div", { class: "facts" }, ...parts.map((text) => element("span", {}, text)));
}

function refusal({ Type, Message = "" }: { Type: string; Message?: string }): HTMLElement {
  const badge = element("span", { class: "badge bad" }, Type);
  return element("p", {}, badge, ` It would be refused. ${Message}`);
}

function warning({ Code, Message }: { Code: string; Message: string }): HTMLElement {
  return element("p", {}, element("span", { class: "badge changed" }, Code), ` ${Message}`);
}

function accesses(list: Access[]): HTMLElement | string {
  if (list.length === 0) return "";
  const heads = ["Table or index", "Access", "Capacity", "Partitions"].map((name) =>
    element("th", { scope: "col" }, name),
  );
  const rows = list.map(({ TableName, IndexName, Kind, CapacityUnits, Partitions }) =>
    element(
      "tr",
      {},
      element("td", {}, IndexName === undefined ? TableName : `${TableName}, index ${IndexName}`),
      element("td", {}, Kind === "READ" ? "read" : "write"),
      element("td", {}, units(CapacityUnits)),
      element("td", {}, formatCount(Partitions)),
    ),
  );
  const head = element("thead", {}, element("tr", {}, ...heads));
  return element("table", {}, head, element("tbody", {}, ...rows));
}

const units = (count: number) => (count === 1 ? "1 unit" : `${formatCount(count)} units`);
const dollars = (amount: number) => `$${amount.toFixed(amount < 1 ? 4 : 2)}`;
