// Links that mail programs, chats, forms or readers have mangled. The native tests of `address` check how each kind
// is understood; these check that the page shows it, whichever file the server has answered with.

import type { Page } from "@playwright/test";

import { expect, expectAlive, hold, test, visit } from "./fixtures";
import { DOSSIERS, LANGUAGES, addressOf } from "./site";

const notices = (page: Page) => page.locator(".t-notice");
const lead = (page: Page) => page.locator("main .t-lead").first();
const table = (page: Page) => page.getByRole("main").getByRole("table").first();

/** An address with a selection that differs from the default. */
const NARROWED = `${DOSSIERS}?tinh=br-vt,khanh-hoa&nam=2023`;
const FIGURE = "br-vt/online-dossiers/result/2023";

type Shown = { title: string; sentence: string; tableText: string };

/** What each clean link shows, by its address, so that each is opened only once. */
const SHOWN_BY_CLEAN = new Map<string, Shown>();

async function shownBy(page: Page, clean: string): Promise<Shown> {
  const known = SHOWN_BY_CLEAN.get(clean);
  if (known) return known;
  await visit(page, clean);
  // The text is empty for a page without a table.
  const [tableText = ""] = await page.getByRole("main").getByRole("table").allTextContents();
  const shown = { title: await page.title(), sentence: await lead(page).innerText(), tableText };
  SHOWN_BY_CLEAN.set(clean, shown);
  await page.goto("about:blank");
  return shown;
}

/** Checks that a mangled link shows the same as a clean one. */
async function expectSameAsClean(page: Page, mangled: string, clean: string): Promise<void> {
  const { sentence, tableText } = await shownBy(page, clean);
  await page.goto(mangled);
  await expectAlive(page);
  await expect(lead(page)).toHaveText(sentence, { useInnerText: true });
  // Not the visible text: a browser does not lay out what is far below the screen.
  await expect(table(page)).toHaveText(tableText);
  await expect(notices(page)).toHaveCount(0);
}

test.describe("a link with a mangled query shows what was meant", () => {
  for (const query of [
    "?tinh=br-vt,khanh-hoa&amp;nam=2023",
    "?tinh=br-vt,khanh-hoa&#38;nam=2023",
    "?tinh=br-vt%26amp%3Btinh%3Dkhanh-hoa%26nam%3D2023",
    "?tinh=br-vt&tinh=khanh-hoa&nam=2023%20",
    "?tinh[]=khanh-hoa&tinh[]=br-vt&NAM=2023.",
    "?nam=2023&tinh=br-vt,khanh-hoa).",
    "?nam=2023”&tinh=“br-vt,khanh-hoa…",
    "?tinh=br-vt,khanh-hoa;nam=2023?utm_source=zalo",
  ]) {
    test(query, async ({ page }) => {
      await expectSameAsClean(page, DOSSIERS + query, NARROWED);
      // If the path is written as the site writes it, opening the link does not change the address, but a choice does.
      // What came after a `#` belongs to the query and is no id of a place in the page, so then the address may change.
      if (!query.includes("#")) expect(page.url()).not.toContain(NARROWED);
      await page.getByRole("checkbox", { name: "Bạc Liêu" }).check();
      await expect(page).toHaveURL(`${DOSSIERS}?tinh=br-vt,khanh-hoa,bac-lieu&nam=2023`);
    });
  }

  test("and names the parts that it does not understand", async ({ page }) => {
    await visit(page, `${DOSSIERS}?tinh=br-vt.,atlantis)&amp;nam=soon`);
    await expect(notices(page).getByRole("paragraph")).toHaveText([/“tinh=atlantis\)”/, /“nam=soon”/]);
    await expect(page.getByRole("checkbox", { name: "BR-VT" })).toBeChecked();
    await expect(page.getByRole("checkbox", { name: "Bạc Liêu" })).not.toBeChecked();
  });

  test("and names a key that is similar to one of the site's keys", async ({ page }) => {
    await visit(page, `${DOSSIERS}?nan=2022&năm=2023&utm_source=zalo`);
    await expect(notices(page).getByRole("paragraph")).toHaveText([/“nan=2022”/]);
    await expect(page.locator("select[name=nam]")).toHaveValue("2023");
  });

  test("and says which of two given years it shows", async ({ page }) => {
    await visit(page, `en/${DOSSIERS}?nam=2022&nam=2023`);
    await expect(notices(page)).toContainText("“nam” more than once: the last counts, “2022” was ignored");
  });
});

test.describe("a path with two slashes", () => {
  for (const language of LANGUAGES) {
    test(`shows the page, and a choice stays on it, in ${language}`, async ({ page }) => {
      const mangled = addressOf(language, DOSSIERS).replace("so-sanh/", "so-sanh//");
      const clean = addressOf(language, DOSSIERS);
      await expectSameAsClean(page, mangled, clean);
      await expect(page).toHaveURL(clean);
      await page.locator("select[name=nam]").selectOption("2020");
      await expect(page).toHaveURL(`${clean}?nam=2020`);
      await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
      const chosen = await lead(page).innerText();
      await visit(page, `${clean}?nam=2020`);
      await expect(lead(page)).toHaveText(chosen, { useInnerText: true });
    });
  }

  test("applies a choice that was made before the program started", async ({ page }) => {
    const release = await hold(page);
    await page.goto(`.//${DOSSIERS}`);
    await page.locator("select[name=nam]").selectOption("2020");
    release();
    await expect(page).toHaveURL(`${DOSSIERS}?nam=2020`);
    await expect(page.locator("select[name=nam]")).toHaveValue("2020");
    await expect(notices(page)).toHaveCount(0);
  });

  test("and a query is corrected in the address", async ({ page }) => {
    await expectSameAsClean(page, `.//${NARROWED}`, NARROWED);
    await expect(page).toHaveURL(NARROWED);
  });
});

test.describe("a mangled link to a figure", () => {
  for (const end of [".", ")", "%22", "%E2%80%9D", "?utm_source=zalo"]) {
    test(`with ${end} at its end scrolls to its card`, async ({ page }) => {
      await visit(page, `${DOSSIERS}#${FIGURE}${end}`);
      const card = page.locator(`article[id="${FIGURE}"]`);
      await expect(card).toBeFocused();
      await expect(card).toBeInViewport();
      await expect(page).toHaveURL(`${DOSSIERS}#${FIGURE}`);
      await expect(notices(page)).toHaveCount(0);
    });
  }

  test("on a page without data scrolls to its place", async ({ page }) => {
    await page.goto("phuong-phap/");
    const id = await page.locator("main section[id], main h2[id]").last().getAttribute("id");
    await page.goto("about:blank");
    await page.goto(`phuong-phap/#${id}).`);
    await expectAlive(page);
    await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
  });
});

test.describe("an address for which the server has no file", () => {
  test.use({ expectedProblems: [/status of 404/] });

  for (const { mangled, clean } of [
    { mangled: "so-sanh/online-dossiers)", clean: DOSSIERS },
    { mangled: "so-sanh/online-dossiers/%E2%80%9D.", clean: DOSSIERS },
    { mangled: "so-sanh/online-dossiers/%3Ftinh=br-vt,khanh-hoa&nam=2023", clean: NARROWED },
    { mangled: "so-sanh/online-dossiers/&tinh=br-vt,khanh-hoa&amp;nam=2023.", clean: NARROWED },
    { mangled: "EN/So-Sanh/online-dossiers/", clean: `en/${DOSSIERS}` },
    { mangled: "en/so-sanh/online-dossiers/%3Fnam%3D2023", clean: `en/${DOSSIERS}?nam=2023` },
    { mangled: "loi-hua/%3Ftinh=br-vt", clean: "loi-hua/?tinh=br-vt" },
    { mangled: "tinh/br-vt/)", clean: "tinh/br-vt/" },
  ]) {
    test(`shows the page that was meant: ${mangled}`, async ({ page }) => {
      const { sentence, title } = await shownBy(page, clean);
      const response = await page.goto(mangled);
      expect(response?.status()).toBe(404);
      await expect(lead(page)).toHaveText(sentence, { useInnerText: true });
      await expect(page).toHaveURL(clean);
      await expect(page).toHaveTitle(title);
      await expect(page.locator("html")).toHaveAttribute("lang", clean.startsWith("en/") ? "en" : "vi");
      await expect(page.locator("meta[name=robots]")).toHaveCount(0);
      await expect(notices(page)).toHaveCount(0);
      // A reload of the corrected address shows a page that the server does have.
      expect((await page.reload())?.status()).toBe(200);
    });
  }

  for (const { mangled, says, name, to } of [
    { mangled: "so-sanh/onlin-dossiers/", says: "Có phải bạn tìm:", name: /Hồ sơ/i, to: DOSSIERS },
    { mangled: "en/online-dossiers/?nam=2020", says: "Did you mean:", name: /filed|dossier|application/i, to: `en/${DOSSIERS}?nam=2020` },
    { mangled: "tỉnh/khánh-hòa/", says: "Có phải bạn tìm:", name: /Khánh Hòa/, to: "tinh/khanh-hoa/" },
    { mangled: "vi/loi-hua/", says: "Có phải bạn tìm:", name: /hứa/i, to: "loi-hua/" },
    { mangled: "en/loi-hua/an-old-page/", says: "Did you mean:", name: /promise/i, to: "en/loi-hua/" },
  ]) {
    test(`offers a link to the page that was probably meant: ${mangled}`, async ({ page }) => {
      await page.goto(mangled);
      await expect(notices(page)).toContainText(says);
      await notices(page).getByRole("link", { name }).click();
      await expect(page).toHaveURL(to);
      await expectAlive(page);
      await expect(notices(page)).toHaveCount(0);
      await page.goBack();
      await expect(notices(page)).toContainText(says);
    });
  }

  test("keeps the words that were typed before the offer appeared", async ({ page }) => {
    const release = await hold(page);
    await page.goto("so-sanh/onlin-dossiers/");
    await page.getByRole("searchbox").fill("vung tau");
    release();
    await expect(notices(page)).toContainText("Có phải bạn tìm:");
    await expect(page.getByRole("searchbox")).toHaveValue("vung tau");
    await expect(page.getByRole("searchbox")).toBeFocused();
  });

  test("offers nothing if no address is similar", async ({ page }) => {
    await page.goto("khong-co-trang-nay/");
    await expectAlive(page);
    await expect(notices(page)).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Không có trang này");
  });
});

test.describe("an address for which the server has no file, and whose data cannot be loaded,", () => {
  test.use({ expectedProblems: [/status of 404|ERR_FAILED/] });

  test("shows the page that says that there is no such page", async ({ page }) => {
    await page.route("**/bundles/**", (route) => route.abort());
    await page.goto("so-sanh/online-dossiers)");
    await expectAlive(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Không có trang này");
    await expect(page.getByRole("link", { name: "Về trang đầu" })).toBeVisible();
  });
});
