// One browser with a profile of its own, and what a reader can do in it and see. It is the same for all engines: what
// differs between them is in engines.ts.
//
// Starting a browser takes longer than most tests, so the tests of a worker share one. Each has a window and a server
// of its own, and so an origin of its own: what one has stored, kept or cached, another never sees.

import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { Builder, By, Key, type WebDriver } from "selenium-webdriver";
import LogInspector from "selenium-webdriver/bidi/logInspector";
import { DriverService } from "selenium-webdriver/remote";

import { type Engine, setUp, WINDOW } from "./engines";

/**
 * Where a session keeps what it writes, the screen that it is shown on, if the engine needs one, and whether its pages
 * may store anything.
 */
type Place = { folder: string; display?: string | undefined; blocksStorage: boolean };

export class Session {
  /** The errors that Chromium and Firefox have reported since the test began. */
  private reported: string[] = [];
  /** How long the output of the driver and the browser was when the test began. */
  private logStart = 0;

  private constructor(
    readonly engine: Engine,
    private readonly folder: string,
    private readonly service: DriverService,
    private readonly driver: WebDriver,
  ) {}

  static async start(engine: Engine, { folder, display, blocksStorage }: Place): Promise<Session> {
    const downloads = join(folder, DOWNLOADS);
    mkdirSync(downloads, { recursive: true });
    // WebKit's browser has no setting of its own for the folder of downloads.
    writeFileSync(join(folder, "user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
    const { driver: program, args, capabilities } = setUp(engine, { downloads, blocksStorage });
    const log = openSync(join(folder, LOG), "w");
    const environment = {
      ...process.env,
      TZ: "Asia/Ho_Chi_Minh",
      // Firefox refuses a home folder that belongs to somebody else, as it does in some containers.
      HOME: folder,
      XDG_CONFIG_HOME: folder,
      ...(display ? { DISPLAY: display } : {}),
    };
    const service = new DriverService.Builder(program)
      .setLoopback(true)
      .addArguments(...args)
      .setEnvironment(environment as Record<string, string>)
      .setStdio(["ignore", log, log])
      .build();
    try {
      const address = await service.start();
      const driver = await new Builder().usingServer(address).withCapabilities(capabilities).build();
      const session = new Session(engine, folder, service, driver);
      await session.listen();
      return session;
    } catch (failure) {
      await service.kill();
      throw failure;
    } finally {
      closeSync(log);
    }
  }

  private async listen(): Promise<void> {
    await this.driver.manage().setTimeouts({ pageLoad: 60_000, script: 60_000 });
    if (this.engine === "webkit") return;
    const inspector = await LogInspector(this.driver);
    await inspector.onLog((entry: { level: string; text: string }) => {
      if (entry.level === "error") this.reported.push(entry.text);
    });
  }

  /** Begins a test: in an empty window, with nothing saved and nothing reported. */
  async begin(): Promise<void> {
    const before = await this.driver.getAllWindowHandles();
    await this.openWindow();
    const own = await this.driver.getWindowHandle();
    for (const window of before) {
      await this.driver.switchTo().window(window);
      await this.driver.close();
    }
    await this.driver.switchTo().window(own);
    await this.driver.manage().window().setRect({ x: 0, y: 0, ...WINDOW });
    rmSync(this.downloads, { recursive: true, force: true });
    mkdirSync(this.downloads, { recursive: true });
    this.reported = [];
    this.logStart = this.wholeLog().length;
  }

  async end(): Promise<void> {
    // A browser that has crashed cannot be asked to quit, but its driver can be ended.
    await this.driver.quit().catch(() => {});
    await this.service.kill();
  }

  private wholeLog(): string {
    return readFileSync(join(this.folder, LOG), "utf8");
  }

  private get downloads(): string {
    return join(this.folder, DOWNLOADS);
  }

  /** What the driver and the browser have printed since the test began. */
  log(): string {
    return this.wholeLog().slice(this.logStart);
  }

  /** The errors that pages have reported since the test began. */
  problems(): string[] {
    const lines = this.log().split("\n");
    return [...this.reported, ...lines.filter((line) => /^CONSOLE\b.*\bERROR\b/.test(line))];
  }

  /** What is in the file that the browser has saved; null if there is none by such a name yet. */
  saved(name: RegExp): string | null {
    const file = readdirSync(this.downloads).find((file) => name.test(file));
    return file === undefined ? null : readFileSync(join(this.downloads, file), "utf8");
  }

  // Going to pages.

  async open(address: string): Promise<void> {
    await this.driver.get(address);
  }

  async reload(): Promise<void> {
    await this.driver.navigate().refresh();
  }

  async goBack(nEntries = 1): Promise<void> {
    await this.traverse(-nEntries);
  }

  async goForward(): Promise<void> {
    await this.traverse(1);
  }

  /**
   * Goes to another entry of the history. Not by the driver: WebKit's waits for a document to be loaded, and moving
   * inside the site loads none. The same driver loses scripts that it sends to a page that is just being left.
   */
  private async traverse(nEntries: number): Promise<void> {
    const before = await this.address();
    await this.evaluate((nEntries) => history.go(nEntries), nEntries);
    await this.driver.wait(async () => (await this.address()) !== before, 45_000, "the address is the same");
  }

  /** Goes on in a new window. Returns how to go back to the one before. */
  async openWindow(): Promise<() => Promise<void>> {
    const before = await this.driver.getWindowHandle();
    await this.driver.switchTo().newWindow("window");
    return () => this.driver.switchTo().window(before);
  }

  async address(): Promise<string> {
    return this.driver.getCurrentUrl();
  }

  async title(): Promise<string> {
    return this.driver.getTitle();
  }

  // What a reader does.

  async click(selector: string): Promise<void> {
    await this.bringIntoView(selector);
    await this.driver.findElement(By.css(selector)).click();
  }

  /**
   * Scrolls until an element is in view and stays where it is. The browser only estimates the height of what was not
   * in view yet, so what follows can move away from under a click.
   */
  private async bringIntoView(selector: string): Promise<void> {
    await this.evaluateAsync(async (selector) => {
      let before: number | undefined;
      for (let turn = 0; turn < 20; turn += 1) {
        const element = document.querySelector(selector);
        element?.scrollIntoView({ block: "nearest", behavior: "instant" });
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const top = element?.getBoundingClientRect().top;
        if (top === before) return;
        before = top;
      }
    }, selector);
  }

  /** Chooses an entry of a list. */
  async choose(list: string, value: string): Promise<void> {
    await this.click(`${list} option[value="${value}"]`);
  }

  /** Types into a field, in place of what is in it. */
  async type(selector: string, text: string): Promise<void> {
    // Not by the element: the program replaces the written page, and the field in it, at the first change.
    await this.click(selector);
    await this.pressWithControl("a");
    await this.press(text);
  }

  /** Presses a key, or one key after the other, wherever the focus is. */
  async press(key: string): Promise<void> {
    await this.driver.actions().sendKeys(key).perform();
  }

  /** Presses a key while the Control key is down. */
  async pressWithControl(key: string): Promise<void> {
    await this.driver.actions().keyDown(Key.CONTROL).sendKeys(key).keyUp(Key.CONTROL).perform();
  }

  /** Presses a key while the Shift key is down. */
  async pressWithShift(key: string): Promise<void> {
    await this.driver.actions().keyDown(Key.SHIFT).sendKeys(key).keyUp(Key.SHIFT).perform();
  }

  // What the page shows.

  /** Calls a function in the page, which must not use anything but its arguments, and returns what it returns. */
  async evaluate<Args extends unknown[], Result>(work: (...args: Args) => Result, ...args: Args): Promise<Result> {
    return this.driver.executeScript<Result>(`return (${work})(...arguments);`, ...args);
  }

  /** The same for a function that has to wait for something, in a page that is not left meanwhile. */
  async evaluateAsync<Args extends unknown[], Result>(
    work: (...args: Args) => Promise<Result>,
    ...args: Args
  ): Promise<Result> {
    const script = `
      const args = [...arguments], done = args.pop();
      (${work})(...args).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const answer = await this.driver.executeAsyncScript<{ value: Result; error?: string }>(script, ...args);
    if (answer.error) throw new Error(answer.error);
    return answer.value;
  }

  /** The text of the first element, as the reader sees it; empty if there is none. */
  async text(selector: string): Promise<string> {
    return this.evaluate(
      (selector) => document.querySelector<HTMLElement>(selector)?.innerText.trim() ?? "",
      selector,
    );
  }

  /** Whether an element that matches has the focus. */
  async hasFocus(selector: string): Promise<boolean> {
    return this.evaluate((selector) => document.activeElement?.matches(selector) ?? false, selector);
  }

  /** The element that has the focus: its tag, and where it leads or what it is. */
  async focused(): Promise<string> {
    return this.evaluate(() => {
      const element = document.activeElement;
      const names = ["href", "id", "name", "value"].map((name) => element?.getAttribute(name) ?? "");
      return [element?.tagName.toLowerCase(), ...names].filter((name) => name).join(" ");
    });
  }

  async count(selector: string): Promise<number> {
    return this.evaluate((selector) => document.querySelectorAll(selector).length, selector);
  }

  /** How many elements a reader can see. */
  async countVisible(selector: string): Promise<number> {
    return this.evaluate(
      (selector) =>
        [...document.querySelectorAll(selector)].filter((element) =>
          element.checkVisibility({ visibilityProperty: true }),
        ).length,
      selector,
    );
  }
}

/** The file with all that the driver and the browser print. */
const LOG = "driver.log";

const DOWNLOADS = "downloads";
