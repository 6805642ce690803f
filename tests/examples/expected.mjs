// What the examples have to find, worked out from the plain arrays of records without any database.
// Each entry names a question and holds {of: where the findings have the answer, is: the answer}.

/** The expectations of the example `name` over its records. */
export function expectedOf(name, records) {
  return name === "movies" ? expectedFilms(records) : expectedCities(records);
}

const countBy = (records, keyOf) => {
  const counts = {};
  for (const record of records) counts[keyOf(record)] = (counts[keyOf(record)] ?? 0) + 1;
  return counts;
};

const sumBy = (records, keyOf, valueOf) => {
  const sums = {};
  for (const record of records) sums[keyOf(record)] = (sums[keyOf(record)] ?? 0) + valueOf(record);
  return sums;
};

// --- Films ---------------------------------------------------------------------------------------

const genreOf = (film) => film["Major Genre"] ?? "None given";
/** "Jun 12 1998" as 1998-06-12. */
const dayOf = (film) => new Date(`${film["Release Date"]} UTC`).toISOString().slice(0, 10);
const dated = (film) => `${dayOf(film)} ${film.Title}`;
const byDay = (one, other) => (dayOf(one) < dayOf(other) ? -1 : dayOf(one) > dayOf(other) ? 1 : 0);
const titles = (films) => films.map((film) => film.Title);
const notes = ["seen on a plane", "with popcorn"];

function expectedFilms(films) {
  const ofGenre = (genre) => films.filter((film) => genreOf(film) === genre).sort(byDay);
  const thrillers = ofGenre("Thriller/Suspense");
  const praised = thrillers.filter(
    (film) => film["IMDB Rating"] >= 8 && film["IMDB Votes"] > 100_000,
  );
  const [best] = praised.filter((film) => film["IMDB Rating"] >= 9);
  const mean = (best["IMDB Rating"] * best["IMDB Votes"] + 10) / (best["IMDB Votes"] + 1);
  const voted = { rating: Number(mean.toFixed(6)), votes: best["IMDB Votes"] + 1 };
  const losing = films.flatMap((film, number) => {
    const gross = film["Worldwide Gross"];
    return gross > 0 && film["Production Budget"] !== null && gross < film["Production Budget"]
      ? [number]
      : [];
  });
  const misdated = films.filter((film) => dayOf(film) > "2011-12-31");
  return {
    "all films are loaded, 25 at a time": {
      of: ({ loaded }) => loaded,
      is: { batches: Math.ceil(films.length / 25), retries: 0 },
    },
    "films by genre": { of: ({ genres }) => genres.counts, is: countBy(films, genreOf) },
    "worldwide gross by genre": {
      of: ({ genres }) => genres.sums.gross,
      is: sumBy(films, genreOf, (film) => film["Worldwide Gross"] ?? 0),
    },
    "films of a scan": { of: ({ genres }) => genres.sums.films, is: films.length },
    "films of a key range": {
      of: ({ keys }) => keys.summer,
      is: ofGenre("Action")
        .filter((film) => dayOf(film) >= "1999-06-01" && dayOf(film) <= "1999-08-31")
        .map(dated),
    },
    "films of a key prefix": {
      of: ({ keys }) => keys.christmas,
      is: titles(ofGenre("Drama").filter((film) => dayOf(film).startsWith("2005-12"))),
    },
    "the newest films": {
      of: ({ keys }) => keys.newest,
      is: ofGenre("Horror").reverse().slice(0, 3).map(dated),
    },
    "pages hold every film once": {
      of: ({ keys }) => [keys.pages.films, keys.pages.different],
      is: [ofGenre("Comedy").length, ofGenre("Comedy").length],
    },
    "a filter over a query": {
      of: ({ filters }) => [filters.praised.Count, filters.praised.ScannedCount],
      is: [praised.length, thrillers.length],
    },
    "a projection": {
      of: ({ filters }) => filters.praised.Items,
      is: praised.map((film) => ({
        "Title": film.Title,
        "Director": film.Director,
        "IMDB Rating": film["IMDB Rating"],
      })),
    },
    "numeric titles": {
      of: ({ filters }) => filters.titles,
      is: titles(films.filter((film) => typeof film.Title === "number")),
    },
    "films without title, whole": {
      of: ({ filters }) => filters.untitled,
      is: films.flatMap((film, number) =>
        film.Title === null ? [{ ...film, ...filmKey(film, number) }] : [],
      ),
    },
    "one attribute against another": { of: ({ filters }) => filters.losses, is: losing },
    "a search by several properties": {
      of: ({ filters }) => filters.search,
      is: titles(films.filter(isSearched)),
    },
    "a vote counts, a late one is refused": {
      of: ({ changes }) => [changes.first, changes.second],
      is: [voted, { refused: voted.votes }],
    },
    "notes, a set and a map inside an item": {
      of: ({ changes }) => changes.notes,
      is: { notes, seenBy: ["ada", "grace"], rentals: { total: 3, shops: {} } },
    },
    "the changed film, whole": {
      of: ({ changes }) => changes.changed,
      is: {
        ...best,
        ...filmKey(best, films.indexOf(best)),
        "IMDB Rating": voted.rating,
        "IMDB Votes": voted.votes,
        notes,
        "seenBy": ["ada", "grace"],
        "rentals": { total: 3, shops: {} },
      },
    },
    "dates a hundred years late": {
      of: ({ changes }) => changes.dates,
      is: {
        before: ofGenre("Musical").reverse().slice(0, 2).map(dated),
        wrong: titles(misdated),
        after: upTo2011(ofGenre("Musical")).reverse().slice(0, 2).map(dated),
      },
    },
    "values missing from the musicals": {
      of: ({ changes }) => changes.gaps,
      is: ofGenre("Musical").flatMap((film) => Object.values(film).filter((each) => each === null))
        .length,
    },
    "deletions": { of: ({ deletions }) => deletions, is: expectedDeletions(films, ofGenre) },
  };
}

const filmKey = (film, number) => ({
  genre: genreOf(film),
  released: `${dayOf(film)}#${String(number).padStart(4, "0")}`,
  number,
});

const upTo2011 = (musicals) => musicals.filter((film) => dayOf(film) <= "2011-12-31");

const isSearched = (film) =>
  ["PG", "PG-13"].includes(film["MPAA Rating"]) &&
  (film.Source ?? "").startsWith("Based on Book") &&
  typeof film.Title === "string" &&
  (film.Title.includes(": ") || new TextEncoder().encode(film.Title).length > 40) &&
  film["Creative Type"] !== "Super Hero";

function expectedDeletions(films, ofGenre) {
  const concerts = ofGenre("Concert/Performance");
  const poor = films.filter((film) => genreOf(film) === "Musical" && film["Worldwide Gross"] === 0);
  const left = films.length - concerts.length - poor.length;
  return { added: false, kept: true, gone: titles(poor), batches: 1, left };
}

// --- Cities --------------------------------------------------------------------------------------

function expectedCities(cities) {
  const countryOf = (city) => city.country;
  const counts = countBy(cities, countryOf);
  const people = sumBy(cities, countryOf, (city) => city.population);
  const largest = (country) =>
    cities
      .filter((city) => city.country === country)
      .sort((one, other) => other.population - one.population)
      .slice(0, 3)
      .map((city) => `${city.name} ${city.population}`);
  const american = (fewest, most) =>
    cities.filter(
      ({ country, population }) => country === "US" && population >= fewest && population < most,
    ).length;
  return {
    "all cities are loaded, 25 at a time": {
      of: ({ loaded }) => loaded,
      is: { batches: Math.ceil(cities.length / 25), retries: 0 },
    },
    "the segments hold every city once": {
      of: ({ sums }) => [sums.cost.scanned, sums.cost.segments.reduce((sum, each) => sum + each)],
      is: [cities.length, cities.length],
    },
    "cities and people by country": {
      of: ({ sums }) => sums.countries,
      is: Object.fromEntries(
        Object.keys(counts).map((each) => [each, { cities: counts[each], people: people[each] }]),
      ),
    },
    "cities of ten million": {
      of: ({ large }) => large.over.cities,
      is: cities
        .filter((city) => city.population >= 10_000_000)
        .sort((one, other) => other.population - one.population)
        .map(({ name, country, population }) => ({ name, country, population })),
    },
    "the largest cities of a country": {
      of: ({ large }) => large.ofCountry,
      is: { BR: largest("BR"), IS: largest("IS"), JP: largest("JP") },
    },
    "cities south of the equator": {
      of: ({ counts: found }) => found.south,
      is: cities.filter((city) => city.loc.coordinates[1] < 0).length,
    },
    "cities by size": {
      of: ({ counts: found }) => [found.medium, found.villages],
      is: [american(100_000, 200_000), american(0, 5_000)],
    },
    "kinds of places with a municipality": {
      of: ({ counts: found }) => found.kinds,
      is: countBy(
        cities.filter((city) => city.muni !== undefined && city.adminCode !== ""),
        (city) => city.featureCode,
      ),
    },
  };
}
