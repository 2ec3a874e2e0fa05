// Runs a program to its end, and tells what that took.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";

/**
 * The time and that of the processor in milliseconds, the largest memory in kB, the exit code, and what the program
 * printed as errors. What it prints else is dropped. Where Linux does not tell the last two numbers, they are 0.
 */
export async function watched(program, args) {
  const started = performance.now();
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
  let finished;
  child.once("exit", () => (finished = performance.now()));
  const closed = Promise.all([text(child.stderr), once(child, "close")]);
  // Awaited below, after it may have failed: a program that cannot be started never exits.
  let failed = false;
  closed.catch(() => (failed = true));
  let [peak, busy] = [0, 0];
  while (finished === undefined && !failed) {
    peak = told(child.pid, "status", /^VmHWM:\s*(\d+)/m) ?? peak;
    busy = told(child.pid, "schedstat", /^(\d+)/) ?? busy;
    await pause(1);
  }
  const [errors, [code]] = await closed;
  return { time: finished - started, busy: busy / 1e6, peak, code, errors };
}

/** A number that Linux tells of a running process: its largest memory so far in kB, its time in nanoseconds. */
function told(pid, file, pattern) {
  try {
    const found = pattern.exec(readFileSync(`/proc/${pid}/${file}`, "utf8"));
    return found ? Number(found[1]) : undefined;
  } catch {
    return undefined;
  }
}
