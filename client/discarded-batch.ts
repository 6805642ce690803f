// What becomes of a batch that is given up: the JSON that Lambda sends to the on-failure destination
// of an event source mapping, as the developer guide's "Retaining discarded records for a DynamoDB
// event source" shows it.
import type { DiscardedBatch, FailureDestination } from "./event-source-options.ts";
import { formatSeconds } from "./lambda-event.ts";

/** What is known of a batch when it is given up. */
export interface DiscardedParts {
  condition: DiscardedBatch["requestContext"]["condition"];
  requestId: string;
  functionArn: string;
  /** How often the function was called with these records. */
  invokeCount: number;
  /** The last call threw, unlike one that reported failed records. */
  hasThrown: boolean;
  nowMs: number;
  shardId: string;
  streamArn: string;
  /** Sequence numbers and times of the first and the last record. */
  first: { sequenceNumber: string; createdMs: number };
  last: { sequenceNumber: string; createdMs: number };
  batchSize: number;
}

export function makeDiscardedBatch(parts: DiscardedParts): DiscardedBatch {
  const { condition, requestId, functionArn, invokeCount, first, last } = parts;
  const error = parts.hasThrown ? { functionError: "Unhandled" } : {};
  const response = { responseContext: { statusCode: 200, executedVersion: "$LATEST", ...error } };
  return {
    requestContext: { requestId, functionArn, condition, approximateInvokeCount: invokeCount },
    ...(invokeCount === 0 ? {} : response),
    version: "1.0",
    timestamp: new Date(parts.nowMs).toISOString(),
    DDBStreamBatchInfo: {
      shardId: parts.shardId,
      startSequenceNumber: first.sequenceNumber,
      endSequenceNumber: last.sequenceNumber,
      approximateArrivalOfFirstRecord: formatSeconds(first.createdMs),
      approximateArrivalOfLastRecord: formatSeconds(last.createdMs),
      batchSize: parts.batchSize,
      streamArn: parts.streamArn,
    },
  };
}

/** Hands it to the destination, if there is one; `eventText` is the event that failed, as JSON. */
export async function sendDiscarded(
  destination: FailureDestination | undefined,
  batch: DiscardedBatch,
  eventText: string,
): Promise<void> {
  if (destination === undefined) return;
  if (Array.isArray(destination)) destination.push(batch);
  else await destination(batch, JSON.parse(eventText) as { Records: object[] });
}
