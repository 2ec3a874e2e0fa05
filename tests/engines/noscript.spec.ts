// Without JavaScript a page reads whole and offers no control that cannot work.
//
// The page is shown in a frame in which the engine runs no script, as if the reader had turned them off. Unlike a
// setting of the browser, every engine has that, and the page around the frame can look into it.

import type { Releases } from "../e2e/releases";
import { addressOf, DOSSIERS, KINDS, LANGUAGES } from "../e2e/site";
import { expect, test } from "./fixtures";
import type { Session } from "./session";

/** Shows a page in the frame. */
async function show(session: Session, site: Releases, address: string): Promise<void> {
  site.ownPages.set("around/", `<iframe sandbox="allow-same-origin" width="1200" height="800" src="../${address}"></iframe>`);
  await session.open(`${site.url}around/`);
  await expectShown(session, address);
}

/** Waits until the frame shows all of the page at an address. */
async function expectShown(session: Session, address: string): Promise<void> {
  const shown = () =>
    session.evaluate(() => {
      const page = document.querySelector("iframe")?.contentDocument;
      return page?.readyState === "complete" && page.querySelector("footer") ? page.URL : "";
    });
  await expect.poll(shown).toMatch(new RegExp(`/${address.replace(/^\.\//, "")}$`));
}

/** What a reader sees in the frame. */
const lookInside = (session: Session) =>
  session.evaluate(() => {
    const page = document.querySelector("iframe")?.contentDocument;
    const visible = (selector: string) =>
      [...(page?.querySelectorAll<HTMLElement>(selector) ?? [])].filter((element) => element.checkVisibility());
    return {
      language: page?.documentElement.lang,
      heading: visible("main h1").map((heading) => heading.innerText),
      sentence: visible("main h1 + p").map((sentence) => sentence.innerText),
      advice: visible("noscript p").map((advice) => advice.innerText),
      // The buttons of popovers need no program.
      nControls: visible("input, select, button:not([popovertarget]), textarea, fieldset").length,
      nCharts: visible("figure svg").length,
      nCells: visible("main td").filter((cell) => /\d/.test(cell.textContent)).length,
    };
  });

for (const language of LANGUAGES) {
  test(`every kind of page reads whole in ${language}`, async ({ session, site }) => {
    for (const { kind, path } of KINDS) {
      await test.step(kind, async () => {
        await show(session, site, addressOf(language, path));
        const seen = await lookInside(session);
        expect(seen.language).toBe(language);
        expect(seen.heading).toEqual([expect.stringMatching(/\S/)]);
        expect(seen.sentence).toEqual([expect.stringMatching(/\S+ \S+/)]);
        expect(seen.nControls).toBe(0);
        if (["compare", "concept", "xep-hang"].includes(kind)) expect(seen.nCharts).toBeGreaterThan(0);
        if (["compare", "concept", "province"].includes(kind)) expect(seen.nCells).toBeGreaterThan(0);
      });
    }
  });
}

for (const { language, says } of [
  { language: "vi", says: "Trình duyệt đang tắt JavaScript" },
  { language: "en", says: "JavaScript is off" },
] as const) {
  test(`a link replaces the controls in ${language}`, async ({ session, site }) => {
    await show(session, site, addressOf(language, DOSSIERS));
    expect((await lookInside(session)).advice).toEqual([expect.stringContaining(says)]);
    await session.evaluate(() => {
      document.querySelector("iframe")?.contentDocument?.querySelector<HTMLElement>("noscript a")?.click();
    });
    await expectShown(session, addressOf(language, "so-sanh/"));
  });
}
