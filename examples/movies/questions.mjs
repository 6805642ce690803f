// What one asks a table of films. Each function asks one question in the way DynamoDB answers it
// best, and returns plain data.
import {
  BatchGetCommand,
  GetCommand,
  paginateQuery,
  paginateScan,
  QueryCommand,
} from "@aws-sdk/lib-dynamodb";
import { keyOf, tableName } from "./film-table.mjs";

/** How many films each genre has: one counting query per genre, which returns no items. */
export async function countByGenre(documents, genres) {
  const counts = {};
  for (const genre of genres) {
    const pages = paginateQuery({ client: documents }, { ...ofGenre(genre), Select: "COUNT" });
    counts[genre] = 0;
    for await (const page of pages) counts[genre] += page.Count;
  }
  return counts;
}

/** The films of a genre from one day to another, both included: a range of the sort key. */
export async function filmsBetween(documents, genre, firstDay, lastDay) {
  const { Items } = await documents.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: "genre = :genre AND released BETWEEN :first AND :last",
      // "~" comes after the "#" that follows a day.
      ExpressionAttributeValues: { ":genre": genre, ":first": firstDay, ":last": `${lastDay}~` },
      ProjectionExpression: "Title, released",
    }),
  );
  return Items.map((film) => `${film.released.slice(0, 10)} ${film.Title}`);
}

/** The films of a genre in one month: a common beginning of sort keys. */
export async function filmsOfMonth(documents, genre, month) {
  const { Items } = await documents.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: "genre = :genre AND begins_with(released, :month)",
      ExpressionAttributeValues: { ":genre": genre, ":month": month },
    }),
  );
  return Items.map((film) => film.Title);
}

/** The newest films of a genre: the range read backwards. */
export async function newestFilms(documents, genre, count) {
  const command = { ...ofGenre(genre), ScanIndexForward: false, Limit: count };
  const { Items } = await documents.send(new QueryCommand(command));
  return Items.map((film) => `${film.released.slice(0, 10)} ${film.Title}`);
}

/** Films that many people rated highly: a filter over what the key condition selects. */
export async function praisedFilms(documents, genre, rating, votes) {
  const { Items, Count, ScannedCount } = await documents.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: "genre = :genre",
      FilterExpression: "#rating >= :rating AND #votes > :votes",
      ProjectionExpression: "Title, Director, #rating",
      ExpressionAttributeNames: { "#rating": "IMDB Rating", "#votes": "IMDB Votes" },
      ExpressionAttributeValues: { ":genre": genre, ":rating": rating, ":votes": votes },
    }),
  );
  return { Items, Count, ScannedCount };
}

/** Walks a genre in pages of `limit` films; a page tells where the next one begins. */
export async function pageThrough(documents, genre, limit) {
  const sizes = [];
  const numbers = [];
  let ExclusiveStartKey;
  do {
    const command = { ...ofGenre(genre), Limit: limit, ExclusiveStartKey };
    const page = await documents.send(new QueryCommand(command));
    sizes.push(page.Items.length);
    numbers.push(...page.Items.map((film) => film.number));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return { sizes, films: numbers.length, different: new Set(numbers).size };
}

const ofGenre = (genre) => ({
  TableName: tableName,
  KeyConditionExpression: "genre = :genre",
  ExpressionAttributeValues: { ":genre": genre },
});

// --- Questions to the whole table ----------------------------------------------------------------

/** Every film, but of each only what the sums need: pages end at 1 MB of what was read. */
export async function grossByGenre(documents) {
  const input = {
    TableName: tableName,
    ProjectionExpression: "genre, #gross",
    ExpressionAttributeNames: { "#gross": "Worldwide Gross" },
    ReturnConsumedCapacity: "TOTAL",
  };
  const found = { films: 0, pages: 0, readUnits: 0, gross: {} };
  for await (const page of paginateScan({ client: documents }, input)) {
    found.pages += 1;
    found.films += page.Count;
    found.readUnits += page.ConsumedCapacity.CapacityUnits;
    for (const film of page.Items) {
      found.gross[film.genre] = (found.gross[film.genre] ?? 0) + (film["Worldwide Gross"] ?? 0);
    }
  }
  return found;
}

/** Films whose title is of some type: 2012, 300 and 1941 stand in the file as numbers. */
export function filmsWithTitleOfType(documents, type) {
  return filtered(documents, {
    FilterExpression: "attribute_type(Title, :type)",
    ExpressionAttributeValues: { ":type": type },
  });
}

/** Films that took less than they cost: one attribute against another. */
export function filmsAtALoss(documents) {
  return filtered(documents, {
    FilterExpression: "#gross > :nothing AND #gross < #budget",
    ExpressionAttributeNames: { "#gross": "Worldwide Gross", "#budget": "Production Budget" },
    ExpressionAttributeValues: { ":nothing": 0 },
  });
}

/** A search by several properties, as a form with check boxes makes it. */
export function searchFilms(documents) {
  return filtered(documents, {
    FilterExpression:
      "#rated IN (:pg, :pg13) AND begins_with(#source, :based) " +
      "AND (contains(Title, :colon) OR size(Title) > :long) AND NOT #type = :superHero",
    ExpressionAttributeNames: {
      "#rated": "MPAA Rating",
      "#source": "Source",
      "#type": "Creative Type",
    },
    ExpressionAttributeValues: {
      ":pg": "PG",
      ":pg13": "PG-13",
      ":based": "Based on Book",
      ":colon": ": ",
      ":long": 40,
      ":superHero": "Super Hero",
    },
  });
}

/** The films dated after a day; the file was made in 2010. */
export function filmsAfter(documents, day) {
  return filtered(documents, {
    FilterExpression: "released > :day",
    ExpressionAttributeValues: { ":day": `${day}~` },
  });
}

/** All films of the table that pass a filter, in the order of their number in the file. */
export async function filtered(documents, filter) {
  const films = [];
  const input = { TableName: tableName, ...filter };
  for await (const page of paginateScan({ client: documents }, input)) films.push(...page.Items);
  return films.sort((one, other) => one.number - other.number);
}

/** How many films the table holds. */
export async function countAll(documents) {
  let count = 0;
  const input = { TableName: tableName, Select: "COUNT" };
  for await (const page of paginateScan({ client: documents }, input)) count += page.Count;
  return count;
}

// --- Single films --------------------------------------------------------------------------------

/** One film by its key, or undefined. */
export async function getFilm(documents, film) {
  const input = { TableName: tableName, Key: keyOf(film), ConsistentRead: true };
  const { Item } = await documents.send(new GetCommand(input));
  return Item;
}

/** Titles of up to 100 films by their keys, in the order of the keys; null for a missing film. */
export async function titlesOf(documents, films) {
  const titles = new Map();
  const ProjectionExpression = "genre, released, Title";
  let RequestItems = { [tableName]: { Keys: films.map(keyOf), ProjectionExpression } };
  while (Object.keys(RequestItems).length > 0) {
    const answer = await documents.send(new BatchGetCommand({ RequestItems }));
    for (const film of answer.Responses[tableName]) titles.set(film.released, film.Title);
    RequestItems = answer.UnprocessedKeys ?? {};
  }
  return films.map((film) => titles.get(film.released) ?? null);
}
