// Prints the gzip size of each file named on the command line, one number a line, at level 9:
// what a web server sends for it. Node is needed by the tests anyway and brings zlib along.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

for (const file of process.argv.slice(2)) {
  console.log(gzipSync(readFileSync(file), { level: 9 }).length);
}
