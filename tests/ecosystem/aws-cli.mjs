// Runs `aws dynamodb` at an endpoint of its own database for each test, and a table of songs such as
// the CLI's reference uses in its examples. Nothing of this machine's own AWS configuration gets in.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { open } from "../../dist/index.node.mjs";

const execute = promisify(execFile);
const environment = {
  ...process.env,
  // The distribution's own CLI, before any of the user's.
  PATH: `/usr/bin:${process.env.PATH}`,
  AWS_ACCESS_KEY_ID: "ecosystem",
  AWS_SECRET_ACCESS_KEY: "ecosystem",
  AWS_DEFAULT_REGION: "us-west-2",
  AWS_CONFIG_FILE: "/dev/null",
  AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_PAGER: "",
  NO_PROXY: "127.0.0.1",
};

/** `{aws}` for one test: `aws(command, options)` answers the JSON that the CLI prints. */
export async function openCli(test) {
  const db = await open();
  test.after(() => db.close());
  const { url } = await db.listen({ port: 0 });
  const aws = async (command, options = {}) => {
    const words = command.split(" ");
    const args = ["dynamodb", ...words, ...argumentsOf(options), "--endpoint-url", url];
    const { stdout } = await execute("aws", [...args, "--output", "json"], { env: environment });
    return stdout.trim() === "" ? undefined : JSON.parse(stdout);
  };
  return { aws };
}

/** `{tableName: "T", item: {..}}` as `--table-name T --item {..}`; lists are several words. */
function argumentsOf(options) {
  return Object.entries(options).flatMap(([name, value]) => {
    const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    if (value === true) return [flag];
    if (Array.isArray(value) && value.every((each) => typeof each === "string"))
      return [flag, ...value];
    return [flag, typeof value === "object" ? JSON.stringify(value) : String(value)];
  });
}

export const songs = "MusicCollection";
const titles = {
  "Acme Band": ["Happy Day", "PartiQL Rocks", "Somewhere"],
  "No One You Know": ["Call Me Today", "Howdy", "My Dog Spot", "Scared of My Shadow"],
};

export const songItem = (artist, title, number) => ({
  Artist: { S: artist },
  SongTitle: { S: title },
  AlbumTitle: { S: number % 2 ? "Blue Sky Blues" : "Songs About Life" },
  Year: { N: String(2000 + number) },
});

/** All songs, in the order of their keys within each artist. */
export const allSongs = Object.entries(titles).flatMap(([artist, list]) =>
  list.map((title, number) => songItem(artist, title, number)),
);

/** The table of songs, made by the CLI itself in its shorthand, with `count` songs. */
export async function makeSongs(aws, count = allSongs.length) {
  await aws("create-table", {
    tableName: songs,
    attributeDefinitions: [
      "AttributeName=Artist,AttributeType=S",
      "AttributeName=SongTitle,AttributeType=S",
    ],
    keySchema: ["AttributeName=Artist,KeyType=HASH", "AttributeName=SongTitle,KeyType=RANGE"],
    provisionedThroughput: "ReadCapacityUnits=5,WriteCapacityUnits=5",
    tags: "Key=Owner,Value=blueTeam",
  });
  if (count === 0) return;
  const requests = allSongs.slice(0, count).map((Item) => ({ PutRequest: { Item } }));
  await aws("batch-write-item", { requestItems: { [songs]: requests } });
}
