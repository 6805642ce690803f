// The headers of one request that the endpoint looks at, picked out of the raw list: that costs a
// third of what Node's own `request.headers` does.

/** The headers of interest; absent ones are undefined. */
export class RequestHead {
  target: string | undefined = undefined;
  authorization: string | undefined = undefined;
  amazonDate: string | undefined = undefined;
  date: string | undefined = undefined;
  contentType: string | undefined = undefined;
  contentLength: string | undefined = undefined;
  contentEncoding: string | undefined = undefined;
  acceptEncoding: string | undefined = undefined;
  accept: string | undefined = undefined;
  origin: string | undefined = undefined;
  host: string | undefined = undefined;
  requestMethod: string | undefined = undefined;
  requestHeaders: string | undefined = undefined;

  /** `raw` holds names and values in turn, as `request.rawHeaders` does. The first of a name counts. */
  constructor(raw: string[]) {
    for (let i = 0; i + 1 < raw.length; i += 2) {
      const name = raw[i]!;
      const field = fields.get(name) ?? fields.get(name.toLowerCase());
      if (field !== undefined) this[field] ??= raw[i + 1];
    }
  }
}

/** Names as most clients write them, besides the lower-case form that is looked for last. */
const fields = new Map<string, keyof RequestHead>();

const names: [string, keyof RequestHead][] = [
  ["X-Amz-Target", "target"],
  ["Authorization", "authorization"],
  ["X-Amz-Date", "amazonDate"],
  ["Date", "date"],
  ["Content-Type", "contentType"],
  ["Content-Length", "contentLength"],
  ["Content-Encoding", "contentEncoding"],
  ["Accept-Encoding", "acceptEncoding"],
  ["Accept", "accept"],
  ["Origin", "origin"],
  ["Host", "host"],
  ["Access-Control-Request-Method", "requestMethod"],
  ["Access-Control-Request-Headers", "requestHeaders"],
];
for (const [name, field] of names) {
  fields.set(name, field);
  fields.set(name.toLowerCase(), field);
}
