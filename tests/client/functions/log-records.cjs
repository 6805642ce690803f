// A Lambda function in the shape that the developer guide shows for DynamoDB streams: it logs each
// record. Nothing in it knows of pixii.
exports.handler = async (event, context) => {
  for (const record of event.Records) {
    console.log(record.eventID);
    console.log(record.eventName);
    console.log("DynamoDB Record: %j", record.dynamodb);
  }
  return `Processed ${event.Records.length} records as ${context.functionName}.`;
};
