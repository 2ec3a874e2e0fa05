// How each engine is started: its browser, its WebDriver, and the settings that make them alike.

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

import { Capabilities } from "selenium-webdriver";

export const ENGINES = ["chromium", "firefox", "webkit"] as const;
export type Engine = (typeof ENGINES)[number];

/** The programs of an engine, and what its driver is told when a session begins. */
export type Setup = { driver: string; args: string[]; capabilities: Capabilities };

/** The size of the window. With it the wide layout of each page is seen. */
export const WINDOW = { width: 1280, height: 900 };

/** What differs from session to session: the folder of downloads, and whether pages may store anything. */
export type Settings = { downloads: string; blocksStorage: boolean };

export function setUp(engine: Engine, settings: Settings): Setup {
  const { driver, args, capabilities } = SETUPS[engine](settings);
  return { driver, args, capabilities: new Capabilities(capabilities) };
}

const SETUPS = {
  chromium: ({ downloads, blocksStorage }) => ({
    driver: find(["chromedriver"], "TINHSO_CHROMEDRIVER"),
    args: [],
    capabilities: {
      browserName: "chrome",
      // Turns on WebDriver BiDi, which reports the errors of a page.
      webSocketUrl: true,
      "goog:chromeOptions": {
        binary: find(["chromium", "chromium-browser", "google-chrome"], "TINHSO_CHROMIUM"),
        args: [
          "--headless",
          // Chromium's sandbox does not work for root, and in a container the tests are run by root.
          ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
          "--disable-background-networking",
          "--no-first-run",
          "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE *.localhost",
        ],
        prefs: {
          "download.default_directory": downloads,
          "download.prompt_for_download": false,
          ...(blocksStorage ? { "profile.default_content_setting_values.cookies": 2 } : {}),
        },
      },
    },
  }),
  firefox: ({ downloads, blocksStorage }) => ({
    driver: find(["geckodriver"], "TINHSO_GECKODRIVER"),
    // A free port for WebDriver BiDi. Otherwise all use the same, and a second Firefox cannot be driven.
    args: ["--websocket-port=0"],
    capabilities: {
      browserName: "firefox",
      webSocketUrl: true,
      "moz:firefoxOptions": {
        binary: find(["firefox-esr", "firefox"], "TINHSO_FIREFOX"),
        args: ["-headless"],
        prefs: {
          // Several windows run at a time, and each has to behave as the one that has the focus.
          "focusmanager.testmode": true,
          // Tab stops at links, too, whatever the system says.
          "accessibility.tabfocus": 7,
          // As with "Block all cookies" in the settings, which holds for all that pages store.
          ...(blocksStorage ? { "network.cookie.cookieBehavior": 2 } : {}),
          "browser.download.folderList": 2,
          "browser.download.dir": downloads,
          "browser.download.useDownloadDir": true,
          // A file that the browser could show is saved all the same.
          "browser.download.open_pdf_attachments_inline": false,
          "browser.helperApps.neverAsk.saveToDisk": "image/svg+xml,text/csv",
        },
      },
    },
  }),
  // WebKit's browser has no setting that keeps pages from storing anything but cookies.
  webkit: ({ blocksStorage }) => ({
    driver: find(["WebKitWebDriver"], "TINHSO_WEBKITDRIVER"),
    args: [],
    capabilities: {
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": {
        binary: findMiniBrowser(),
        // The errors of a page stand in the output of the browser: its driver knows no other way.
        args: [
          "--automation",
          "--enable-write-console-messages-to-stdout=true",
          ...(blocksStorage ? ["--cookies-policy=never"] : []),
        ],
      },
    },
  }),
} satisfies Record<Engine, (settings: Settings) => Omit<Setup, "capabilities"> & { capabilities: object }>;

/** The path of a program: what the variable says, or else where one of these names is on `PATH`. */
export function find(names: string[], variable: string): string {
  const set = process.env[variable];
  const folders = (process.env.PATH ?? "").split(delimiter);
  const found = set ? [set] : names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const file = found.find(existsSync);
  if (file) return file;
  throw new Error(`${set ?? names[0]} was not found; install ${names[0]}, or set ${variable} to its path`);
}

/** WebKitGTK's own small browser. Debian keeps it in the folder of the library, which is named after the machine. */
function findMiniBrowser(): string {
  const machines = { x64: "x86_64-linux-gnu", arm64: "aarch64-linux-gnu" } as Record<string, string>;
  const folder = `/usr/lib/${machines[process.arch]}/webkit2gtk-4.1/MiniBrowser`;
  if (!process.env.TINHSO_MINIBROWSER && existsSync(folder)) return folder;
  return find(["MiniBrowser"], "TINHSO_MINIBROWSER");
}
