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
  BatchExecuteStatement: { input: BatchExecuteStatementInput; output: BatchExecuteStatementOutput };
  BatchGetItem: { input: BatchGetItemInput; output: BatchGetItemOutput };
  BatchWriteItem: { input: BatchWriteItemInput; output: BatchWriteItemOutput };
  CreateTable: { input: CreateTableInput; output: CreateTableOutput };
  DeleteItem: { input: DeleteItemInput; output: DeleteItemOutput };
  DeleteResourcePolicy: { input: DeleteResourcePolicyInput; output: DeleteResourcePolicyOutput };
  DeleteTable: { input: DeleteTableInput; output: DeleteTableOutput };
  DescribeContinuousBackups: {
    input: DescribeContinuousBackupsInput;
    output: DescribeContinuousBackupsOutput;
  };
  DescribeEndpoints: { input: DescribeEndpointsRequest; output: DescribeEndpointsResponse };
  DescribeKinesisStreamingDestination: {
    input: DescribeKinesisStreamingDestinationInput;
    output: DescribeKinesisStreamingDestinationOutput;
  };
  DescribeLimits: { input: DescribeLimitsInput; output: DescribeLimitsOutput };
  DescribeTable: { input: DescribeTableInput; output: DescribeTableOutput };
  DescribeTimeToLive: { input: DescribeTimeToLiveInput; output: DescribeTimeToLiveOutput };
  DisableKinesisStreamingDestination: {
    input: KinesisStreamingDestinationInput;
    output: KinesisStreamingDestinationOutput;
  };
  EnableKinesisStreamingDestination: {
    input: KinesisStreamingDestinationInput;
    output: KinesisStreamingDestinationOutput;
  };
  ExecuteStatement: { input: ExecuteStatementInput; output: ExecuteStatementOutput };
  ExecuteTransaction: { input: ExecuteTransactionInput; output: ExecuteTransactionOutput };
  GetItem: { input: GetItemInput; output: GetItemOutput };
  GetResourcePolicy: { input: GetResourcePolicyInput; output: GetResourcePolicyOutput };
  ListBackups: { input: ListBackupsInput; output: ListBackupsOutput };
  ListExports: { input: ListExportsInput; output: ListExportsOutput };
  ListGlobalTables: { input: ListGlobalTablesInput; output: ListGlobalTablesOutput };
  ListImports: { input: ListImportsInput; output: ListImportsOutput };
  ListTables: { input: ListTablesInput; output: ListTablesOutput };
  ListTagsOfResource: { input: ListTagsOfResourceInput; output: ListTagsOfResourceOutput };
  PutItem: { input: PutItemInput; output: PutItemOutput };
  PutResourcePolicy: { input: PutResourcePolicyInput; output: PutResourcePolicyOutput };
  Query: { input: QueryInput; output: QueryOutput };
  Scan: { input: ScanInput; output: ScanOutput };
  TagResource: { input: TagResourceInput; output: NoResponse };
  TransactGetItems: { input: TransactGetItemsInput; output: TransactGetItemsOutput };
  TransactWriteItems: { input: TransactWriteItemsInput; output: TransactWriteItemsOutput };
  UntagResource: { input: UntagResourceInput; output: NoResponse };
  UpdateContinuousBackups: {
    input: UpdateContinuousBackupsInput;
    output: UpdateContinuousBackupsOutput;
  };
  UpdateItem: { input: UpdateItemInput; output: UpdateItemOutput };
  UpdateKinesisStreamingDestination: {
    input: UpdateKinesisStreamingDestinationInput;
    output: UpdateKinesisStreamingDestinationOutput;
  };
  UpdateTable: { input: UpdateTableInput; output: UpdateTableOutput };
  UpdateTimeToLive: { input: UpdateTimeToLiveInput; output: UpdateTimeToLiveOutput };
  DescribeStream: { input: DescribeStreamInput; output: DescribeStreamOutput };
  GetRecords: { input: GetRecordsInput; output: GetRecordsOutput };
  GetShardIterator: { input: GetShardIteratorInput; output: GetShardIteratorOutput };
  ListStreams: { input: ListStreamsInput; output: ListStreamsOutput };
  "Kinesis_20131202.CreateStream": { input: KinesisCreateStreamInput; output: NoResponse };
  "Kinesis_20131202.DescribeStream": {
    input: KinesisDescribeStreamInput;
    output: KinesisDescribeStreamOutput;
  };
  "Kinesis_20131202.DescribeStreamSummary": {
    input: KinesisDescribeStreamInput;
    output: KinesisDescribeStreamSummaryOutput;
  };
  "Kinesis_20131202.GetRecords": { input: KinesisGetRecordsInput; output: KinesisGetRecordsOutput };
  "Kinesis_20131202.GetShardIterator": {
    input: KinesisGetShardIteratorInput;
    output: KinesisGetShardIteratorOutput;
  };
  "Kinesis_20131202.ListShards": { input: KinesisListShardsInput; output: KinesisListShardsOutput };
  "Kinesis_20131202.ListStreams": {
    input: KinesisListStreamsInput;
    output: KinesisListStreamsOutput;
  };
  "AnyScaleFrontendService.DeleteScalingPolicy": {
    input: DeleteScalingPolicyRequest;
    output: DeleteScalingPolicyResponse;
  };
  "AnyScaleFrontendService.DeleteScheduledAction": {
    input: DeleteScheduledActionRequest;
    output: DeleteScheduledActionResponse;
  };
  "AnyScaleFrontendService.DeregisterScalableTarget": {
    input: DeregisterScalableTargetRequest;
    output: DeregisterScalableTargetResponse;
  };
  "AnyScaleFrontendService.DescribeScalableTargets": {
    input: DescribeScalableTargetsRequest;
    output: DescribeScalableTargetsResponse;
  };
  "AnyScaleFrontendService.DescribeScalingActivities": {
    input: DescribeScalingActivitiesRequest;
    output: DescribeScalingActivitiesResponse;
  };
  "AnyScaleFrontendService.DescribeScalingPolicies": {
    input: DescribeScalingPoliciesRequest;
    output: DescribeScalingPoliciesResponse;
  };
  "AnyScaleFrontendService.DescribeScheduledActions": {
    input: DescribeScheduledActionsRequest;
    output: DescribeScheduledActionsResponse;
  };
  "AnyScaleFrontendService.PutScalingPolicy": {
    input: PutScalingPolicyRequest;
    output: PutScalingPolicyResponse;
  };
  "AnyScaleFrontendService.PutScheduledAction": {
    input: PutScheduledActionRequest;
    output: PutScheduledActionResponse;
  };
  "AnyScaleFrontendService.RegisterScalableTarget": {
    input: RegisterScalableTargetRequest;
    output: RegisterScalableTargetResponse;
  };
  "GraniteServiceVersion20100801.GetMetricData": {
    input: GetMetricDataInput;
    output: GetMetricDataOutput;
  };
  "GraniteServiceVersion20100801.ListMetrics": {
    input: ListMetricsInput;
    output: ListMetricsOutput;
  };
  "Pixii_1.AddFault": { input: AddFaultInput; output: FaultId };
  "Pixii_1.AdvanceClock": { input: AdvanceClockInput; output: ClockReading };
  "Pixii_1.CancelTransaction": { input: TransactionId; output: Empty };
  "Pixii_1.ClearFaults": { input: Empty; output: Empty };
  "Pixii_1.CommitTransaction": { input: TransactionId; output: TransactWriteItemsOutput };
  "Pixii_1.Cost": { input: CostInput; output: CostOutput };
  "Pixii_1.DeleteSnapshot": { input: SnapshotId; output: Empty };
  "Pixii_1.DescribeClock": { input: Empty; output: ClockReading };
  "Pixii_1.DescribeModes": { input: Empty; output: Modes };
  "Pixii_1.DescribePartitions": {
    input: DescribePartitionsInput;
    output: DescribePartitionsOutput;
  };
  "Pixii_1.Explain": { input: ExplainInput; output: ExplainOutput };
  "Pixii_1.Export": { input: Empty; output: DatabaseBytes };
  "Pixii_1.Fork": { input: Empty; output: ForkOutput };
  "Pixii_1.FreezeClock": { input: FreezeClockInput; output: ClockReading };
  "Pixii_1.HoldTransaction": { input: HoldTransactionInput; output: TransactionId };
  "Pixii_1.Import": { input: DatabaseBytes; output: Empty };
  "Pixii_1.ListFaults": { input: Empty; output: ListFaultsOutput };
  "Pixii_1.ListThrottles": { input: ListThrottlesInput; output: ListThrottlesOutput };
  "Pixii_1.Metrics": { input: MetricsInput; output: MetricsOutput };
  "Pixii_1.RemoveFault": { input: FaultId; output: Empty };
  "Pixii_1.Reset": { input: Empty; output: Empty };
  "Pixii_1.Restore": { input: SnapshotId; output: Empty };
  "Pixii_1.ResumeClock": { input: Empty; output: ClockReading };
  "Pixii_1.SetClock": { input: SetClockInput; output: ClockReading };
  "Pixii_1.Simulate": { input: SimulateInput; output: SimulateOutput };
  "Pixii_1.Snapshot": { input: Empty; output: SnapshotId };
  "Pixii_1.UpdateModes": { input: Modes; output: Modes };
  "Pixii_1.UpdateTableCapacity": { input: TableCapacity; output: TableCapacity };
}

export interface AddFaultInput {
  Operation?: string | undefined;
  TableName?: string | undefined;
  Key?: AttributeMap | undefined;
  Call?: number | undefined;
  Probability?: number | undefined;
  Times?: number | undefined;
  Error?:
    | "ConditionalCheckFailedException"
    | "InternalServerError"
    | "ProvisionedThroughputExceededException"
    | "RequestLimitExceeded"
    | "ThrottlingException"
    | "TransactionConflictException"
    | undefined;
  Reason?:
    | "TableReadProvisionedThroughputExceeded"
    | "TableReadKeyRangeThroughputExceeded"
    | "TableReadAccountLimitExceeded"
    | "TableReadMaxOnDemandThroughputExceeded"
    | "TableWriteProvisionedThroughputExceeded"
    | "TableWriteKeyRangeThroughputExceeded"
    | "TableWriteAccountLimitExceeded"
    | "TableWriteMaxOnDemandThroughputExceeded"
    | "IndexReadProvisionedThroughputExceeded"
    | "IndexReadKeyRangeThroughputExceeded"
    | "IndexReadAccountLimitExceeded"
    | "IndexReadMaxOnDemandThroughputExceeded"
    | "IndexWriteProvisionedThroughputExceeded"
    | "IndexWriteKeyRangeThroughputExceeded"
    | "IndexWriteAccountLimitExceeded"
    | "IndexWriteMaxOnDemandThroughputExceeded"
    | undefined;
  AfterCommit?: boolean | undefined;
  BatchItems?: number | undefined;
  PageItems?: number | undefined;
  Delay?: string | undefined;
  Damage?: "CHECKSUM" | "RESET" | undefined;
}

export interface AdvanceClockInput {
  Duration?: string | undefined;
  Milliseconds?: number | undefined;
  StopAtNextDue?: boolean | undefined;
}

export interface Alarm {
  AlarmName: string;
  AlarmARN: string;
}

export interface AttributeDefinition {
  AttributeType: "B" | "N" | "S";
  AttributeName: string;
}

export interface AttributeValueUpdate {
  Value?: AttributeValue | undefined;
  Action?: "ADD" | "PUT" | "DELETE" | undefined;
}

export interface BatchExecuteStatementInput {
  Statements: Array<BatchStatementRequest>;
  ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE" | undefined;
}

export interface BatchExecuteStatementOutput {
  Responses?: Array<BatchStatementResponse> | undefined;
  ConsumedCapacity?: Array<ConsumedCapacity> | undefined;
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

export interface BatchStatementError {
  Code?:
    | "ConditionalCheckFailed"
    | "ItemCollectionSizeLimitExceeded"
    | "RequestLimitExceeded"
    | "ValidationError"
    | "ProvisionedThroughputExceeded"
    | "TransactionConflict"
    | "ThrottlingError"
    | "InternalServerError"
    | "ResourceNotFound"
    | "AccessDenied"
    | "DuplicateItem"
    | undefined;
  Message?: string | undefined;
  Item?: AttributeMap | undefined;
}

export interface BatchStatementRequest {
  Statement: string;
  Parameters?: Array<AttributeValue> | undefined;
  ConsistentRead?: boolean | undefined;
  ReturnValuesOnConditionCheckFailure?: "ALL_OLD" | "NONE" | undefined;
}

export interface BatchStatementResponse {
  Error?: BatchStatementError | undefined;
  TableName?: string | undefined;
  Item?: AttributeMap | undefined;
}

export interface BatchWriteItemInput {
  RequestItems: { [key: string]: Array<WriteRequest> };
  ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE" | undefined;
  ReturnItemCollectionMetrics?: "SIZE" | "NONE" | undefined;
}

export interface BatchWriteItemOutput {
  UnprocessedItems?: { [key: string]: Array<WriteRequest> } | undefined;
  ItemCollectionMetrics?: { [key: string]: Array<ItemCollectionMetrics> } | undefined;
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

export interface ClockReading {
  State: "RUNNING" | "STANDING";
  Now: string;
  NowMilliseconds: number;
  NextDue?: string | undefined;
  NextDueMilliseconds?: number | undefined;
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

export interface ContinuousBackupsDescription {
  ContinuousBackupsStatus: "ENABLED" | "DISABLED";
  PointInTimeRecoveryDescription?: PointInTimeRecoveryDescription | undefined;
}

export interface CostInput {
  TableName?: string | undefined;
  StartTime?: number | undefined;
  EndTime?: number | undefined;
  Prices?: Prices | undefined;
}

export interface CostOutput {
  PriceDate: string;
  PricesOf: string;
  StartTime: number;
  EndTime: number;
  Tables: Array<TableCost>;
  All: TableCost;
}

export interface CreateGlobalSecondaryIndexAction {
  IndexName: string;
  KeySchema: Array<KeySchemaElement>;
  Projection: Projection;
  ProvisionedThroughput?: ProvisionedThroughput | undefined;
  OnDemandThroughput?: OnDemandThroughput | undefined;
  WarmThroughput?: WarmThroughput | undefined;
}

export interface CreateTableInput {
  AttributeDefinitions: Array<AttributeDefinition>;
  TableName: string;
  KeySchema: Array<KeySchemaElement>;
  LocalSecondaryIndexes?: Array<LocalSecondaryIndex> | undefined;
  GlobalSecondaryIndexes?: Array<GlobalSecondaryIndex> | undefined;
  BillingMode?: "PROVISIONED" | "PAY_PER_REQUEST" | undefined;
  TableThroughputMode?: "PROVISIONED" | "PAY_PER_REQUEST" | undefined;
  ProvisionedThroughput?: ProvisionedThroughput | undefined;
  StreamSpecification?: StreamSpecification | undefined;
  SSESpecification?: SSESpecification | undefined;
  Tags?: Array<Tag> | undefined;
  TableClass?: "STANDARD" | "STANDARD_INFREQUENT_ACCESS" | undefined;
  DeletionProtectionEnabled?: boolean | undefined;
  WarmThroughput?: WarmThroughput | undefined;
  ResourcePolicy?: string | undefined;
  OnDemandThroughput?: OnDemandThroughput | undefined;
  GlobalTableSourceArn?: string | undefined;
  GlobalTableSettingsReplicationMode?: string | undefined;
  VectorIndexes?: Array<UnservedParameter> | undefined;
}

export interface CreateTableOutput {
  TableDescription?: TableDescription | undefined;
}

export interface DataRecord {
  SequenceNumber: string;
  ApproximateArrivalTimestamp?: number | undefined;
  Data: string;
  PartitionKey: string;
}

export interface DataSequenceNumberRange {
  StartingSequenceNumber: string;
}

export interface DataShard {
  ShardId: string;
  HashKeyRange: HashKeyRange;
  SequenceNumberRange: DataSequenceNumberRange;
}

export interface DataStreamDescription {
  StreamName?: string | undefined;
  StreamARN?: string | undefined;
  StreamStatus?: string | undefined;
  StreamModeDetails?: StreamModeDetails | undefined;
  Shards?: Array<DataShard> | undefined;
  HasMoreShards?: boolean | undefined;
  RetentionPeriodHours?: number | undefined;
  StreamCreationTimestamp?: number | undefined;
  EnhancedMonitoring?: Array<EnhancedMetrics> | undefined;
  EncryptionType?: string | undefined;
  OpenShardCount?: number | undefined;
  ConsumerCount?: number | undefined;
}

export interface DataStreamSummary {
  StreamName?: string | undefined;
  StreamARN?: string | undefined;
  StreamStatus?: string | undefined;
  StreamModeDetails?: StreamModeDetails | undefined;
  StreamCreationTimestamp?: number | undefined;
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

export interface DeleteGlobalSecondaryIndexAction {
  IndexName: string;
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
  ItemCollectionMetrics?: ItemCollectionMetrics | undefined;
}

export interface DeleteRequest {
  Key: AttributeMap;
}

export interface DeleteResourcePolicyInput {
  ResourceArn: string;
  ExpectedRevisionId?: string | undefined;
}

export interface DeleteResourcePolicyOutput {
  RevisionId?: string | undefined;
}

export interface DeleteScalingPolicyRequest {
  PolicyName: string;
  ServiceNamespace:
    | "cassandra"
    | "dynamodb"
    | "rds"
    | "comprehend"
    | "elasticmapreduce"
    | "lambda"
    | "custom-resource"
    | "ec2"
    | "appstream"
    | "neptune"
    | "kafka"
    | "elasticache"
    | "ecs"
    | "sagemaker"
    | "workspaces";
  ResourceId: string;
  ScalableDimension:
    | "dynamodb:index:ReadCapacityUnits"
    | "dynamodb:index:WriteCapacityUnits"
    | "dynamodb:table:ReadCapacityUnits"
    | "dynamodb:table:WriteCapacityUnits";
}

export type DeleteScalingPolicyResponse = { [member: string]: never };

export interface DeleteScheduledActionRequest {
  ServiceNamespace:
    | "cassandra"
    | "dynamodb"
    | "rds"
    | "comprehend"
    | "elasticmapreduce"
    | "lambda"
    | "custom-resource"
    | "ec2"
    | "appstream"
    | "neptune"
    | "kafka"
    | "elasticache"
    | "ecs"
    | "sagemaker"
    | "workspaces";
  ScheduledActionName: string;
  ResourceId: string;
  ScalableDimension:
    | "dynamodb:index:ReadCapacityUnits"
    | "dynamodb:index:WriteCapacityUnits"
    | "dynamodb:table:ReadCapacityUnits"
    | "dynamodb:table:WriteCapacityUnits";
}

export type DeleteScheduledActionResponse = { [member: string]: never };

export interface DeleteTableInput {
  TableName: string;
}

export interface DeleteTableOutput {
  TableDescription?: TableDescription | undefined;
}

export interface DeregisterScalableTargetRequest {
  ServiceNamespace:
    | "cassandra"
    | "dynamodb"
    | "rds"
    | "comprehend"
    | "elasticmapreduce"
    | "lambda"
    | "custom-resource"
    | "ec2"
    | "appstream"
    | "neptune"
    | "kafka"
    | "elasticache"
    | "ecs"
    | "sagemaker"
    | "workspaces";
  ResourceId: string;
  ScalableDimension:
    | "dynamodb:index:ReadCapacityUnits"
    | "dynamodb:index:WriteCapacityUnits"
    | "dynamodb:table:ReadCapacityUnits"
    | "dynamodb:table:WriteCapacityUnits";
}

export type DeregisterScalableTargetResponse = { [member: string]: never };

export interface DescribeContinuousBackupsInput {
  TableName: string;
}

export interface DescribeContinuousBackupsOutput {
  ContinuousBackupsDescription?: ContinuousBackupsDescription | undefined;
}

export type DescribeEndpointsRequest = { [member: string]: never };

export interface DescribeEndpointsResponse {
  Endpoints: Array<Endpoint>;
}

export interface DescribeKinesisStreamingDestinationInput {
  TableName: string;
}

export interface DescribeKinesisStreamingDestinationOutput {
  TableName?: string | undefined;
  KinesisDataStreamDestinations?: Array<KinesisDataStreamDestination> | undefined;
}

export type DescribeLimitsInput = { [member: string]: never };

export interface DescribeLimitsOutput {
  AccountMaxReadCapacityUnits?: number | undefined;
  AccountMaxWriteCapacityUnits?: number | undefined;
  TableMaxReadCapacityUnits?: number | undefined;
  TableMaxWriteCapacityUnits?: number | undefined;
}

export interface DescribePartitionsInput {
  TableName: string;
  IndexName?: string | undefined;
}

export interface DescribePartitionsOutput {
  Capacity?: string | undefined;
  BillingMode?: string | undefined;
  ServedUnits?: UnitPair | undefined;
  Tokens?: UnitPair | undefined;
  Partitions?: Array<Partition> | undefined;
}

export interface DescribeScalableTargetsRequest {
  ServiceNamespace:
    | "cassandra"
    | "dynamodb"
    | "rds"
    | "comprehend"
    | "elasticmapreduce"
    | "lambda"
    | "custom-resource"
    | "ec2"
    | "appstream"
    | "neptune"
    | "kafka"
    | "elasticache"
    | "ecs"
    | "sagemaker"
    | "workspaces";
  ResourceIds?: Array<string> | undefined;
  ScalableDimension?:
    | "dynamodb:index:ReadCapacityUnits"
    | "dynamodb:index:WriteCapacityUnits"
    | "dynamodb:table:ReadCapacityUnits"
    | "dynamodb:table:WriteCapacityUnits"
    | undefined;
  MaxResults?: number | undefined;
  NextToken?: string | undefined;
}

export interface DescribeScalableTargetsResponse {
  ScalableTargets?: Array<ScalableTarget> | undefined;
  NextToken?: string | undefined;
}

export interface DescribeScalingActivitiesRequest {
  ServiceNamespace:
    | "cassandra"
    | "dynamodb"
    | "rds"
    | "comprehend"
    | "elasticmapreduce"
    | "lambda"
    | "custom-resource"
    | "ec2"
    | "appstream"
    | "neptune"
    | "kafka"
    | "elasticache"
    | "ecs"
    | "sagemaker"
    | "workspaces";
  ResourceId?: string | undefined;
  ScalableDimension?:
    | "dynamodb:index:ReadCapacityUnits"
    | "dynamodb:index:WriteCapacityUnits"
    | "dynamodb:table:ReadCapacityUnits"
    | "dynamodb:table:WriteCapacityUnits"
    | undefined;
  MaxResults?: number | undefined;
  NextToken?: string | undefined;
  IncludeNotScaledActivities?: boolean | undefined;
}

export interface DescribeScalingActivitiesResponse {
  ScalingActivities?: Array<ScalingActivity> | undefined;
  NextToken?: string | undefined;
}

export interface DescribeScalingPoliciesRequest {
  PolicyNames?: Array<string> | undefined;
  ServiceNamespace:
    | "cassandra"
    | "dynamodb"
    | "rds"
    | "comprehend"
    | "elasticmapreduce"
    | "lambda"
    | "custom-resource"
    | "ec2"
    | "appstream"
    | "neptune"
    | "kafka"
    | "elasticache"
    | "ecs"
    | "sagemaker"
    | "workspaces";
  ResourceId?: string | undefined;
  ScalableDimension?:
    | "dynamodb:index:ReadCapacityUnits"
    | "dynamodb:index:WriteCapacityUnits"
    | "dynamodb:table:ReadCapacityUnits"
    | "dynamodb:table:WriteCapacityUnits"
    | undefined;
  MaxResults?: number | undefined;
  NextToken?: string | undefined;
}

export interface DescribeScalingPoliciesResponse {
  ScalingPolicies?: Array<ScalingPolicy> | undefined;
  NextToken?: string | undefined;
}

export interface DescribeScheduledActionsRequest {
  ScheduledActionNames?: Array<string> | undefined;
  ServiceNamespace:
    | "cassandra"
    | "dynamodb"
    | "rds"
    | "comprehend"
    | "elasticmapreduce"
    | "lambda"
    | "custom-resource"
    | "ec2"
    | "appstream"
    | "neptune"
    | "kafka"
    | "elasticache"
    | "ecs"
    | "sagemaker"
    | "workspaces";
  ResourceId?: string | undefined;
  ScalableDimension?:
    | "dynamodb:index:ReadCapacityUnits"
    | "dynamodb:index:WriteCapacityUnits"
    | "dynamodb:table:ReadCapacityUnits"
    | "dynamodb:table:WriteCapacityUnits"
    | undefined;
  MaxResults?: number | undefined;
  NextToken?: string | undefined;
}

export interface DescribeScheduledActionsResponse {
  ScheduledActions?: Array<ScheduledAction> | undefined;
  NextToken?: string | undefined;
}

export interface DescribeStreamInput {
  StreamArn: string;
  Limit?: number | undefined;
  ExclusiveStartShardId?: string | undefined;
  ShardFilter?: ShardFilter | undefined;
}

export interface DescribeStreamOutput {
  StreamDescription?: StreamDescription | undefined;
}

export interface DescribeTableInput {
  TableName: string;
}

export interface DescribeTableOutput {
  Table?: TableDescription | undefined;
}

export interface DescribeTimeToLiveInput {
  TableName: string;
}

export interface DescribeTimeToLiveOutput {
  TimeToLiveDescription?: TimeToLiveDescription | undefined;
}

export interface Dimension {
  Name: string;
  Value?: string | undefined;
}

export type Empty = { [member: string]: never };

export interface EnableKinesisStreamingConfiguration {
  ApproximateCreationDateTimePrecision?: "MICROSECOND" | "MILLISECOND" | undefined;
}

export interface Endpoint {
  Address: string;
  CachePeriodInMinutes: number;
}

export interface EnhancedMetrics {
  ShardLevelMetrics?: Array<string> | undefined;
}

export interface ExecuteStatementInput {
  Statement: string;
  Parameters?: Array<AttributeValue> | undefined;
  ConsistentRead?: boolean | undefined;
  NextToken?: string | undefined;
  ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE" | undefined;
  Limit?: number | undefined;
  ReturnValuesOnConditionCheckFailure?: "ALL_OLD" | "NONE" | undefined;
}

export interface ExecuteStatementOutput {
  Items?: Array<AttributeMap> | undefined;
  NextToken?: string | undefined;
  ConsumedCapacity?: ConsumedCapacity | undefined;
  LastEvaluatedKey?: AttributeMap | undefined;
}

export interface ExecuteTransactionInput {
  TransactStatements: Array<ParameterizedStatement>;
  ClientRequestToken?: string | undefined;
  ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE" | undefined;
}

export interface ExecuteTransactionOutput {
  Responses?: Array<ItemResponse> | undefined;
  ConsumedCapacity?: Array<ConsumedCapacity> | undefined;
}

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

export interface ExplainInput {
  Operation: string;
  Input: string;
}

export interface ExplainOutput {
  Operation: string;
  Accesses: Array<ExplainedAccess>;
  ItemsWalked?: number | undefined;
  BytesWalked?: number | undefined;
  ItemsReturned?: number | undefined;
  ItemsWritten?: number | undefined;
  CapacityUnits: number;
  Cost: number;
  PriceDate: string;
  Warnings: Array<ExplainedWarning>;
  Throttles?: Array<Throttle> | undefined;
  Error?: ExplainedError | undefined;
}

export interface ExplainedAccess {
  TableName: string;
  IndexName?: string | undefined;
  Kind: "READ" | "WRITE";
  CapacityUnits: number;
  Cost: number;
  Partitions: number;
  PartitionRanges?: Array<string> | undefined;
}

export interface ExplainedError {
  Type: string;
  Message?: string | undefined;
}

export interface ExplainedWarning {
  Code:
    "SCAN" | "FILTER_WASTE" | "HOT_KEY" | "LARGE_ITEM" | "TTL_IN_MILLISECONDS" | "MANY_PARTITIONS";
  Message: string;
}

export interface FaultDescription {
  FaultId: string;
  Operation?: string | undefined;
  TableName?: string | undefined;
  Key?: AttributeMap | undefined;
  Call?: number | undefined;
  Probability?: number | undefined;
  Times?: number | undefined;
  Error?:
    | "ConditionalCheckFailedException"
    | "InternalServerError"
    | "ProvisionedThroughputExceededException"
    | "RequestLimitExceeded"
    | "ThrottlingException"
    | "TransactionConflictException"
    | undefined;
  Reason?:
    | "TableReadProvisionedThroughputExceeded"
    | "TableReadKeyRangeThroughputExceeded"
    | "TableReadAccountLimitExceeded"
    | "TableReadMaxOnDemandThroughputExceeded"
    | "TableWriteProvisionedThroughputExceeded"
    | "TableWriteKeyRangeThroughputExceeded"
    | "TableWriteAccountLimitExceeded"
    | "TableWriteMaxOnDemandThroughputExceeded"
    | "IndexReadProvisionedThroughputExceeded"
    | "IndexReadKeyRangeThroughputExceeded"
    | "IndexReadAccountLimitExceeded"
    | "IndexReadMaxOnDemandThroughputExceeded"
    | "IndexWriteProvisionedThroughputExceeded"
    | "IndexWriteKeyRangeThroughputExceeded"
    | "IndexWriteAccountLimitExceeded"
    | "IndexWriteMaxOnDemandThroughputExceeded"
    | undefined;
  AfterCommit?: boolean | undefined;
  BatchItems?: number | undefined;
  PageItems?: number | undefined;
  Delay?: string | undefined;
  Damage?: "CHECKSUM" | "RESET" | undefined;
  Matched: number;
  Struck: number;
}

export interface FaultId {
  FaultId: string;
}

export interface ForkOutput {
  ForkId?: string | undefined;
}

export interface FreezeClockInput {
  Time?: string | undefined;
  TimeMilliseconds?: number | undefined;
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

export interface GetMetricDataInput {
  MetricDataQueries: Array<MetricDataQuery>;
  StartTime: number;
  EndTime: number;
  NextToken?: string | undefined;
  ScanBy?: "TimestampDescending" | "TimestampAscending" | undefined;
  MaxDatapoints?: number | undefined;
}

export interface GetMetricDataOutput {
  MetricDataResults?: Array<MetricDataResult> | undefined;
  Messages?: Array<MessageData> | undefined;
}

export interface GetRecordsInput {
  ShardIterator: string;
  Limit?: number | undefined;
}

export interface GetRecordsOutput {
  Records?: Array<Record> | undefined;
  NextShardIterator?: string | undefined;
}

export interface GetResourcePolicyInput {
  ResourceArn: string;
}

export interface GetResourcePolicyOutput {
  Policy?: string | undefined;
  RevisionId?: string | undefined;
}

export interface GetShardIteratorInput {
  StreamArn: string;
  ShardId: string;
  ShardIteratorType: "AFTER_SEQUENCE_NUMBER" | "AT_SEQUENCE_NUMBER" | "LATEST" | "TRIM_HORIZON";
  SequenceNumber?: string | undefined;
}

export interface GetShardIteratorOutput {
  ShardIterator?: string | undefined;
}

export interface GlobalSecondaryIndex {
  IndexName: string;
  KeySchema: Array<KeySchemaElement>;
  Projection: Projection;
  ProvisionedThroughput?: ProvisionedThroughput | undefined;
  OnDemandThroughput?: OnDemandThroughput | undefined;
  WarmThroughput?: WarmThroughput | undefined;
}

export interface GlobalSecondaryIndexDescription {
  IndexName?: string | undefined;
  KeySchema?: Array<KeySchemaElement> | undefined;
  Projection?: Projection | undefined;
  IndexStatus?: "CREATING" | "UPDATING" | "DELETING" | "ACTIVE" | undefined;
  Backfilling?: boolean | undefined;
  ProvisionedThroughput?: ProvisionedThroughputDescription | undefined;
  IndexSizeBytes?: number | undefined;
  ItemCount?: number | undefined;
  IndexArn?: string | undefined;
  OnDemandThroughput?: OnDemandThroughput | undefined;
  WarmThroughput?: GlobalSecondaryIndexWarmThroughputDescription | undefined;
}

export interface GlobalSecondaryIndexUpdate {
  Update?: UpdateGlobalSecondaryIndexAction | undefined;
  Create?: CreateGlobalSecondaryIndexAction | undefined;
  Delete?: DeleteGlobalSecondaryIndexAction | undefined;
}

export interface GlobalSecondaryIndexWarmThroughputDescription {
  ReadUnitsPerSecond?: number | undefined;
  WriteUnitsPerSecond?: number | undefined;
  Status?: "CREATING" | "UPDATING" | "DELETING" | "ACTIVE" | undefined;
}

export interface HashKeyRange {
  StartingHashKey: string;
  EndingHashKey: string;
}

export interface HoldTransactionInput {
  TransactItems: Array<TransactWriteItem>;
  ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE" | undefined;
  ReturnItemCollectionMetrics?: "SIZE" | "NONE" | undefined;
  ClientRequestToken?: string | undefined;
}

export interface Identity {
  PrincipalId?: string | undefined;
  Type?: string | undefined;
}

export interface ItemCollectionMetrics {
  ItemCollectionKey?: AttributeMap | undefined;
  SizeEstimateRangeGB?: Array<number> | undefined;
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

export interface KinesisCreateStreamInput {
  StreamName: string;
  ShardCount?: number | undefined;
  StreamModeDetails?: StreamModeDetails | undefined;
}

export interface KinesisDataStreamDestination {
  StreamArn?: string | undefined;
  DestinationStatus?:
    "DISABLING" | "DISABLED" | "ENABLE_FAILED" | "ENABLING" | "ACTIVE" | "UPDATING" | undefined;
  DestinationStatusDescription?: string | undefined;
  ApproximateCreationDateTimePrecision?: "MICROSECOND" | "MILLISECOND" | undefined;
}

export interface KinesisDescribeStreamInput {
  StreamName?: string | undefined;
  Limit?: number | undefined;
  ExclusiveStartShardId?: string | undefined;
  StreamARN?: string | undefined;
}

export interface KinesisDescribeStreamOutput {
  StreamDescription?: DataStreamDescription | undefined;
}

export interface KinesisDescribeStreamSummaryOutput {
  StreamDescriptionSummary?: DataStreamDescription | undefined;
}

export interface KinesisGetRecordsInput {
  ShardIterator: string;
  Limit?: number | undefined;
  StreamARN?: string | undefined;
}

export interface KinesisGetRecordsOutput {
  Records: Array<DataRecord>;
  NextShardIterator?: string | undefined;
  MillisBehindLatest?: number | undefined;
}

export interface KinesisGetShardIteratorInput {
  StreamName?: string | undefined;
  ShardId: string;
  ShardIteratorType:
    "AFTER_SEQUENCE_NUMBER" | "LATEST" | "AT_TIMESTAMP" | "AT_SEQUENCE_NUMBER" | "TRIM_HORIZON";
  StartingSequenceNumber?: string | undefined;
  Timestamp?: number | undefined;
  StreamARN?: string | undefined;
}

export interface KinesisGetShardIteratorOutput {
  ShardIterator?: string | undefined;
}

export interface KinesisListShardsInput {
  StreamName?: string | undefined;
  NextToken?: string | undefined;
  ExclusiveStartShardId?: string | undefined;
  MaxResults?: number | undefined;
  StreamARN?: string | undefined;
}

export interface KinesisListShardsOutput {
  Shards?: Array<DataShard> | undefined;
  NextToken?: string | undefined;
}

export interface KinesisListStreamsInput {
  Limit?: number | undefined;
  ExclusiveStartStreamName?: string | undefined;
  NextToken?: string | undefined;
}

export interface KinesisListStreamsOutput {
  StreamNames?: Array<string> | undefined;
  HasMoreStreams?: boolean | undefined;
  NextToken?: string | undefined;
  StreamSummaries?: Array<DataStreamSummary> | undefined;
}

export interface KinesisStreamingDestinationInput {
  TableName: string;
  StreamArn: string;
  EnableKinesisStreamingConfiguration?: EnableKinesisStreamingConfiguration | undefined;
}

export interface KinesisStreamingDestinationOutput {
  TableName?: string | undefined;
  StreamArn?: string | undefined;
  DestinationStatus?:
    "DISABLING" | "DISABLED" | "ENABLE_FAILED" | "ENABLING" | "ACTIVE" | "UPDATING" | undefined;
  EnableKinesisStreamingConfiguration?: EnableKinesisStreamingConfiguration | undefined;
}

export interface ListBackupsInput {
  TableName?: string | undefined;
  Limit?: number | undefined;
  TimeRangeLowerBound?: number | undefined;
  TimeRangeUpperBound?: number | undefined;
  ExclusiveStartBackupArn?: string | undefined;
  BackupType?: "USER" | "SYSTEM" | "AWS_BACKUP" | "ALL" | undefined;
}

export interface ListBackupsOutput {
  BackupSummaries?: Array<UnservedParameter> | undefined;
  LastEvaluatedBackupArn?: string | undefined;
}

export interface ListExportsInput {
  TableArn?: string | undefined;
  MaxResults?: number | undefined;
  NextToken?: string | undefined;
}

export interface ListExportsOutput {
  ExportSummaries?: Array<UnservedParameter> | undefined;
  NextToken?: string | undefined;
}

export interface ListFaultsOutput {
  Faults: Array<FaultDescription>;
}

export interface ListGlobalTablesInput {
  ExclusiveStartGlobalTableName?: string | undefined;
  Limit?: number | undefined;
  RegionName?: string | undefined;
}

export interface ListGlobalTablesOutput {
  GlobalTables?: Array<UnservedParameter> | undefined;
  LastEvaluatedGlobalTableName?: string | undefined;
}

export interface ListImportsInput {
  TableArn?: string | undefined;
  PageSize?: number | undefined;
  NextToken?: string | undefined;
}

export interface ListImportsOutput {
  ImportSummaryList?: Array<UnservedParameter> | undefined;
  NextToken?: string | undefined;
}

export interface ListMetricsInput {
  Namespace?: string | undefined;
  MetricName?: string | undefined;
  Dimensions?: Array<Dimension> | undefined;
  NextToken?: string | undefined;
}

export interface ListMetricsOutput {
  Metrics?: Array<Metric> | undefined;
}

export interface ListStreamsInput {
  ExclusiveStartStreamArn?: string | undefined;
  Limit?: number | undefined;
  TableName?: string | undefined;
}

export interface ListStreamsOutput {
  Streams?: Array<Stream> | undefined;
  LastEvaluatedStreamArn?: string | undefined;
}

export interface ListTablesInput {
  ExclusiveStartTableName?: string | undefined;
  Limit?: number | undefined;
}

export interface ListTablesOutput {
  TableNames?: Array<string> | undefined;
  LastEvaluatedTableName?: string | undefined;
}

export interface ListTagsOfResourceInput {
  ResourceArn: string;
  NextToken?: string | undefined;
}

export interface ListTagsOfResourceOutput {
  Tags?: Array<Tag> | undefined;
  NextToken?: string | undefined;
}

export interface ListThrottlesInput {
  TableName?: string | undefined;
}

export interface ListThrottlesOutput {
  Throttles?: Array<Throttle> | undefined;
  ThrottleCount?: number | undefined;
}

export interface LocalSecondaryIndex {
  IndexName: string;
  KeySchema: Array<KeySchemaElement>;
  Projection: Projection;
}

export interface LocalSecondaryIndexDescription {
  IndexName?: string | undefined;
  KeySchema?: Array<KeySchemaElement> | undefined;
  Projection?: Projection | undefined;
  IndexSizeBytes?: number | undefined;
  ItemCount?: number | undefined;
  IndexArn?: string | undefined;
}

export type MessageData = { [member: string]: never };

export interface Metric {
  Namespace?: string | undefined;
  MetricName?: string | undefined;
  Dimensions?: Array<Dimension> | undefined;
}

export interface MetricDataQuery {
  Id: string;
  MetricStat?: MetricStat | undefined;
  Expression?: string | undefined;
  Label?: string | undefined;
  ReturnData?: boolean | undefined;
  Period?: number | undefined;
}

export interface MetricDataResult {
  Id?: string | undefined;
  Label?: string | undefined;
  Timestamps?: Array<number> | undefined;
  Values?: Array<number> | undefined;
  StatusCode?: string | undefined;
}

export interface MetricMinute {
  Timestamp: number;
  Sum: number;
  Average: number;
  Minimum: number;
  Maximum: number;
  SampleCount: number;
}

export interface MetricSeries {
  MetricName: string;
  Unit: string;
  TableName?: string | undefined;
  GlobalSecondaryIndexName?: string | undefined;
  Operation?: string | undefined;
  Minutes: Array<MetricMinute>;
}

export interface MetricStat {
  Metric: Metric;
  Period: number;
  Stat: string;
  Unit?: string | undefined;
}

export interface MetricsInput {
  TableName?: string | undefined;
  IndexName?: string | undefined;
  MetricName?: string | undefined;
  StartTime?: number | undefined;
  EndTime?: number | undefined;
}

export interface MetricsOutput {
  Metrics: Array<MetricSeries>;
}

export interface Modes {
  Timing?: "instant" | "aws" | undefined;
  Capacity?: "report" | "enforce" | undefined;
  ConsistencyLag?: string | undefined;
  Constants?: { [key: string]: string } | undefined;
  Seed?: number | undefined;
}

export type NoResponse = { [member: string]: never };

export interface OnDemandThroughput {
  MaxReadRequestUnits?: number | undefined;
  MaxWriteRequestUnits?: number | undefined;
}

export interface ParameterizedStatement {
  Statement: string;
  Parameters?: Array<AttributeValue> | undefined;
  ReturnValuesOnConditionCheckFailure?: "ALL_OLD" | "NONE" | undefined;
}

export interface Partition {
  PartitionId?: number | undefined;
  ParentPartitionId?: number | undefined;
  FirstHash?: string | undefined;
  LastHash?: string | undefined;
  Share?: number | undefined;
  SizeBytes?: number | undefined;
  MinuteUnits?: UnitPair | undefined;
  LastMinuteUnits?: UnitPair | undefined;
  Tokens?: UnitPair | undefined;
  Throttles?: UnitPair | undefined;
  Heat?: number | undefined;
  HotMinutes?: number | undefined;
  HotKeys?: Array<PartitionKeyHeat> | undefined;
}

export interface PartitionKeyHeat {
  Hash?: string | undefined;
  Key?: string | undefined;
  Percent?: number | undefined;
}

export interface PointInTimeRecoveryDescription {
  PointInTimeRecoveryStatus?: "ENABLED" | "DISABLED" | undefined;
  RecoveryPeriodInDays?: number | undefined;
  EarliestRestorableDateTime?: number | undefined;
  LatestRestorableDateTime?: number | undefined;
}

export interface PointInTimeRecoverySpecification {
  PointInTimeRecoveryEnabled: boolean;
  RecoveryPeriodInDays?: number | undefined;
}

export interface PredefinedMetricSpecification {
  PredefinedMetricType: "DynamoDBReadCapacityUtilization" | "DynamoDBWriteCapacityUtilization";
  ResourceLabel?: string | undefined;
}

export interface Prices {
  Date?: string | undefined;
  PerMillionReads?: number | undefined;
  PerMillionWrites?: number | undefined;
  PerReadUnitHour?: number | undefined;
  PerWriteUnitHour?: number | undefined;
  PerGbMonth?: number | undefined;
  PerHundredThousandStreamReads?: number | undefined;
}

export interface Projection {
  ProjectionType?: "ALL" | "INCLUDE" | "KEYS_ONLY" | undefined;
  NonKeyAttributes?: Array<string> | undefined;
}

export interface ProvisionedThroughput {
  WriteCapacityUnits: number;
  ReadCapacityUnits: number;
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
  ItemCollectionMetrics?: ItemCollectionMetrics | undefined;
}

export interface PutRequest {
  Item: AttributeMap;
}

export interface PutResourcePolicyInput {
  ResourceArn: string;
  Policy: string;
  ExpectedRevisionId?: string | undefined;
  ConfirmRemoveSelfResourceAccess?: boolean | undefined;
}

export interface PutResourcePolicyOutput {
  RevisionId?: string | undefined;
}

export interface PutScalingPolicyRequest {
  PolicyName: string;
  ServiceNamespace:
    | "cassandra"
    | "dynamodb"
    | "rds"
    | "comprehend"
    | "elasticmapreduce"
    | "lambda"
    | "custom-resource"
    | "ec2"
    | "appstream"
    | "neptune"
    | "kafka"
    | "elasticache"
    | "ecs"
    | "sagemaker"
    | "workspaces";
  ResourceId: string;
  ScalableDimension:
    | "dynamodb:index:ReadCapacityUnits"
    | "dynamodb:index:WriteCapacityUnits"
    | "dynamodb:table:ReadCapacityUnits"
    | "dynamodb:table:WriteCapacityUnits";
  PolicyType?: "StepScaling" | "TargetTrackingScaling" | "PredictiveScaling" | undefined;
  StepScalingPolicyConfiguration?: UnservedConfiguration | undefined;
  TargetTrackingScalingPolicyConfiguration?: TargetTrackingScalingPolicyConfiguration | undefined;
  PredictiveScalingPolicyConfiguration?: UnservedConfiguration | undefined;
}

export interface PutScalingPolicyResponse {
  PolicyARN: string;
  Alarms?: Array<Alarm> | undefined;
}

export interface PutScheduledActionRequest {
  ServiceNamespace:
    | "cassandra"
    | "dynamodb"
    | "rds"
    | "comprehend"
    | "elasticmapreduce"
    | "lambda"
    | "custom-resource"
    | "ec2"
    | "appstream"
    | "neptune"
    | "kafka"
    | "elasticache"
    | "ecs"
    | "sagemaker"
    | "workspaces";
  Schedule?: string | undefined;
  Timezone?: string | undefined;
  ScheduledActionName: string;
  ResourceId: string;
  ScalableDimension:
    | "dynamodb:index:ReadCapacityUnits"
    | "dynamodb:index:WriteCapacityUnits"
    | "dynamodb:table:ReadCapacityUnits"
    | "dynamodb:table:WriteCapacityUnits";
  StartTime?: number | undefined;
  EndTime?: number | undefined;
  ScalableTargetAction?: ScalableTargetAction | undefined;
}

export type PutScheduledActionResponse = { [member: string]: never };

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

export interface Record {
  eventID?: string | undefined;
  eventName?: "INSERT" | "MODIFY" | "REMOVE" | undefined;
  eventVersion?: string | undefined;
  eventSource?: string | undefined;
  awsRegion?: string | undefined;
  dynamodb?: StreamRecord | undefined;
  userIdentity?: Identity | undefined;
}

export interface RegisterScalableTargetRequest {
  ServiceNamespace:
    | "cassandra"
    | "dynamodb"
    | "rds"
    | "comprehend"
    | "elasticmapreduce"
    | "lambda"
    | "custom-resource"
    | "ec2"
    | "appstream"
    | "neptune"
    | "kafka"
    | "elasticache"
    | "ecs"
    | "sagemaker"
    | "workspaces";
  ResourceId: string;
  ScalableDimension:
    | "dynamodb:index:ReadCapacityUnits"
    | "dynamodb:index:WriteCapacityUnits"
    | "dynamodb:table:ReadCapacityUnits"
    | "dynamodb:table:WriteCapacityUnits";
  MinCapacity?: number | undefined;
  MaxCapacity?: number | undefined;
  RoleARN?: string | undefined;
  SuspendedState?: SuspendedState | undefined;
  Tags?: { [key: string]: string } | undefined;
}

export interface RegisterScalableTargetResponse {
  ScalableTargetARN?: string | undefined;
}

export interface SSEDescription {
  Status?: "ENABLING" | "ENABLED" | "DISABLING" | "DISABLED" | "UPDATING" | undefined;
  SSEType?: "AES256" | "KMS" | undefined;
  KMSMasterKeyArn?: string | undefined;
}

export interface SSESpecification {
  Enabled?: boolean | undefined;
  SSEType?: "AES256" | "KMS" | undefined;
  KMSMasterKeyId?: string | undefined;
}

export interface ScalableTarget {
  ServiceNamespace:
    | "cassandra"
    | "dynamodb"
    | "rds"
    | "comprehend"
    | "elasticmapreduce"
    | "lambda"
    | "custom-resource"
    | "ec2"
    | "appstream"
    | "neptune"
    | "kafka"
    | "elasticache"
    | "ecs"
    | "sagemaker"
    | "workspaces";
  ResourceId: string;
  ScalableDimension:
    | "dynamodb:index:ReadCapacityUnits"
    | "dynamodb:index:WriteCapacityUnits"
    | "dynamodb:table:ReadCapacityUnits"
    | "dynamodb:table:WriteCapacityUnits";
  MinCapacity: number;
  MaxCapacity: number;
  RoleARN: string;
  CreationTime: number;
  SuspendedState?: SuspendedState | undefined;
  ScalableTargetARN?: string | undefined;
}

export interface ScalableTargetAction {
  MinCapacity?: number | undefined;
  MaxCapacity?: number | undefined;
}

export interface ScalingActivity {
  ActivityId: string;
  ServiceNamespace:
    | "cassandra"
    | "dynamodb"
    | "rds"
    | "comprehend"
    | "elasticmapreduce"
    | "lambda"
    | "custom-resource"
    | "ec2"
    | "appstream"
    | "neptune"
    | "kafka"
    | "elasticache"
    | "ecs"
    | "sagemaker"
    | "workspaces";
  ResourceId: string;
  ScalableDimension:
    | "dynamodb:index:ReadCapacityUnits"
    | "dynamodb:index:WriteCapacityUnits"
    | "dynamodb:table:ReadCapacityUnits"
    | "dynamodb:table:WriteCapacityUnits";
  Description: string;
  Cause: string;
  StartTime: number;
  EndTime?: number | undefined;
  StatusCode: "Pending" | "InProgress" | "Successful" | "Overridden" | "Unfulfilled" | "Failed";
  StatusMessage?: string | undefined;
}

export interface ScalingPolicy {
  PolicyARN: string;
  PolicyName: string;
  ServiceNamespace:
    | "cassandra"
    | "dynamodb"
    | "rds"
    | "comprehend"
    | "elasticmapreduce"
    | "lambda"
    | "custom-resource"
    | "ec2"
    | "appstream"
    | "neptune"
    | "kafka"
    | "elasticache"
    | "ecs"
    | "sagemaker"
    | "workspaces";
  ResourceId: string;
  ScalableDimension:
    | "dynamodb:index:ReadCapacityUnits"
    | "dynamodb:index:WriteCapacityUnits"
    | "dynamodb:table:ReadCapacityUnits"
    | "dynamodb:table:WriteCapacityUnits";
  PolicyType: "StepScaling" | "TargetTrackingScaling" | "PredictiveScaling";
  TargetTrackingScalingPolicyConfiguration?: TargetTrackingScalingPolicyConfiguration | undefined;
  Alarms?: Array<Alarm> | undefined;
  CreationTime: number;
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

export interface ScheduledAction {
  ScheduledActionName: string;
  ScheduledActionARN: string;
  ServiceNamespace:
    | "cassandra"
    | "dynamodb"
    | "rds"
    | "comprehend"
    | "elasticmapreduce"
    | "lambda"
    | "custom-resource"
    | "ec2"
    | "appstream"
    | "neptune"
    | "kafka"
    | "elasticache"
    | "ecs"
    | "sagemaker"
    | "workspaces";
  Schedule: string;
  Timezone?: string | undefined;
  ResourceId: string;
  ScalableDimension?:
    | "dynamodb:index:ReadCapacityUnits"
    | "dynamodb:index:WriteCapacityUnits"
    | "dynamodb:table:ReadCapacityUnits"
    | "dynamodb:table:WriteCapacityUnits"
    | undefined;
  StartTime?: number | undefined;
  EndTime?: number | undefined;
  ScalableTargetAction?: ScalableTargetAction | undefined;
  CreationTime: number;
}

export interface SequenceNumberRange {
  StartingSequenceNumber?: string | undefined;
  EndingSequenceNumber?: string | undefined;
}

export interface SetClockInput {
  Time?: string | undefined;
  TimeMilliseconds?: number | undefined;
}

export interface Shard {
  ShardId?: string | undefined;
  SequenceNumberRange?: SequenceNumberRange | undefined;
  ParentShardId?: string | undefined;
}

export interface ShardFilter {
  Type?: "CHILD_SHARDS" | undefined;
  ShardId?: string | undefined;
}

export interface SimulateInput {
  Table: SimulatedTable;
  Workload: SimulatedWorkload;
  DurationSeconds: number;
  Seed?: number | undefined;
  Exact?: boolean | undefined;
}

export interface SimulateOutput {
  Requests: number;
  Throttles: number;
  Minutes: Array<SimulatedMinute>;
  ThrottlingReasons: Array<SimulatedReason>;
  ThrottledPartitions: Array<SimulatedPartition>;
  Splits: Array<SimulatedSplit>;
  ScalingActivities: Array<SimulatedActivity>;
  Cost: SimulatedCost;
}

export interface SimulatedActivity {
  Second?: number | undefined;
  Kind?: string | undefined;
  FromUnits?: number | undefined;
  ToUnits?: number | undefined;
}

export interface SimulatedCost {
  PriceDate?: string | undefined;
  Reads?: number | undefined;
  Writes?: number | undefined;
  Storage?: number | undefined;
  Total?: number | undefined;
  PerMonth?: number | undefined;
}

export interface SimulatedKey {
  Key: string;
  Weight: number;
}

export interface SimulatedMinute {
  Second?: number | undefined;
  Reads?: number | undefined;
  Writes?: number | undefined;
  ThrottledReads?: number | undefined;
  ThrottledWrites?: number | undefined;
  ReadUnits?: number | undefined;
  WriteUnits?: number | undefined;
  ServedReadUnitsPerSecond?: number | undefined;
  ServedWriteUnitsPerSecond?: number | undefined;
  Partitions?: number | undefined;
}

export interface SimulatedPartition {
  PartitionId?: number | undefined;
  FirstHash?: string | undefined;
  LastHash?: string | undefined;
  ThrottledReads?: number | undefined;
  ThrottledWrites?: number | undefined;
}

export interface SimulatedRate {
  Shape?: "CONSTANT" | "RAMP" | "STEPS" | "SPIKE" | undefined;
  PerSecond?: number | undefined;
  ToPerSecond?: number | undefined;
  FromSecond?: number | undefined;
  Seconds?: number | undefined;
  Steps?: Array<SimulatedStep> | undefined;
}

export interface SimulatedReason {
  Reason?: string | undefined;
  Throttles?: number | undefined;
}

export interface SimulatedScaling {
  MinCapacity: number;
  MaxCapacity: number;
  TargetValue?: number | undefined;
  ScaleOutCooldown?: number | undefined;
  ScaleInCooldown?: number | undefined;
}

export interface SimulatedSplit {
  Second?: number | undefined;
  Cause?: string | undefined;
  AtHash?: string | undefined;
}

export interface SimulatedStep {
  Second: number;
  PerSecond: number;
}

export interface SimulatedTable {
  BillingMode?: "PROVISIONED" | "PAY_PER_REQUEST" | undefined;
  ProvisionedThroughput?: ProvisionedThroughput | undefined;
  OnDemandThroughput?: OnDemandThroughput | undefined;
  WarmThroughput?: WarmThroughput | undefined;
  TableSizeBytes?: number | undefined;
  TableClass?: "STANDARD" | "STANDARD_INFREQUENT_ACCESS" | undefined;
  ReadScaling?: SimulatedScaling | undefined;
  WriteScaling?: SimulatedScaling | undefined;
}

export interface SimulatedWorkload {
  Distribution?: "UNIFORM" | "ZIPF" | "SEQUENTIAL" | "RECORDED" | undefined;
  Keys?: number | undefined;
  Exponent?: number | undefined;
  Recorded?: Array<SimulatedKey> | undefined;
  Reads?: SimulatedRate | undefined;
  Writes?: SimulatedRate | undefined;
  ItemSizeBytes?: number | undefined;
  ConsistentRead?: boolean | undefined;
}

export interface SnapshotId {
  SnapshotId: string;
}

export interface Stream {
  StreamArn?: string | undefined;
  TableName?: string | undefined;
  StreamLabel?: string | undefined;
}

export interface StreamDescription {
  StreamArn?: string | undefined;
  StreamLabel?: string | undefined;
  StreamStatus?: "DISABLED" | "DISABLING" | "ENABLED" | "ENABLING" | undefined;
  StreamViewType?: "OLD_IMAGE" | "KEYS_ONLY" | "NEW_AND_OLD_IMAGES" | "NEW_IMAGE" | undefined;
  CreationRequestDateTime?: number | undefined;
  TableName?: string | undefined;
  KeySchema?: Array<KeySchemaElement> | undefined;
  Shards?: Array<Shard> | undefined;
  LastEvaluatedShardId?: string | undefined;
}

export interface StreamModeDetails {
  StreamMode: "ON_DEMAND" | "PROVISIONED";
}

export interface StreamRecord {
  ApproximateCreationDateTime?: number | undefined;
  Keys?: AttributeMap | undefined;
  NewImage?: AttributeMap | undefined;
  OldImage?: AttributeMap | undefined;
  SequenceNumber?: string | undefined;
  SizeBytes?: number | undefined;
  StreamViewType?: "OLD_IMAGE" | "KEYS_ONLY" | "NEW_AND_OLD_IMAGES" | "NEW_IMAGE" | undefined;
}

export interface StreamSpecification {
  StreamEnabled: boolean;
  StreamViewType?: "OLD_IMAGE" | "KEYS_ONLY" | "NEW_AND_OLD_IMAGES" | "NEW_IMAGE" | undefined;
}

export interface SuspendedState {
  DynamicScalingInSuspended?: boolean | undefined;
  DynamicScalingOutSuspended?: boolean | undefined;
  ScheduledScalingSuspended?: boolean | undefined;
}

export interface TableCapacity {
  TableName: string;
  Capacity: "report" | "enforce" | "default";
}

export interface TableClassSummary {
  TableClass?: "STANDARD" | "STANDARD_INFREQUENT_ACCESS" | undefined;
  LastUpdateDateTime?: number | undefined;
}

export interface TableCost {
  TableName?: string | undefined;
  ReadUnits: number;
  WriteUnits: number;
  StoredBytes: number;
  Reads: number;
  Writes: number;
  Storage: number;
  StoragePerMonth: number;
  Streams: number;
  Total: number;
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
  TableThroughputModeSummary?: TableThroughputModeSummary | undefined;
  LocalSecondaryIndexes?: Array<LocalSecondaryIndexDescription> | undefined;
  GlobalSecondaryIndexes?: Array<GlobalSecondaryIndexDescription> | undefined;
  StreamSpecification?: StreamSpecification | undefined;
  LatestStreamLabel?: string | undefined;
  LatestStreamArn?: string | undefined;
  SSEDescription?: SSEDescription | undefined;
  TableClassSummary?: TableClassSummary | undefined;
  DeletionProtectionEnabled?: boolean | undefined;
  OnDemandThroughput?: OnDemandThroughput | undefined;
  WarmThroughput?: TableWarmThroughputDescription | undefined;
}

export interface TableThroughputModeSummary {
  TableThroughputMode?: "PROVISIONED" | "PAY_PER_REQUEST" | undefined;
  LastUpdateToPayPerRequestDateTime?: number | undefined;
}

export interface TableWarmThroughputDescription {
  ReadUnitsPerSecond?: number | undefined;
  WriteUnitsPerSecond?: number | undefined;
  Status?:
    | "CREATING"
    | "UPDATING"
    | "DELETING"
    | "ACTIVE"
    | "INACCESSIBLE_ENCRYPTION_CREDENTIALS"
    | "ARCHIVING"
    | "ARCHIVED"
    | "REPLICATION_NOT_AUTHORIZED"
    | undefined;
}

export interface Tag {
  Key?: string | undefined;
  Value?: string | undefined;
}

export interface TagResourceInput {
  ResourceArn: string;
  Tags: Array<Tag>;
}

export interface TargetTrackingScalingPolicyConfiguration {
  TargetValue: number;
  PredefinedMetricSpecification?: PredefinedMetricSpecification | undefined;
  CustomizedMetricSpecification?: UnservedConfiguration | undefined;
  ScaleOutCooldown?: number | undefined;
  ScaleInCooldown?: number | undefined;
  DisableScaleIn?: boolean | undefined;
}

export interface Throttle {
  Time?: number | undefined;
  Operation?: string | undefined;
  Resource?: string | undefined;
  Reason?: string | undefined;
  Key?: string | undefined;
  PartitionId?: number | undefined;
  FirstHash?: string | undefined;
  LastHash?: string | undefined;
  LimitUnits?: number | undefined;
  WaitMilliseconds?: number | undefined;
  KeyPercent?: number | undefined;
  Advice?: string | undefined;
}

export interface TimeToLiveDescription {
  TimeToLiveStatus?: "ENABLING" | "DISABLING" | "ENABLED" | "DISABLED" | undefined;
  AttributeName?: string | undefined;
}

export interface TimeToLiveSpecification {
  AttributeName: string;
  Enabled: boolean;
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
  ItemCollectionMetrics?: { [key: string]: Array<ItemCollectionMetrics> } | undefined;
}

export interface TransactionId {
  TransactionId: string;
}

export interface UnitPair {
  Read?: number | undefined;
  Write?: number | undefined;
}

export type UnservedConfiguration = { [member: string]: never };

export type UnservedParameter = { [member: string]: never };

export interface UntagResourceInput {
  ResourceArn: string;
  TagKeys: Array<string>;
}

export interface Update {
  Key: AttributeMap;
  UpdateExpression: string;
  TableName: string;
  ConditionExpression?: string | undefined;
  ExpressionAttributeNames?: { [key: string]: string } | undefined;
  ExpressionAttributeValues?: AttributeMap | undefined;
  ReturnValuesOnConditionCheckFailure?: "ALL_OLD" | "NONE" | undefined;
}

export interface UpdateContinuousBackupsInput {
  TableName: string;
  PointInTimeRecoverySpecification: PointInTimeRecoverySpecification;
}

export interface UpdateContinuousBackupsOutput {
  ContinuousBackupsDescription?: ContinuousBackupsDescription | undefined;
}

export interface UpdateGlobalSecondaryIndexAction {
  IndexName: string;
  ProvisionedThroughput?: ProvisionedThroughput | undefined;
  OnDemandThroughput?: OnDemandThroughput | undefined;
  WarmThroughput?: WarmThroughput | undefined;
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
  ItemCollectionMetrics?: ItemCollectionMetrics | undefined;
}

export interface UpdateKinesisStreamingConfiguration {
  ApproximateCreationDateTimePrecision?: "MICROSECOND" | "MILLISECOND" | undefined;
}

export interface UpdateKinesisStreamingDestinationInput {
  TableName: string;
  StreamArn: string;
  UpdateKinesisStreamingConfiguration?: UpdateKinesisStreamingConfiguration | undefined;
}

export interface UpdateKinesisStreamingDestinationOutput {
  TableName?: string | undefined;
  StreamArn?: string | undefined;
  DestinationStatus?:
    "DISABLING" | "DISABLED" | "ENABLE_FAILED" | "ENABLING" | "ACTIVE" | "UPDATING" | undefined;
  UpdateKinesisStreamingConfiguration?: UpdateKinesisStreamingConfiguration | undefined;
}

export interface UpdateTableInput {
  AttributeDefinitions?: Array<AttributeDefinition> | undefined;
  TableName: string;
  BillingMode?: "PROVISIONED" | "PAY_PER_REQUEST" | undefined;
  TableThroughputMode?: "PROVISIONED" | "PAY_PER_REQUEST" | undefined;
  ProvisionedThroughput?: ProvisionedThroughput | undefined;
  GlobalSecondaryIndexUpdates?: Array<GlobalSecondaryIndexUpdate> | undefined;
  StreamSpecification?: StreamSpecification | undefined;
  SSESpecification?: SSESpecification | undefined;
  ReplicaUpdates?: Array<UnservedParameter> | undefined;
  TableClass?: "STANDARD" | "STANDARD_INFREQUENT_ACCESS" | undefined;
  DeletionProtectionEnabled?: boolean | undefined;
  MultiRegionConsistency?: string | undefined;
  GlobalTableWitnessUpdates?: Array<UnservedParameter> | undefined;
  OnDemandThroughput?: OnDemandThroughput | undefined;
  WarmThroughput?: WarmThroughput | undefined;
  GlobalTableSettingsReplicationMode?: string | undefined;
  VectorIndexUpdates?: Array<UnservedParameter> | undefined;
  DisassociationProtectionEnabled?: boolean | undefined;
}

export interface UpdateTableOutput {
  TableDescription?: TableDescription | undefined;
}

export interface UpdateTimeToLiveInput {
  TableName: string;
  TimeToLiveSpecification: TimeToLiveSpecification;
}

export interface UpdateTimeToLiveOutput {
  TimeToLiveSpecification?: TimeToLiveSpecification | undefined;
}

export interface WarmThroughput {
  ReadUnitsPerSecond?: number | undefined;
  WriteUnitsPerSecond?: number | undefined;
}

export interface WriteRequest {
  PutRequest?: PutRequest | undefined;
  DeleteRequest?: DeleteRequest | undefined;
}
