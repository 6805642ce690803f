// A day with a table of films: fill it, ask it, change it, delete it. Ordinary code over the AWS SDK;
// whoever calls it chooses what the client talks to, where the records come from and who prints.
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as changes from "./changes.mjs";
import { createFilmTable, deleteFilmTable, loadFilms, noGenre } from "./film-table.mjs";
import * as questions from "./questions.mjs";

/**
 * Runs the whole example. `client` is a DynamoDBClient, `records` the array of movies.json, `print`
 * takes one line of text. Returns everything that was found, as plain data.
 */
export async function movies(client, records, print) {
  const documents = DynamoDBDocumentClient.from(client);
  await createFilmTable(client);
  const loaded = await loadFilms(documents, records);
  print(`${records.length} films in ${loaded.batches} batches`);
  const findings = {
    loaded,
    genres: await askGenres(documents, records, print),
    keys: await askKeys(documents, print),
    filters: await askFilters(documents, print),
    changes: await changeFilms(documents, print),
    deletions: await deleteSome(documents, print),
  };
  await deleteFilmTable(client);
  return findings;
}

async function askGenres(documents, records, print) {
  const genres = new Set(records.map((record) => record["Major Genre"] ?? noGenre));
  const counts = await questions.countByGenre(documents, [...genres].sort());
  const sums = await questions.grossByGenre(documents);
  print("\nFilms and worldwide gross by genre:");
  for (const [genre, count] of Object.entries(counts)) {
    const millions = Math.round(sums.gross[genre] / 1e6);
    print(`  ${genre.padEnd(20)} ${String(count).padStart(4)} ${String(millions).padStart(7)} M$`);
  }
  print(`The scan read ${sums.films} films in ${sums.pages} pages for ${sums.readUnits} units`);
  return { counts, sums };
}

async function askKeys(documents, print) {
  const summer = await questions.filmsBetween(documents, "Action", "1999-06-01", "1999-08-31");
  print("\nAction films of summer 1999:");
  for (const line of summer) print(`  ${line}`);
  const christmas = await questions.filmsOfMonth(documents, "Drama", "2005-12");
  print(`Dramas of December 2005: ${christmas.join(", ")}`);
  const newest = await questions.newestFilms(documents, "Horror", 3);
  print(`Newest horror: ${newest.join(", ")}`);
  const pages = await questions.pageThrough(documents, "Comedy", 150);
  print(`Comedies in pages of ${pages.sizes.join(" + ")} = ${pages.films}`);
  return { summer, christmas, newest, pages };
}

async function askFilters(documents, print) {
  const praised = await questions.praisedFilms(documents, "Thriller/Suspense", 8, 100_000);
  print(`\nPraised thrillers, ${praised.Count} of ${praised.ScannedCount}:`);
  for (const film of praised.Items) {
    print(`  ${film["IMDB Rating"]} ${film.Title} (${film.Director ?? "director not given"})`);
  }
  const numeric = await questions.filmsWithTitleOfType(documents, "N");
  const titles = await questions.titlesOf(documents, numeric);
  print(`Titles that are numbers: ${titles.join(", ")}`);
  const untitled = await questions.filmsWithTitleOfType(documents, "NULL");
  print(`Films without title: ${untitled.map((film) => `${film.genre}, ${film.released}`)}`);
  const losses = await questions.filmsAtALoss(documents);
  print(`Films that took less than they cost: ${losses.length}`);
  const search = await questions.searchFilms(documents);
  print(`Long family titles from books: ${search.map((film) => film.Title).join("; ")}`);
  return {
    praised,
    titles,
    untitled,
    losses: losses.map((film) => film.number),
    search: search.map((film) => film.Title),
  };
}

async function changeFilms(documents, print) {
  const { Items } = await questions.praisedFilms(documents, "Thriller/Suspense", 9, 100_000);
  const best = Items[0].Title;
  const [film] = await questions.filtered(documents, {
    FilterExpression: "Title = :title",
    ExpressionAttributeValues: { ":title": best },
  });
  const first = await changes.vote(documents, film, 10);
  const second = await changes.vote(documents, film, 1);
  print(`\n${best} has ${first.votes} votes; a late vote met ${second.refused} and was refused`);
  const notes = await changes.annotate(documents, film);
  print(`Its notes: ${notes.notes.join(", ")}; seen by ${notes.seenBy.join(" and ")}`);
  const dates = await correctDates(documents, print);
  let gaps = 0;
  for (const each of await questions.filtered(documents, musicals)) {
    gaps += await changes.dropGaps(documents, each);
  }
  print(`Dropped ${gaps} attributes without value from the musicals`);
  const changed = await questions.getFilm(documents, film);
  changed.seenBy = [...changed.seenBy].sort();
  return { first, second, notes, dates, gaps, changed };
}

const musicals = {
  FilterExpression: "genre = :genre",
  ExpressionAttributeValues: { ":genre": "Musical" },
};

/** The file has two-digit years read as 20..: Fantasia is of 1940, not of 2040. */
async function correctDates(documents, print) {
  const before = await questions.newestFilms(documents, "Musical", 2);
  const wrong = await questions.filmsAfter(documents, "2011-12-31");
  for (const film of wrong) await changes.correctCentury(documents, film);
  const after = await questions.newestFilms(documents, "Musical", 2);
  print(`Newest musicals were ${before.join(" and ")}`);
  print(`After correcting ${wrong.length} dates they are ${after.join(" and ")}`);
  return { before, wrong: wrong.map((film) => film.Title), after };
}

async function deleteSome(documents, print) {
  const concerts = await questions.filtered(documents, {
    FilterExpression: "genre = :genre",
    ExpressionAttributeValues: { ":genre": "Concert/Performance" },
  });
  const added = await changes.addFilm(documents, { ...concerts[0], Title: "An impostor" });
  const kept = await changes.deleteIfWorthless(documents, concerts[0]);
  const poor = await questions.filtered(documents, {
    FilterExpression: "#gross = :nothing AND genre = :genre",
    ExpressionAttributeNames: { "#gross": "Worldwide Gross" },
    ExpressionAttributeValues: { ":nothing": 0, ":genre": "Musical" },
  });
  const gone = [];
  for (const film of poor) gone.push(await changes.deleteIfWorthless(documents, film));
  const batches = await changes.deleteFilms(documents, concerts);
  const left = await questions.countAll(documents);
  print(`\nDeleted ${gone.join(", ")} and ${concerts.length} concerts; ${left} films are left`);
  return { added, kept: kept === undefined, gone, batches, left };
}
