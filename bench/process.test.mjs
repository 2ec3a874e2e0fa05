import assert from "node:assert/strict";
import { platform } from "node:os";
import { test } from "node:test";

import { watched } from "./process.mjs";

test("a program's time, memory, exit code and errors are told", async () => {
  const script = "console.log('dropped'); console.error('kept'); setTimeout(() => process.exit(3), 50)";
  const { time, busy, peak, code, errors } = await watched(process.execPath, ["-e", script]);
  assert.deepEqual([code, errors], [3, "kept\n"]);
  assert.ok(time >= 50, `${time} ms`);
  // Only Linux tells these two. Node.js needs more than 10 MB.
  if (platform() === "linux") assert.ok(busy > 0 && peak > 10_000, `${busy} ms, ${peak} kB`);
});

test("a program that cannot be started is an error", async () => {
  await assert.rejects(watched("/no/such/program", []), /ENOENT/);
});
