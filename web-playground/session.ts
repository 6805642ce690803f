// What the panels share: the engine, the tables, which one is selected, and every exchange with the
// engine. Panels ask through `call` and `send` and listen for what changed.
import type { EngineClient } from "./engine-client.ts";
import type { KeyType } from "./attribute-value.ts";

/** One request and its answer, as the request log keeps it. */
export interface Exchange {
  number: number;
  operation: string;
  table: string | undefined;
  request: string;
  status: number;
  response: string;
  requestId: string;
  milliseconds: number;
  at: Date;
}

export interface KeyAttribute {
  name: string;
  type: KeyType;
}

export interface TableSummary {
  name: string;
  status: string;
  partitionKey: KeyAttribute;
  sortKey: KeyAttribute | undefined;
  billingMode: string;
  itemCount: number;
  sizeBytes: number;
  /** The stream that is on. */
  stream: { arn: string; viewType: string } | undefined;
  globalIndexes: string[];
}

/** An answer that is an error, by DynamoDB's name for it. */
export class OperationError extends Error {
  readonly status: number;

  constructor(name: string, message: string, status: number) {
    super(message);
    this.name = name;
    this.status = status;
  }
}

interface SessionEvents {
  /** The tables, or what is known of them, changed. */
  tables: undefined;
  /** Another table was selected. */
  selection: undefined;
  /** Something may have changed items. */
  items: undefined;
  /** An exchange was added to the log, or the log was emptied. */
  log: undefined;
  /** An exchange of the log is to be shown in the request panel. */
  show: Exchange;
  /** The tab of this id is shown now. */
  tab: string;
}

const readOperation = /^(Get|BatchGet|TransactGet|Query|Scan|List|Describe)/;
const tableOperation = /Table$|^Pixii_1\./;
const logSizeMax = 200;

export class Session {
  readonly engine: EngineClient;
  tables: TableSummary[] = [];
  selected: string | undefined;
  /** Newest first. */
  log: Exchange[] = [];
  private readonly events = new EventTarget();
  private exchangeCount = 0;

  constructor(engine: EngineClient) {
    this.engine = engine;
  }

  on<Name extends keyof SessionEvents>(
    name: Name,
    listener: (detail: SessionEvents[Name]) => void,
  ): void {
    this.events.addEventListener(name, (event) => listener((event as CustomEvent).detail));
  }

  emit<Name extends keyof SessionEvents>(name: Name, detail: SessionEvents[Name]): void {
    this.events.dispatchEvent(new CustomEvent(name, { detail }));
  }

  get selectedTable(): TableSummary | undefined {
    return this.tables.find(({ name }) => name === this.selected);
  }

  select(name: string | undefined): void {
    if (name === this.selected) return;
    this.selected = name;
    this.emit("selection", undefined);
  }

  /** Sends a request as it was written, logs it, and tells the panels what it may have changed. */
  async send(operation: string, request: string): Promise<Exchange> {
    const exchange = await this.exchange(operation, request);
    this.log = [exchange, ...this.log].slice(0, logSizeMax);
    this.emit("log", undefined);
    if (exchange.status === 200 && !readOperation.test(operation)) {
      await this.refreshTables();
      if (!tableOperation.test(operation)) this.emit("items", undefined);
    }
    return exchange;
  }

  /** Sends an object and gives the answer as one. Throws OperationError. */
  async call<Answer>(operation: string, request: object): Promise<Answer> {
    return this.callText(operation, JSON.stringify(request));
  }

  /** Sends JSON text and gives the answer as an object. Throws OperationError. */
  async callText<Answer>(operation: string, request: string): Promise<Answer> {
    return parseAnswer(await this.send(operation, request));
  }

  clearLog(): void {
    this.log = [];
    this.emit("log", undefined);
  }

  /** Reads the tables anew; selects the first if none is selected any more. */
  async refreshTables(): Promise<void> {
    const names = await this.listTables();
    this.tables = await Promise.all(names.map((name) => this.describeTable(name)));
    const isThere = this.tables.some(({ name }) => name === this.selected);
    if (!isThere) this.select(this.tables[0]?.name);
    this.emit("tables", undefined);
  }

  private async listTables(): Promise<string[]> {
    const names: string[] = [];
    let from: string | undefined;
    do {
      const request = from === undefined ? {} : { ExclusiveStartTableName: from };
      const page: { TableNames: string[]; LastEvaluatedTableName?: string } =
        await this.callQuietly("ListTables", request);
      names.push(...page.TableNames);
      from = page.LastEvaluatedTableName;
    } while (from !== undefined);
    return names;
  }

  private async describeTable(name: string): Promise<TableSummary> {
    const { Table } = await this.callQuietly<{ Table: TableDescription }>("DescribeTable", {
      TableName: name,
    });
    return summarize(Table);
  }

  /** For the page's own bookkeeping, which nobody wants to read in the log. Throws OperationError. */
  async callQuietly<Answer>(operation: string, request: object): Promise<Answer> {
    return parseAnswer(await this.exchange(operation, JSON.stringify(request)));
  }

  private async exchange(operation: string, request: string): Promise<Exchange> {
    const at = new Date();
    const answer = await this.engine.ask("request", targetOf(operation), request);
    return {
      number: ++this.exchangeCount,
      operation,
      table: findTableName(request),
      request,
      status: answer.status,
      response: answer.body,
      requestId: answer.requestId,
      milliseconds: answer.milliseconds,
      at,
    };
  }
}

interface TableDescription {
  TableName: string;
  TableStatus: string;
  KeySchema: { AttributeName: string; KeyType: "HASH" | "RANGE" }[];
  AttributeDefinitions: { AttributeName: string; AttributeType: KeyType }[];
  BillingModeSummary?: { BillingMode?: string };
  ItemCount?: number;
  TableSizeBytes?: number;
  StreamSpecification?: { StreamEnabled: boolean; StreamViewType?: string };
  LatestStreamArn?: string;
  GlobalSecondaryIndexes?: { IndexName: string }[];
}

function summarize(table: TableDescription): TableSummary {
  const find = (role: "HASH" | "RANGE"): KeyAttribute | undefined => {
    const name = table.KeySchema.find(({ KeyType }) => KeyType === role)?.AttributeName;
    const defined = table.AttributeDefinitions.find(({ AttributeName }) => AttributeName === name);
    return defined && { name: defined.AttributeName, type: defined.AttributeType };
  };
  return {
    name: table.TableName,
    status: table.TableStatus,
    partitionKey: find("HASH") ?? { name: "", type: "S" },
    sortKey: find("RANGE"),
    billingMode: table.BillingModeSummary?.BillingMode ?? "PROVISIONED",
    itemCount: table.ItemCount ?? 0,
    sizeBytes: table.TableSizeBytes ?? 0,
    stream: summarizeStream(table),
    globalIndexes: (table.GlobalSecondaryIndexes ?? []).map(({ IndexName }) => IndexName),
  };
}

function summarizeStream(table: TableDescription): TableSummary["stream"] {
  const { StreamSpecification, LatestStreamArn } = table;
  if (!StreamSpecification?.StreamEnabled || LatestStreamArn === undefined) return undefined;
  return { arn: LatestStreamArn, viewType: StreamSpecification.StreamViewType ?? "" };
}

/** The body of an answer with status 200; anything else becomes an OperationError. */
export function parseAnswer<Answer>({ status, response }: Exchange): Answer {
  if (status === 200) return JSON.parse(response);
  const { name, message } = parseError(response);
  throw new OperationError(name, message, status);
}

/** The name and the message in an error's body. */
export function parseError(response: string): { name: string; message: string } {
  const body = JSON.parse(response) as { __type?: string; message?: string; Message?: string };
  const name = body.__type?.split("#").at(-1) ?? "UnknownError";
  return { name, message: body.message ?? body.Message ?? "" };
}

/** Streams have a service of their own; a whole target is passed through. */
function targetOf(operation: string): string {
  if (operation.includes(".")) return operation;
  const ofStreams = /^(DescribeStream|GetRecords|GetShardIterator|ListStreams)$/.test(operation);
  return `${ofStreams ? "DynamoDBStreams_20120810" : "DynamoDB_20120810"}.${operation}`;
}

function findTableName(request: string): string | undefined {
  try {
    const { TableName } = JSON.parse(request) as { TableName?: unknown };
    return typeof TableName === "string" ? TableName : undefined;
  } catch {
    return undefined;
  }
}
