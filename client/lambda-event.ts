// What a Lambda function is given for a batch of stream records: the event of the developer guide's
// "Using AWS Lambda with Amazon DynamoDB", and the context object of Node functions.
import type { AttributeMap } from "./operations.ts";

/** Who changed the item, when it was no caller: the deletion of an expired item. */
export interface UserIdentity {
  type: string;
  principalId: string;
}

/** What changed; which of the images are there, the stream's view type says. Binary is base64 text. */
export interface StreamRecord {
  /** Seconds since 1970. */
  ApproximateCreationDateTime: number;
  Keys: AttributeMap;
  NewImage?: AttributeMap;
  OldImage?: AttributeMap;
  /** 21 to 40 digits. */
  SequenceNumber: string;
  SizeBytes: number;
  StreamViewType: "KEYS_ONLY" | "NEW_IMAGE" | "OLD_IMAGE" | "NEW_AND_OLD_IMAGES";
}

/** One change of one item. */
export interface DynamoDBRecord {
  eventID: string;
  eventName: "INSERT" | "MODIFY" | "REMOVE";
  eventVersion: string;
  eventSource: "aws:dynamodb";
  awsRegion: string;
  dynamodb: StreamRecord;
  /** Only where DynamoDB itself deleted an expired item. */
  userIdentity?: UserIdentity;
  eventSourceARN: string;
}

/** The event of one invocation. */
export interface DynamoDBStreamEvent {
  Records: DynamoDBRecord[];
}

/** The event of a mapping with a tumbling window. */
export interface DynamoDBTimeWindowEvent extends DynamoDBStreamEvent {
  /** ISO 8601 in seconds. */
  window: { start: string; end: string };
  /** What the invocation before returned; empty at the window's begin. */
  state: Record<string, unknown>;
  shardId: string;
  eventSourceARN: string;
  /** The window is over: the state is complete, no records come with it. */
  isFinalInvokeForWindow: boolean;
  /** The state grew past 1 MB: it is handed over now, and the window goes on with an empty one. */
  isWindowTerminatedEarly: boolean;
}

/** The context of an invocation, as far as it means something without a network. */
export interface LambdaContext {
  callbackWaitsForEmptyEventLoop: boolean;
  functionName: string;
  functionVersion: "$LATEST";
  invokedFunctionArn: string;
  memoryLimitInMB: string;
  awsRequestId: string;
  logGroupName: string;
  logStreamName: string;
  /** Of the fifteen minutes that a function may take, on the database's clock. */
  getRemainingTimeInMillis(): number;
}

/** A record as GetRecords answers it. */
export interface WireRecord {
  eventID: string;
  eventName: DynamoDBRecord["eventName"];
  eventVersion: string;
  eventSource: "aws:dynamodb";
  awsRegion: string;
  dynamodb: StreamRecord;
  userIdentity?: { PrincipalId?: string; Type?: string };
}

/** A record as Lambda hands it on. */
export function makeLambdaRecord(record: WireRecord, eventSourceARN: string): DynamoDBRecord {
  const { eventID, eventName, eventVersion, eventSource, awsRegion, dynamodb } = record;
  const { userIdentity } = record;
  const { Type: type = "", PrincipalId: principalId = "" } = userIdentity ?? {};
  return {
    eventID,
    eventName,
    eventVersion,
    eventSource,
    awsRegion,
    dynamodb,
    ...(userIdentity === undefined ? {} : { userIdentity: { type, principalId } }),
    eventSourceARN,
  };
}

const functionTimeoutMs = 15 * 60 * 1000;

/** What a context is made from. */
export interface ContextParts {
  functionName: string;
  functionArn: string;
  requestId: string;
  nowMs(): number;
}

export function makeContext(parts: ContextParts): LambdaContext {
  const { functionName, functionArn, requestId, nowMs } = parts;
  const deadlineMs = nowMs() + functionTimeoutMs;
  const day = new Date(nowMs()).toISOString().slice(0, 10).replaceAll("-", "/");
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName,
    functionVersion: "$LATEST",
    invokedFunctionArn: functionArn,
    memoryLimitInMB: "128",
    awsRequestId: requestId,
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: `${day}/[$LATEST]${requestId.replaceAll("-", "")}`,
    getRemainingTimeInMillis: () => Math.max(0, deadlineMs - nowMs()),
  };
}

/** `2026-11-21T10:00:00Z`: times of windows and arrivals, which count whole seconds. */
export function formatSeconds(timeMs: number): string {
  return new Date(timeMs).toISOString().replace(/\.\d+Z$/, "Z");
}
