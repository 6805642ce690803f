// A bare node:http server, the limit of any endpoint in Node: it reads each request's body to its end
// and answers with the status, headers and body it was started with. Prints its port.
//
// Usage: echo-server.mjs <file with {headers, body} as JSON>
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const { headers, body } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    response.writeHead(200, headers);
    response.end(body);
  });
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
