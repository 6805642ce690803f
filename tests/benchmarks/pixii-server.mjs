// The pixii endpoint in a process of its own, for the load tests: prints its port.
import { open } from "../../dist/index.node.mjs";

const db = await open();
const { port } = await db.listen({ port: 0 });
console.log(port);
