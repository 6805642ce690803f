// The samples: each a table definition with items, loaded as any application would load them, with
// CreateTable and BatchWriteItem.
import orders from "./samples/orders.json";
import music from "./samples/music.json";
import sensors from "./samples/sensors.json";
import type { Item } from "./attribute-value.ts";
import type { Session } from "./session.ts";

export interface Sample {
  name: string;
  description: string;
  /** The CreateTable request. */
  table: { TableName: string };
  items: Item[];
}

export const samples = [orders, music, sensors] as unknown as Sample[];

const batchSizeMax = 25;

interface WriteAnswer {
  UnprocessedItems?: Record<string, object[]>;
}

/** Creates the sample's table if it is not there, puts all its items and selects it. */
export async function loadSample(session: Session, { table, items }: Sample): Promise<void> {
  const { TableName } = table;
  if (!session.tables.some(({ name }) => name === TableName)) {
    await session.call("CreateTable", table);
  }
  const requests = items.map((Item) => ({ PutRequest: { Item } }));
  for (let at = 0; at < requests.length; at += batchSizeMax) {
    let batch: object[] = requests.slice(at, at + batchSizeMax);
    while (batch.length > 0) {
      const RequestItems = { [TableName]: batch };
      const { UnprocessedItems }: WriteAnswer = await session.call("BatchWriteItem", {
        RequestItems,
      });
      batch = UnprocessedItems?.[TableName] ?? [];
    }
  }
  session.select(TableName);
}
