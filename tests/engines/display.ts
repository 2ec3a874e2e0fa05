// A screen that exists in memory only, for an engine that has no headless mode.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

import { find } from "./engines";

export class Display {
  private constructor(
    private readonly program: ChildProcess,
    /** What the variable `DISPLAY` has to be. */
    readonly name: string,
  ) {}

  /** Starts a screen with a number that no other one has. */
  static async start(): Promise<Display> {
    const xvfb = find(["Xvfb"], "TINHSO_XVFB");
    // Xvfb chooses the number, and writes it to its standard output once it can be used.
    const program = spawn(xvfb, ["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    const ended = once(program, "exit").then(([code]) => {
      throw new Error(`${xvfb} ended with exit code ${code}`);
    });
    const [number] = await Promise.race([once(program.stdout, "data"), ended]);
    ended.catch(() => {});
    return new Display(program, `:${String(number).trim()}`);
  }

  async stop(): Promise<void> {
    const ended = once(this.program, "exit");
    this.program.kill();
    await ended;
  }
}
