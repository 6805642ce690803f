// A Lambda function in the shape that the developer guide shows for partial batch responses: at the
// first record that it cannot process it tells that record's sequence number.
exports.processed = [];

exports.handler = async (event) => {
  let current = "";
  for (const record of event.Records) {
    try {
      current = record.dynamodb.SequenceNumber;
      processRecord(record);
    } catch {
      return { batchItemFailures: [{ itemIdentifier: current }] };
    }
  }
  return { batchItemFailures: [] };
};

const patience = new Map();

/** Orders marked as slow can be processed at the third try alone. */
function processRecord({ dynamodb: { NewImage } }) {
  const id = NewImage.pk.S;
  const tries = (patience.get(id) ?? 0) + 1;
  patience.set(id, tries);
  if (NewImage.slow && tries < 3) throw new Error(`${id} is not ready`);
  exports.processed.push(id);
}
