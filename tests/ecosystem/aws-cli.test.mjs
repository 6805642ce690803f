// The AWS CLI's dynamodb commands as its reference shows them: shorthand and JSON arguments, its own
// paging, waiters, and the exit of a refused command.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { allSongs, makeSongs, openCli, songItem, songs as tableName } from "./aws-cli.mjs";

const knownArtist = "No One You Know";
const keyOf = (Artist, SongTitle) => ({ Artist: { S: Artist }, SongTitle: { S: SongTitle } });
const known = allSongs.filter(({ Artist }) => Artist.S === knownArtist);
const titlesOf = (items) => items.map(({ SongTitle }) => SongTitle.S);

/** Refused with this name in the CLI's own wording. */
const refused = (code) => (error) => {
  assert.match(error.stderr, new RegExp(`An error occurred \\(${code}\\) when calling the`));
  return true;
};

describe("AWS CLI", { concurrency: 4 }, () => {
  test("create-table, list-tables, describe-table", async (t) => {
    const { aws } = await openCli(t);
    await makeSongs(aws, 0);
    assert.deepEqual(await aws("list-tables"), { TableNames: [tableName] });
    const { Table } = await aws("describe-table", { tableName });
    assert.equal(Table.TableStatus, "ACTIVE");
    assert.equal(Table.ProvisionedThroughput.WriteCapacityUnits, 5);
    assert.match(Table.TableArn, /^arn:aws:dynamodb:us-west-2:\d{12}:table\/MusicCollection$/);
  });

  test("create-table with a local and a global index", async (t) => {
    const { aws } = await openCli(t);
    const index = (name, partition) =>
      `IndexName=${name},KeySchema=[{AttributeName=${partition},KeyType=HASH},` +
      "{AttributeName=AlbumTitle,KeyType=RANGE}],Projection={ProjectionType=INCLUDE," +
      "NonKeyAttributes=[Genre,Year]}";
    const { TableDescription } = await aws("create-table", {
      tableName,
      attributeDefinitions: ["Artist", "SongTitle", "AlbumTitle"].map(
        (name) => `AttributeName=${name},AttributeType=S`,
      ),
      keySchema: ["AttributeName=Artist,KeyType=HASH", "AttributeName=SongTitle,KeyType=RANGE"],
      billingMode: "PAY_PER_REQUEST",
      localSecondaryIndexes: index("ByAlbum", "Artist"),
      globalSecondaryIndexes: index("ByTitle", "SongTitle"),
    });
    const [local] = TableDescription.LocalSecondaryIndexes;
    assert.equal(local.IndexName, "ByAlbum");
    assert.deepEqual(local.Projection, {
      ProjectionType: "INCLUDE",
      NonKeyAttributes: ["Genre", "Year"],
    });
    assert.equal(TableDescription.GlobalSecondaryIndexes[0].IndexName, "ByTitle");
  });

  test("put-item tells capacity and collection metrics where asked", async (t) => {
    const { aws } = await openCli(t);
    await makeSongs(aws, 0);
    const item = songItem(knownArtist, "Call Me Today", 0);
    const answer = await aws("put-item", {
      tableName,
      item,
      returnConsumedCapacity: "TOTAL",
      returnItemCollectionMetrics: "SIZE",
    });
    assert.deepEqual(answer, { ConsumedCapacity: { TableName: tableName, CapacityUnits: 1 } });
    const key = keyOf(knownArtist, "Call Me Today");
    const found = await aws("get-item", { tableName, key, consistentRead: true });
    assert.deepEqual(found, { Item: item });
  });

  test("put-item with a condition on what is there", async (t) => {
    const { aws } = await openCli(t);
    await makeSongs(aws, 1);
    const put = aws("put-item", {
      tableName,
      item: allSongs[0],
      conditionExpression: "attribute_not_exists(#a)",
      expressionAttributeNames: { "#a": "Artist" },
    });
    await assert.rejects(put, refused("ConditionalCheckFailedException"));
  });

  test("get-item with a projection; nothing for a key without an item", async (t) => {
    const { aws } = await openCli(t);
    await makeSongs(aws);
    const found = await aws("get-item", {
      tableName,
      key: keyOf("Acme Band", "Happy Day"),
      projectionExpression: "#y, AlbumTitle",
      expressionAttributeNames: { "#y": "Year" },
    });
    assert.deepEqual(found.Item, { Year: { N: "2000" }, AlbumTitle: { S: "Songs About Life" } });
    const key = keyOf("Acme Band", "Unknown");
    assert.equal(await aws("get-item", { tableName, key }), undefined);
  });

  test("update-item answers all new attributes", async (t) => {
    const { aws } = await openCli(t);
    await makeSongs(aws);
    const { Attributes } = await aws("update-item", {
      tableName,
      key: keyOf("Acme Band", "Happy Day"),
      updateExpression: "SET #Y = :y, #AT = :t REMOVE Genre ADD Plays :one",
      expressionAttributeNames: { "#Y": "Year", "#AT": "AlbumTitle" },
      expressionAttributeValues: { ":y": { N: "2015" }, ":t": { S: "Louder" }, ":one": { N: "1" } },
      returnValues: "ALL_NEW",
    });
    assert.deepEqual(Attributes, {
      ...keyOf("Acme Band", "Happy Day"),
      AlbumTitle: { S: "Louder" },
      Year: { N: "2015" },
      Plays: { N: "1" },
    });
  });

  test("delete-item answers what it deleted", async (t) => {
    const { aws } = await openCli(t);
    await makeSongs(aws);
    const options = { tableName, key: keyOf(knownArtist, "Scared of My Shadow") };
    const answer = await aws("delete-item", { ...options, returnValues: "ALL_OLD" });
    assert.deepEqual(answer.Attributes, known[3]);
    assert.equal(await aws("get-item", options), undefined);
  });

  test("query reads one partition, with a projection", async (t) => {
    const { aws } = await openCli(t);
    await makeSongs(aws);
    const answer = await aws("query", {
      tableName,
      projectionExpression: "SongTitle",
      keyConditionExpression: "Artist = :v1",
      expressionAttributeValues: { ":v1": { S: knownArtist } },
    });
    assert.equal(answer.Count, 4);
    assert.equal(answer.ScannedCount, 4);
    assert.deepEqual(
      answer.Items,
      known.map(({ SongTitle }) => ({ SongTitle })),
    );
  });

  test("query with a range, a filter and the last first", async (t) => {
    const { aws } = await openCli(t);
    await makeSongs(aws);
    const answer = await aws("query --no-scan-index-forward", {
      tableName,
      keyConditionExpression: "Artist = :v1 AND SongTitle BETWEEN :v2a AND :v2b",
      filterExpression: "NOT (AlbumTitle IN (:v3))",
      expressionAttributeValues: {
        ":v1": { S: knownArtist },
        ":v2a": { S: "A" },
        ":v2b": { S: "N" },
        ":v3": { S: "Blue Sky Blues" },
      },
      returnConsumedCapacity: "TOTAL",
    });
    assert.deepEqual(titlesOf(answer.Items), ["My Dog Spot", "Call Me Today"]);
    assert.equal(answer.ScannedCount, 3);
    assert.equal(answer.ConsumedCapacity.CapacityUnits, 0.5);
  });

  test("query goes on from page to page by the CLI's own token", async (t) => {
    const { aws } = await openCli(t);
    await makeSongs(aws);
    const options = {
      tableName,
      keyConditionExpression: "Artist = :a",
      expressionAttributeValues: { ":a": { S: knownArtist } },
      maxItems: 3,
      pageSize: 2,
    };
    const first = await aws("query", options);
    assert.deepEqual(titlesOf(first.Items), titlesOf(known.slice(0, 3)));
    const second = await aws("query", { ...options, startingToken: first.NextToken });
    assert.deepEqual(titlesOf(second.Items), titlesOf(known.slice(3)));
    assert.equal(second.NextToken, undefined);
  });

  test("scan with a filter, names and page size", async (t) => {
    const { aws } = await openCli(t);
    await makeSongs(aws);
    const answer = await aws("scan", {
      tableName,
      filterExpression: "Artist = :a AND #y >= :y",
      projectionExpression: "#ST, #y",
      expressionAttributeNames: { "#ST": "SongTitle", "#y": "Year" },
      expressionAttributeValues: { ":a": { S: knownArtist }, ":y": { N: "2002" } },
      pageSize: 2,
    });
    assert.deepEqual(answer.Items, [
      { SongTitle: { S: "My Dog Spot" }, Year: { N: "2002" } },
      { SongTitle: { S: "Scared of My Shadow" }, Year: { N: "2003" } },
    ]);
    assert.equal(answer.ScannedCount, allSongs.length);
  });

  test("batch-write-item puts and deletes, batch-get-item reads", async (t) => {
    const { aws } = await openCli(t);
    await makeSongs(aws);
    const [first, second] = allSongs;
    const requests = [
      { DeleteRequest: { Key: keyOf("Acme Band", "Happy Day") } },
      { PutRequest: { Item: { ...second, Awards: { N: "3" } } } },
    ];
    const written = await aws("batch-write-item", {
      requestItems: { [tableName]: requests },
      returnConsumedCapacity: "TOTAL",
    });
    assert.deepEqual(written, {
      UnprocessedItems: {},
      ConsumedCapacity: [{ TableName: tableName, CapacityUnits: 2 }],
    });
    const Keys = [first, second].map(({ Artist, SongTitle }) => ({ Artist, SongTitle }));
    const read = await aws("batch-get-item", {
      requestItems: { [tableName]: { Keys, ProjectionExpression: "Awards" } },
    });
    assert.deepEqual(read.Responses[tableName], [{ Awards: { N: "3" } }]);
    assert.deepEqual(read.UnprocessedKeys, {});
  });

  test("transact-write-items and transact-get-items", async (t) => {
    const { aws } = await openCli(t);
    await makeSongs(aws);
    const TableName = tableName;
    const update = {
      TableName,
      Key: keyOf("Acme Band", "Happy Day"),
      UpdateExpression: "SET AlbumTitle = :newval",
      ExpressionAttributeValues: { ":newval": { S: "Updated Album" } },
    };
    const remove = {
      TableName,
      Key: keyOf("Acme Band", "Somewhere"),
      ConditionExpression: "attribute_exists(Artist)",
    };
    await aws("transact-write-items", {
      transactItems: [{ Update: update }, { Delete: remove }],
      clientRequestToken: "abc123",
    });
    const gets = [update, remove].map(({ Key }) => ({ Get: { TableName, Key } }));
    const { Responses } = await aws("transact-get-items", { transactItems: gets });
    assert.equal(Responses[0].Item.AlbumTitle.S, "Updated Album");
    assert.deepEqual(Responses[1], {});
  });

  test("transact-write-items cancelled by a condition changes nothing", async (t) => {
    const { aws } = await openCli(t);
    await makeSongs(aws);
    const TableName = tableName;
    const [put, check] = [
      { TableName, Item: keyOf("x", "y") },
      {
        TableName,
        Key: keyOf("Acme Band", "Happy Day"),
        ConditionExpression: "attribute_not_exists(Artist)",
      },
    ];
    const cancelled = aws("transact-write-items", {
      transactItems: [{ Put: put }, { ConditionCheck: check }],
    });
    await assert.rejects(cancelled, refused("TransactionCanceledException"));
    const { Count } = await aws("scan", { tableName, select: "COUNT" });
    assert.equal(Count, allSongs.length);
  });

  test("execute-statement selects, inserts, updates and deletes", async (t) => {
    const { aws } = await openCli(t);
    await makeSongs(aws);
    const where = `WHERE Artist='Acme Band' AND SongTitle='PartiQL Rocks'`;
    const run = (statement, options) => aws("execute-statement", { statement, ...options });
    const selected = await run(`SELECT * FROM ${tableName} ${where}`);
    assert.deepEqual(selected.Items, [allSongs[1]]);
    await run(`INSERT INTO ${tableName} VALUE {'Artist':'Acme Band','SongTitle':'New Song'}`);
    const updated = await run(
      `UPDATE ${tableName} SET AwardsWon=1 SET Detail={'year':2020} ${where} RETURNING MODIFIED NEW *`,
    );
    assert.deepEqual(updated.Items, [
      { AwardsWon: { N: "1" }, Detail: { M: { year: { N: "2020" } } } },
    ]);
    await run(`DELETE FROM ${tableName} WHERE Artist=? AND SongTitle=?`, {
      parameters: [{ S: "Acme Band" }, { S: "New Song" }],
    });
    const left = await run(`SELECT SongTitle FROM ${tableName} WHERE Artist='Acme Band'`);
    assert.deepEqual(titlesOf(left.Items), ["Happy Day", "PartiQL Rocks", "Somewhere"]);
  });

  test("batch-execute-statement answers for each statement", async (t) => {
    const { aws } = await openCli(t);
    await makeSongs(aws);
    const insert = `INSERT INTO ${tableName} VALUE {'Artist':?,'SongTitle':?}`;
    const statements = ["Happy Day", "New Day"].map((title) => ({
      Statement: insert,
      Parameters: [{ S: "Acme Band" }, { S: title }],
    }));
    const { Responses } = await aws("batch-execute-statement", { statements });
    assert.deepEqual(Responses[0].Error.Code, "DuplicateItem");
    assert.deepEqual(Responses[1], { TableName: tableName });
  });

  test("execute-transaction writes all statements or none", async (t) => {
    const { aws } = await openCli(t);
    await makeSongs(aws);
    const update = (title, plays) => ({
      Statement: `UPDATE ${tableName} SET Plays=${plays} WHERE Artist='Acme Band' AND SongTitle='${title}'`,
    });
    const both = [update("Happy Day", 1), update("Somewhere", 2)];
    await aws("execute-transaction", { transactStatements: both });
    const missing = [update("Happy Day", 7), update("No Such Song", 7)];
    const cancelled = aws("execute-transaction", { transactStatements: missing });
    await assert.rejects(cancelled, refused("TransactionCanceledException"));
    const key = keyOf("Acme Band", "Happy Day");
    const { Item } = await aws("get-item", { tableName, key });
    assert.deepEqual(Item.Plays, { N: "1" });
  });

  test("update-table changes billing and adds an index", async (t) => {
    const { aws } = await openCli(t);
    await makeSongs(aws);
    await aws("update-table", { tableName, billingMode: "PAY_PER_REQUEST" });
    await aws("wait table-exists", { tableName });
    const create = {
      IndexName: "AlbumTitle-index",
      KeySchema: [{ AttributeName: "AlbumTitle", KeyType: "HASH" }],
      Projection: { ProjectionType: "ALL" },
    };
    await aws("update-table", {
      tableName,
      attributeDefinitions: "AttributeName=AlbumTitle,AttributeType=S",
      globalSecondaryIndexUpdates: [{ Create: create }],
    });
    await aws("wait table-exists", { tableName });
    const { Table } = await aws("describe-table", { tableName });
    assert.equal(Table.BillingModeSummary.BillingMode, "PAY_PER_REQUEST");
    assert.equal(Table.GlobalSecondaryIndexes[0].IndexStatus, "ACTIVE");
    const answer = await aws("query", {
      tableName,
      indexName: "AlbumTitle-index",
      keyConditionExpression: "AlbumTitle = :name",
      expressionAttributeValues: { ":name": { S: "Blue Sky Blues" } },
    });
    assert.deepEqual(titlesOf(answer.Items).toSorted(), [
      "Howdy",
      "PartiQL Rocks",
      "Scared of My Shadow",
    ]);
  });

  test("tag-resource, list-tags-of-resource, untag-resource", async (t) => {
    const { aws } = await openCli(t);
    await makeSongs(aws, 0);
    const resourceArn = (await aws("describe-table", { tableName })).Table.TableArn;
    await aws("tag-resource", { resourceArn, tags: ["Key=Stage,Value=test"] });
    const { Tags } = await aws("list-tags-of-resource", { resourceArn });
    const byKey = Tags.toSorted((one, other) => one.Key.localeCompare(other.Key));
    assert.deepEqual(byKey, [
      { Key: "Owner", Value: "blueTeam" },
      { Key: "Stage", Value: "test" },
    ]);
    await aws("untag-resource", { resourceArn, tagKeys: ["Owner", "Stage"] });
    assert.deepEqual(await aws("list-tags-of-resource", { resourceArn }), { Tags: [] });
  });

  test("update-time-to-live and describe-time-to-live", async (t) => {
    const { aws } = await openCli(t);
    await makeSongs(aws, 0);
    const updated = await aws("update-time-to-live", {
      tableName,
      timeToLiveSpecification: "Enabled=true,AttributeName=ttl",
    });
    const TimeToLiveSpecification = { Enabled: true, AttributeName: "ttl" };
    assert.deepEqual(updated, { TimeToLiveSpecification });
    const described = await aws("describe-time-to-live", { tableName });
    assert.equal(described.TimeToLiveDescription.AttributeName, "ttl");
  });

  test("describe-limits and describe-endpoints", async (t) => {
    const { aws } = await openCli(t);
    assert.deepEqual(await aws("describe-limits"), {
      AccountMaxReadCapacityUnits: 80000,
      AccountMaxWriteCapacityUnits: 80000,
      TableMaxReadCapacityUnits: 40000,
      TableMaxWriteCapacityUnits: 40000,
    });
    const { Endpoints } = await aws("describe-endpoints");
    assert.equal(Endpoints.length, 1);
    assert.match(Endpoints[0].Address, /^127\.0\.0\.1:\d+$/);
  });

  test("delete-table, and its waiter", async (t) => {
    const { aws } = await openCli(t);
    await makeSongs(aws, 0);
    const { TableDescription } = await aws("delete-table", { tableName });
    assert.equal(TableDescription.TableStatus, "DELETING");
    await aws("wait table-not-exists", { tableName });
    await assert.rejects(
      aws("describe-table", { tableName }),
      refused("ResourceNotFoundException"),
    );
  });
});
