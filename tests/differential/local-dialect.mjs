// What DynamoDB Local writes in another form than the service and means alike: put into the service's
// form before answers are compared, and back in requests, so that it hides nothing else in an answer.
// Each of these forms stands in docs/compatibility.md.

const kStates = { CreateTable: "CREATING", UpdateTable: "UPDATING", DeleteTable: "DELETING" };

/** `host`, a DynamoDB Local, as a host that writes as the service does. */
export function inServiceForm(host) {
  return {
    ...host,
    async call(target, body) {
      const [service, operation] = target.split(".");
      const onStreams = service.startsWith("DynamoDBStreams");
      const { status, body: text } = await host.call(target, onStreams ? ofStreams(body) : body);
      if (status !== 200) return { status, body: text.replaceAll(kLocalArn, kServiceArn) };
      return { status, body: onStreams ? toStreams(text) : toTables(operation, body, text) };
    },
  };
}

const kLocalArn = "arn:aws:dynamodb:ddblocal:";
const kServiceArn = "arn:aws:dynamodb:us-east-1:";

// A region of its own, event ids that are UUIDs, and sequence numbers with zeros in front.
function toStreams(text) {
  return text
    .replaceAll(kLocalArn, kServiceArn)
    .replaceAll('"awsRegion":"ddblocal"', '"awsRegion":"us-east-1"')
    .replaceAll(/"eventID":"[0-9a-f-]+"/g, (member) => member.replaceAll("-", ""))
    .replaceAll(/"0(0{5}\d{15})"/g, '"1$1"');
}

function ofStreams(body) {
  return body.replaceAll(kServiceArn, kLocalArn).replaceAll(/"1(0{5}\d{15})"/g, '"0$1"');
}

// States that pass at once are told as those that follow; DeleteItem tells its capacity unasked.
function toTables(operation, request, text) {
  if (operation === "DeleteItem" && !request.includes('"ReturnConsumedCapacity"')) {
    const { ConsumedCapacity: _, ...answer } = JSON.parse(text);
    return JSON.stringify(answer);
  }
  const arns = text.replaceAll(kLocalArn, kServiceArn);
  const state = kStates[operation];
  return state ? arns.replace('"TableStatus":"ACTIVE"', `"TableStatus":"${state}"`) : arns;
}
