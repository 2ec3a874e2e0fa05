// Describes the machine and the time of a measurement.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import os from "node:os";

/** Pairs of a name and its value. Without the path of a browser it tells of none. */
export function machine(executablePath) {
  const cpus = os.cpus();
  const browser = executablePath
    ? [["Browser", execFileSync(executablePath, ["--version"], { encoding: "utf8", stdio: "pipe" }).trim()]]
    : [];
  const load = os.loadavg().map((average) => average.toFixed(2));
  return [
    ["Date", `${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC`],
    ["Processor", `${cpus[0]?.model.trim() ?? "unknown"}, ${cpus.length} cores`],
    ["Memory", `${Math.round(os.totalmem() / 2 ** 30)} GiB`],
    ["System", `${system()}, ${os.type()} ${os.release()} ${os.arch()}`],
    ...browser,
    ["Node.js", process.version],
    ["Load at the start (1, 5, 15 minutes)", load.join(", ")],
  ];
}

function system() {
  try {
    const text = readFileSync("/etc/os-release", "utf8");
    return /^PRETTY_NAME="?([^"\n]+)/m.exec(text)?.[1] ?? os.platform();
  } catch {
    return os.platform();
  }
}
