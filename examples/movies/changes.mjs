// What one changes in a table of films: each write says under which condition it may happen, so that
// two writers never undo each other's work.
import { DeleteCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { deleteAll } from "../write-all.mjs";
import { keyOf, releasedKey, tableName } from "./film-table.mjs";

/**
 * Counts one more vote, if nobody voted since `film` was read. Returns the film's new rating and
 * votes, or what the film is by now in `refused`.
 */
export async function vote(documents, film, rating) {
  const votes = film["IMDB Votes"] + 1;
  const mean = (film["IMDB Rating"] * film["IMDB Votes"] + rating) / votes;
  const command = new UpdateCommand({
    TableName: tableName,
    Key: keyOf(film),
    UpdateExpression: "SET #rating = :mean ADD #votes :one",
    ConditionExpression: "#votes = :seen",
    ExpressionAttributeNames: { "#rating": "IMDB Rating", "#votes": "IMDB Votes" },
    ExpressionAttributeValues: {
      ":mean": Number(mean.toFixed(6)),
      ":one": 1,
      ":seen": film["IMDB Votes"],
    },
    ReturnValues: "UPDATED_NEW",
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  });
  try {
    const { Attributes } = await documents.send(command);
    return { rating: Attributes["IMDB Rating"], votes: Attributes["IMDB Votes"] };
  } catch (error) {
    if (error.name !== "ConditionalCheckFailedException") throw error;
    // The exception carries the item as the service wrote it, in attribute values.
    return { refused: Number(error.Item["IMDB Votes"].N) };
  }
}

/** Lists, sets and maps inside an item. Returns what the film has of them in the end. */
export async function annotate(documents, film) {
  const update = async (UpdateExpression, values, names) => {
    const input = { TableName: tableName, Key: keyOf(film), ReturnValues: "ALL_NEW" };
    input.UpdateExpression = UpdateExpression;
    if (values) input.ExpressionAttributeValues = values;
    if (names) input.ExpressionAttributeNames = names;
    return (await documents.send(new UpdateCommand(input))).Attributes;
  };
  const append = "SET notes = list_append(if_not_exists(notes, :none), :note)";
  await update(append, { ":none": [], ":note": ["seen at the drive-in"] });
  await update(append, { ":none": [], ":note": ["twice", "with popcorn"] });
  await update("SET notes[0] = :note REMOVE notes[1]", { ":note": "seen on a plane" });
  await update("ADD seenBy :people", { ":people": new Set(["ada", "grace", "edsger"]) });
  await update("DELETE seenBy :people", { ":people": new Set(["edsger"]) });
  await update("SET rentals = :rentals", { ":rentals": { total: 0, shops: { north: 3 } } });
  const names = { "#total": "total" };
  await update("SET rentals.#total = rentals.#total + rentals.shops.north", undefined, names);
  const { notes, seenBy, rentals } = await update("REMOVE rentals.shops.north");
  return { notes, seenBy: [...seenBy].sort(), rentals };
}

/** Drops the attributes without value of a film; returns how many there were. */
export async function dropGaps(documents, film) {
  const gaps = Object.keys(film).filter((name) => film[name] === null);
  if (gaps.length === 0) return 0;
  const names = gaps.map((name, index) => [`#gap${index}`, name]);
  await documents.send(
    new UpdateCommand({
      TableName: tableName,
      Key: keyOf(film),
      UpdateExpression: `REMOVE ${names.map(([placeholder]) => placeholder).join(", ")}`,
      ConditionExpression: "attribute_exists(genre)",
      ExpressionAttributeNames: Object.fromEntries(names),
    }),
  );
  return gaps.length;
}

/**
 * Moves a film whose year was read as 20.. a hundred years back. The date is part of the key, so the
 * film is written anew, unless it is there already, and the old one deleted, unless it has changed.
 */
export async function correctCentury(documents, film) {
  const date = film["Release Date"].replace(/ 20(\d\d)$/, " 19$1");
  const Item = { ...film, "Release Date": date, released: releasedKey(date, film.number) };
  await documents.send(
    new PutCommand({
      TableName: tableName,
      Item,
      ConditionExpression: "attribute_not_exists(released)",
    }),
  );
  await documents.send(
    new DeleteCommand({
      TableName: tableName,
      Key: keyOf(film),
      ConditionExpression: "#date = :date",
      ExpressionAttributeNames: { "#date": "Release Date" },
      ExpressionAttributeValues: { ":date": film["Release Date"] },
    }),
  );
  return Item;
}

/** Puts a film that must be new. Returns whether it was. */
export async function addFilm(documents, film) {
  const ConditionExpression = "attribute_not_exists(genre)";
  return allowed(
    documents.send(new PutCommand({ TableName: tableName, Item: film, ConditionExpression })),
  );
}

/** Deletes a film if it took no money. Returns the deleted film's title, or undefined. */
export async function deleteIfWorthless(documents, film) {
  const command = new DeleteCommand({
    TableName: tableName,
    Key: keyOf(film),
    ConditionExpression: "#gross = :nothing",
    ExpressionAttributeNames: { "#gross": "Worldwide Gross" },
    ExpressionAttributeValues: { ":nothing": 0 },
    ReturnValues: "ALL_OLD",
  });
  const deletion = documents.send(command);
  return (await allowed(deletion)) ? (await deletion).Attributes.Title : undefined;
}

/** Deletes many films, 25 at a time. Returns how many batches that took. */
export async function deleteFilms(documents, films) {
  return (await deleteAll(documents, tableName, films.map(keyOf))).batches;
}

/** False when the condition of a write refused it. */
async function allowed(write) {
  try {
    await write;
    return true;
  } catch (error) {
    if (error.name === "ConditionalCheckFailedException") return false;
    throw error;
  }
}
