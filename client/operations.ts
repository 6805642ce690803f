// Requests and responses of the operations by name, for Database.call. Generated from the shapes of
// the core by scripts/generate-operations.mjs; not to be edited.

interface AttributeTypes {
  S: string;
  N: string;
  B: string;
  SS: string[];
  NS: string[];
  BS: string[];
  M: AttributeMap;
  L: AttributeValue[];
  NULL: true;
  BOOL: boolean;
}

/** One value in the form of the wire: exactly one member, binary as base64 text. */
export type AttributeValue = {
  [Type in keyof AttributeTypes]: { [Own in Type]: AttributeTypes[Own] } & {
    [Other in Exclude<keyof AttributeTypes, Type>]?: undefined;
  };
}[keyof AttributeTypes];

/** An item, or a part of one: attribute values by attribute name. */
export type AttributeMap = { [attributeName: string]: AttributeValue };

/** What each operation takes and gives. */
export interface Operations {
  BatchGetItem: { input: BatchGetItemInput; output: BatchGetItemOutput };
  BatchWriteItem: { input: BatchWriteItemInput; output: BatchWriteItemOutput };
  CreateTable: { input: CreateTableInput; output: CreateTableOutput };
  DeleteItem: { input: DeleteItemInput; output: DeleteItemOutput };
  DeleteTable: { input: DeleteTableInput; output: DeleteTableOutput };
  DescribeTable: { input: DescribeTableInput; output: DescribeTableOutput };
  GetItem: { input: GetItemInput; output: GetItemOutput };
  ListTables: { input: ListTablesInput; output: ListTablesOutput };
  PutItem: { input: PutItemInput; output: PutItemOutput };
  Query: { input: QueryInput; output: QueryOutput };
  Scan: { input: ScanInput; output: ScanOutput };
  TransactGetItems: { input: TransactGetItemsInput; output: TransactGetItemsOutput };
  TransactWriteItems: { input: TransactWriteItemsInput; output: TransactWriteItemsOutput };
  UpdateItem: { input: UpdateItemInput; output: UpdateItemOutput };
  UpdateTable: { input: UpdateTableInput; output: UpdateTableOutput };
  "Pixii_1.CancelTransaction": { input: TransactionId; output: Empty };
  "Pixii_1.CommitTransaction": { input: TransactionId; output: TransactWriteItemsOutput };
  "Pixii_1.DeleteSnapshot": { input: SnapshotId; output: Empty };
  "Pixii_1.Export": { input: Empty; output: DatabaseBytes };
  "Pixii_1.Fork": { input: Empty; output: ForkOutput };
  "Pixii_1.HoldTransaction": { input: HoldTransactionInput; output: TransactionId };
  "Pixii_1.Import": { input: DatabaseBytes; output: Empty };
  "Pixii_1.Reset": { input: Empty; output: Empty };
  "Pixii_1.Restore": { input: SnapshotId; output: Empty };
  "Pixii_1.Snapshot": { input: Empty; output: SnapshotId };
}

export interface AttributeDefinition {
  AttributeName: string;
  AttributeType: "B" | "N" | "S";
}

export interface AttributeValueUpdate {
  Value?: AttributeValue | undefined;
  Action?: "ADD" | "PUT" | "DELETE" | undefined;
}

export interface BatchGetItemInput {
  RequestItems: { [key: string]: KeysAndAttributes };
  ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE" | undefined;
}

export interface BatchGetItemOutput {
  Responses?: { [key: string]: Array<AttributeMap> } | undefined;
  UnprocessedKeys?: { [key: string]: KeysAndAttributes } | undefined;
  ConsumedCapacity?: Array<ConsumedCapacity> | undefined;
}

export interface BatchWriteItemInput {
  RequestItems: { [key: string]: Array<WriteRequest> };
  ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE" | undefined;
  ReturnItemCollectionMetrics?: "SIZE" | "NONE" | undefined;
}

export interface BatchWriteItemOutput {
  UnprocessedItems?: { [key: string]: Array<WriteRequest> } | undefined;
  ConsumedCapacity?: Array<ConsumedCapacity> | undefined;
}

export interface BillingModeSummary {
  BillingMode?: "PROVISIONED" | "PAY_PER_REQUEST" | undefined;
  LastUpdateToPayPerRequestDateTime?: number | undefined;
}

export interface Capacity {
  CapacityUnits?: number | undefined;
  ReadCapacityUnits?: number | undefined;
  WriteCapacityUnits?: number | undefined;
}

export interface Condition {
  AttributeValueList?: Array<AttributeValue> | undefined;
  ComparisonOperator:
    | "IN"
    | "NULL"
    | "BETWEEN"
    | "LT"
    | "NOT_CONTAINS"
    | "EQ"
    | "GT"
    | "NOT_NULL"
    | "NE"
    | "LE"
    | "BEGINS_WITH"
    | "GE"
    | "CONTAINS";
}

export interface ConditionCheck {
  Key: AttributeMap;
  TableName: string;
  ConditionExpression: string;
  ExpressionAttributeNames?: { [key: string]: string } | undefined;
  ExpressionAttributeValues?: AttributeMap | undefined;
  ReturnValuesOnConditionCheckFailure?: "ALL_OLD" | "NONE" | undefined;
}

export interface ConsumedCapacity {
  TableName?: string | undefined;
  CapacityUnits?: number | undefined;
  ReadCapacityUnits?: number | undefined;
  WriteCapacityUnits?: number | undefined;
  Table?: Capacity | undefined;
  GlobalSecondaryIndexes?: { [key: string]: Capacity } | undefined;
  LocalSecondaryIndexes?: { [key: string]: Capacity } | undefined;
}

export interface CreateTableInput {
  AttributeDefinitions: Array<AttributeDefinition>;
  TableName: string;
  KeySchema: Array<KeySchemaElement>;
  LocalSecondaryIndexes?: Array<UnservedParameter> | undefined;
  GlobalSecondaryIndexes?: Array<UnservedParameter> | undefined;
  BillingMode?: "PROVISIONED" | "PAY_PER_REQUEST" | undefined;
  ProvisionedThroughput?: ProvisionedThroughput | undefined;
  StreamSpecification?: UnservedParameter | undefined;
  SSESpecification?: UnservedParameter | undefined;
  Tags?: Array<UnservedParameter> | undefined;
  TableClass?: "STANDARD" | "STANDARD_INFREQUENT_ACCESS" | undefined;
  DeletionProtectionEnabled?: boolean | undefined;
  WarmThroughput?: UnservedParameter | undefined;
  ResourcePolicy?: string | undefined;
  OnDemandThroughput?: UnservedParameter | undefined;
  GlobalTableSourceArn?: string | undefined;
  GlobalTableSettingsReplicationMode?: string | undefined;
  VectorIndexes?: Array<UnservedParameter> | undefined;
}

export interface CreateTableOutput {
  TableDescription?: TableDescription | undefined;
}

export interface DatabaseBytes {
  Data: string;
}

export interface Delete {
  Key: AttributeMap;
  TableName: string;
  ConditionExpression?: string | undefined;
  ExpressionAttributeNames?: { [key: string]: string } | undefined;
  ExpressionAttributeValues?: AttributeMap | undefined;
  ReturnValuesOnConditionCheckFailure?: "ALL_OLD" | "NONE" | undefined;
}

export interface DeleteItemInput {
  TableName: string;
  Key: AttributeMap;
  ConditionExpression?: string | undefined;
  ConditionalOperator?: "OR" | "AND" | undefined;
  Expected?: { [key: string]: ExpectedAttributeValue } | undefined;
  ExpressionAttributeNames?: { [key: string]: string } | undefined;
  ExpressionAttributeValues?: AttributeMap | undefined;
  ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE" | undefined;
  ReturnItemCollectionMetrics?: "SIZE" | "NONE" | undefined;
  ReturnValues?: "ALL_NEW" | "UPDATED_OLD" | "ALL_OLD" | "NONE" | "UPDATED_NEW" | undefined;
  ReturnValuesOnConditionCheckFailure?: "ALL_OLD" | "NONE" | undefined;
}

export interface DeleteItemOutput {
  Attributes?: AttributeMap | undefined;
  ConsumedCapacity?: ConsumedCapacity | undefined;
}

export interface DeleteRequest {
  Key: AttributeMap;
}

export interface DeleteTableInput {
  TableName: string;
}

export interface DeleteTableOutput {
  TableDescription?: TableDescription | undefined;
}

export interface DescribeTableInput {
  TableName: string;
}

export interface DescribeTableOutput {
  Table?: TableDescription | undefined;
}

export type Empty = Record<string, never>;

export interface ExpectedAttributeValue {
  Value?: AttributeValue | undefined;
  Exists?: boolean | undefined;
  ComparisonOperator?:
    | "IN"
    | "NULL"
    | "BETWEEN"
    | "LT"
    | "NOT_CONTAINS"
    | "EQ"
    | "GT"
    | "NOT_NULL"
    | "NE"
    | "LE"
    | "BEGINS_WITH"
    | "GE"
    | "CONTAINS"
    | undefined;
  AttributeValueList?: Array<AttributeValue> | undefined;
}

export interface ForkOutput {
  ForkId?: string | undefined;
}

export interface Get {
  Key: AttributeMap;
  TableName: string;
  ProjectionExpression?: string | undefined;
  ExpressionAttributeNames?: { [key: string]: string } | undefined;
}

export interface GetItemInput {
  TableName: string;
  Key: AttributeMap;
  AttributesToGet?: Array<string> | undefined;
  ConsistentRead?: boolean | undefined;
  ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE" | undefined;
  ProjectionExpression?: string | undefined;
  ExpressionAttributeNames?: { [key: string]: string } | undefined;
}

export interface GetItemOutput {
  Item?: AttributeMap | undefined;
  ConsumedCapacity?: ConsumedCapacity | undefined;
}

export interface HoldTransactionInput {
  TransactItems: Array<TransactWriteItem>;
  ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE" | undefined;
  ReturnItemCollectionMetrics?: "SIZE" | "NONE" | undefined;
  ClientRequestToken?: string | undefined;
}

export interface ItemResponse {
  Item?: AttributeMap | undefined;
}

export interface KeySchemaElement {
  AttributeName: string;
  KeyType: "HASH" | "RANGE";
}

export interface KeysAndAttributes {
  Keys: Array<AttributeMap>;
  AttributesToGet?: Array<string> | undefined;
  ConsistentRead?: boolean | undefined;
  ProjectionExpression?: string | undefined;
  ExpressionAttributeNames?: { [key: string]: string } | undefined;
}

export interface ListTablesInput {
  ExclusiveStartTableName?: string | undefined;
  Limit?: number | undefined;
}

export interface ListTablesOutput {
  TableNames?: Array<string> | undefined;
  LastEvaluatedTableName?: string | undefined;
}

export interface ProvisionedThroughput {
  ReadCapacityUnits: number;
  WriteCapacityUnits: number;
}

export interface ProvisionedThroughputDescription {
  LastIncreaseDateTime?: number | undefined;
  LastDecreaseDateTime?: number | undefined;
  NumberOfDecreasesToday?: number | undefined;
  ReadCapacityUnits?: number | undefined;
  WriteCapacityUnits?: number | undefined;
}

export interface Put {
  Item: AttributeMap;
  TableName: string;
  ConditionExpression?: string | undefined;
  ExpressionAttributeNames?: { [key: string]: string } | undefined;
  ExpressionAttributeValues?: AttributeMap | undefined;
  ReturnValuesOnConditionCheckFailure?: "ALL_OLD" | "NONE" | undefined;
}

export interface PutItemInput {
  TableName: string;
  Item: AttributeMap;
  ConditionExpression?: string | undefined;
  ConditionalOperator?: "OR" | "AND" | undefined;
  Expected?: { [key: string]: ExpectedAttributeValue } | undefined;
  ExpressionAttributeNames?: { [key: string]: string } | undefined;
  ExpressionAttributeValues?: AttributeMap | undefined;
  ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE" | undefined;
  ReturnItemCollectionMetrics?: "SIZE" | "NONE" | undefined;
  ReturnValues?: "ALL_NEW" | "UPDATED_OLD" | "ALL_OLD" | "NONE" | "UPDATED_NEW" | undefined;
  ReturnValuesOnConditionCheckFailure?: "ALL_OLD" | "NONE" | undefined;
}

export interface PutItemOutput {
  Attributes?: AttributeMap | undefined;
  ConsumedCapacity?: ConsumedCapacity | undefined;
}

export interface PutRequest {
  Item: AttributeMap;
}

export interface QueryInput {
  KeyConditions?: { [key: string]: Condition } | undefined;
  QueryFilter?: { [key: string]: Condition } | undefined;
  ScanIndexForward?: boolean | undefined;
  KeyConditionExpression?: string | undefined;
  TableName: string;
  IndexName?: string | undefined;
  Select?:
    "SPECIFIC_ATTRIBUTES" | "COUNT" | "ALL_ATTRIBUTES" | "ALL_PROJECTED_ATTRIBUTES" | undefined;
  AttributesToGet?: Array<string> | undefined;
  Limit?: number | undefined;
  ConsistentRead?: boolean | undefined;
  ConditionalOperator?: "OR" | "AND" | undefined;
  ExclusiveStartKey?: AttributeMap | undefined;
  ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE" | undefined;
  ProjectionExpression?: string | undefined;
  FilterExpression?: string | undefined;
  ExpressionAttributeNames?: { [key: string]: string } | undefined;
  ExpressionAttributeValues?: AttributeMap | undefined;
}

export interface QueryOutput {
  Items?: Array<AttributeMap> | undefined;
  Count?: number | undefined;
  ScannedCount?: number | undefined;
  LastEvaluatedKey?: AttributeMap | undefined;
  ConsumedCapacity?: ConsumedCapacity | undefined;
}

export interface ScanInput {
  ScanFilter?: { [key: string]: Condition } | undefined;
  Segment?: number | undefined;
  TotalSegments?: number | undefined;
  TableName: string;
  IndexName?: string | undefined;
  Select?:
    "SPECIFIC_ATTRIBUTES" | "COUNT" | "ALL_ATTRIBUTES" | "ALL_PROJECTED_ATTRIBUTES" | undefined;
  AttributesToGet?: Array<string> | undefined;
  Limit?: number | undefined;
  ConsistentRead?: boolean | undefined;
  ConditionalOperator?: "OR" | "AND" | undefined;
  ExclusiveStartKey?: AttributeMap | undefined;
  ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE" | undefined;
  ProjectionExpression?: string | undefined;
  FilterExpression?: string | undefined;
  ExpressionAttributeNames?: { [key: string]: string } | undefined;
  ExpressionAttributeValues?: AttributeMap | undefined;
}

export interface ScanOutput {
  Items?: Array<AttributeMap> | undefined;
  Count?: number | undefined;
  ScannedCount?: number | undefined;
  LastEvaluatedKey?: AttributeMap | undefined;
  ConsumedCapacity?: ConsumedCapacity | undefined;
}

export interface SnapshotId {
  SnapshotId: string;
}

export interface TableClassSummary {
  TableClass?: "STANDARD" | "STANDARD_INFREQUENT_ACCESS" | undefined;
}

export interface TableDescription {
  AttributeDefinitions?: Array<AttributeDefinition> | undefined;
  TableName?: string | undefined;
  KeySchema?: Array<KeySchemaElement> | undefined;
  TableStatus?:
    | "CREATING"
    | "UPDATING"
    | "DELETING"
    | "ACTIVE"
    | "INACCESSIBLE_ENCRYPTION_CREDENTIALS"
    | "ARCHIVING"
    | "ARCHIVED"
    | "REPLICATION_NOT_AUTHORIZED"
    | undefined;
  CreationDateTime?: number | undefined;
  ProvisionedThroughput?: ProvisionedThroughputDescription | undefined;
  TableSizeBytes?: number | undefined;
  ItemCount?: number | undefined;
  TableArn?: string | undefined;
  TableId?: string | undefined;
  BillingModeSummary?: BillingModeSummary | undefined;
  TableClassSummary?: TableClassSummary | undefined;
  DeletionProtectionEnabled?: boolean | undefined;
}

export interface TransactGetItem {
  Get: Get;
}

export interface TransactGetItemsInput {
  TransactItems: Array<TransactGetItem>;
  ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE" | undefined;
}

export interface TransactGetItemsOutput {
  ConsumedCapacity?: Array<ConsumedCapacity> | undefined;
  Responses?: Array<ItemResponse> | undefined;
}

export interface TransactWriteItem {
  ConditionCheck?: ConditionCheck | undefined;
  Put?: Put | undefined;
  Delete?: Delete | undefined;
  Update?: Update | undefined;
}

export interface TransactWriteItemsInput {
  TransactItems: Array<TransactWriteItem>;
  ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE" | undefined;
  ReturnItemCollectionMetrics?: "SIZE" | "NONE" | undefined;
  ClientRequestToken?: string | undefined;
}

export interface TransactWriteItemsOutput {
  ConsumedCapacity?: Array<ConsumedCapacity> | undefined;
}

export interface TransactionId {
  TransactionId: string;
}

export type UnservedParameter = Record<string, never>;

export interface Update {
  Key: AttributeMap;
  UpdateExpression: string;
  TableName: string;
  ConditionExpression?: string | undefined;
  ExpressionAttributeNames?: { [key: string]: string } | undefined;
  ExpressionAttributeValues?: AttributeMap | undefined;
  ReturnValuesOnConditionCheckFailure?: "ALL_OLD" | "NONE" | undefined;
}

export interface UpdateItemInput {
  TableName: string;
  Key: AttributeMap;
  AttributeUpdates?: { [key: string]: AttributeValueUpdate } | undefined;
  UpdateExpression?: string | undefined;
  ConditionExpression?: string | undefined;
  ConditionalOperator?: "OR" | "AND" | undefined;
  Expected?: { [key: string]: ExpectedAttributeValue } | undefined;
  ExpressionAttributeNames?: { [key: string]: string } | undefined;
  ExpressionAttributeValues?: AttributeMap | undefined;
  ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE" | undefined;
  ReturnItemCollectionMetrics?: "SIZE" | "NONE" | undefined;
  ReturnValues?: "ALL_NEW" | "UPDATED_OLD" | "ALL_OLD" | "NONE" | "UPDATED_NEW" | undefined;
  ReturnValuesOnConditionCheckFailure?: "ALL_OLD" | "NONE" | undefined;
}

export interface UpdateItemOutput {
  Attributes?: AttributeMap | undefined;
  ConsumedCapacity?: ConsumedCapacity | undefined;
}

export interface UpdateTableInput {
  AttributeDefinitions?: Array<AttributeDefinition> | undefined;
  TableName: string;
  BillingMode?: "PROVISIONED" | "PAY_PER_REQUEST" | undefined;
  ProvisionedThroughput?: ProvisionedThroughput | undefined;
  GlobalSecondaryIndexUpdates?: Array<UnservedParameter> | undefined;
  StreamSpecification?: UnservedParameter | undefined;
  SSESpecification?: UnservedParameter | undefined;
  ReplicaUpdates?: Array<UnservedParameter> | undefined;
  TableClass?: "STANDARD" | "STANDARD_INFREQUENT_ACCESS" | undefined;
  DeletionProtectionEnabled?: boolean | undefined;
  MultiRegionConsistency?: string | undefined;
  GlobalTableWitnessUpdates?: Array<UnservedParameter> | undefined;
  OnDemandThroughput?: UnservedParameter | undefined;
  WarmThroughput?: UnservedParameter | undefined;
  GlobalTableSettingsReplicationMode?: string | undefined;
  VectorIndexUpdates?: Array<UnservedParameter> | undefined;
}

export interface UpdateTableOutput {
  TableDescription?: TableDescription | undefined;
}

export interface WriteRequest {
  PutRequest?: PutRequest | undefined;
  DeleteRequest?: DeleteRequest | undefined;
}
