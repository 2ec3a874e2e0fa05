// Links that mails, chats, forms and readers mangled. What each kind means is tested of the reader of
// addresses; here, that the page shows it, from whatever file the server answered with.

import type { Page } from "@playwright/test";

import { expect, expectAlive, hold, test, visit } from "./fixtures";
import { DOSSIERS, LANGUAGES, addressOf } from "./site";

const notices = (page: Page) => page.locator(".t-notice");
const lead = (page: Page) => page.locator("main .t-lead").first();
const table = (page: Page) => page.getByRole("main").getByRole("table").first();

/** A view that no defaults give. */
const NARROWED = `${DOSSIERS}?tinh=br-vt,khanh-hoa&nam=2023`;
const FIGURE = "br-vt/online-dossiers/result/2023";

type Shown = { title: string; said: string; listed: string };

/** What clean links show, by their addresses: each is opened once. */
const SHOWN = new Map<string, Shown>();

async function shownBy(page: Page, clean: string): Promise<Shown> {
  const known = SHOWN.get(clean);
  if (known) return known;
  await visit(page, clean);
  // Not every page has a table.
  const [listed = ""] = await page.getByRole("main").getByRole("table").allInnerTexts();
  const shown = { title: await page.title(), said: await lead(page).innerText(), listed };
  SHOWN.set(clean, shown);
  await page.goto("about:blank");
  return shown;
}

/** Expects what a clean link shows. */
async function expectSame(page: Page, mangled: string, clean: string): Promise<void> {
  const { said, listed } = await shownBy(page, clean);
  await page.goto(mangled);
  await expectAlive(page);
  await expect(lead(page)).toHaveText(said, { useInnerText: true });
  await expect(table(page)).toHaveText(listed, { useInnerText: true });
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
      await expectSame(page, DOSSIERS + query, NARROWED);
      // Where the path is as the site writes it, reading a link does not rewrite it; a choice does. What
      // fell behind the `#` is no place in the page.
      if (!query.includes("#")) expect(page.url()).not.toContain(NARROWED);
      await page.getByRole("checkbox", { name: "Bạc Liêu" }).check();
      await expect(page).toHaveURL(`${DOSSIERS}?tinh=br-vt,khanh-hoa,bac-lieu&nam=2023`);
    });
  }

  test("and names what it does not understand", async ({ page }) => {
    await visit(page, `${DOSSIERS}?tinh=br-vt.,atlantis)&amp;nam=soon`);
    await expect(notices(page).getByRole("paragraph")).toHaveText([/“tinh=atlantis\)”/, /“nam=soon”/]);
    await expect(page.getByRole("checkbox", { name: "BR-VT" })).toBeChecked();
    await expect(page.getByRole("checkbox", { name: "Bạc Liêu" })).not.toBeChecked();
  });

  test("and names a key that is nearly one of the site's", async ({ page }) => {
    await visit(page, `${DOSSIERS}?nan=2022&năm=2023&utm_source=zalo`);
    await expect(notices(page).getByRole("paragraph")).toHaveText([/“nan=2022”/]);
    await expect(page.locator("select[name=nam]")).toHaveValue("2023");
  });

  test("and says which of two years it shows", async ({ page }) => {
    await visit(page, `en/${DOSSIERS}?nam=2022&nam=2023`);
    await expect(notices(page)).toContainText("“nam” more than once: the last counts, “2022” was ignored");
  });
});

test.describe("a path with two slashes", () => {
  for (const language of LANGUAGES) {
    test(`is the page, which a choice keeps, in ${language}`, async ({ page }) => {
      const mangled = addressOf(language, DOSSIERS).replace("so-sanh/", "so-sanh//");
      const clean = addressOf(language, DOSSIERS);
      await expectSame(page, mangled, clean);
      await expect(page).toHaveURL(clean);
      await page.locator("select[name=nam]").selectOption("2020");
      await expect(page).toHaveURL(`${clean}?nam=2020`);
      await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
      const chosen = await lead(page).innerText();
      await visit(page, `${clean}?nam=2020`);
      await expect(lead(page)).toHaveText(chosen, { useInnerText: true });
    });
  }

  test("keeps a choice that was made before the program came", async ({ page }) => {
    const release = await hold(page);
    await page.goto(`.//${DOSSIERS}`);
    await page.locator("select[name=nam]").selectOption("2020");
    release();
    await expect(page).toHaveURL(`${DOSSIERS}?nam=2020`);
    await expect(page.locator("select[name=nam]")).toHaveValue("2020");
    await expect(notices(page)).toHaveCount(0);
  });

  test("that also asks for less is one address", async ({ page }) => {
    await expectSame(page, `.//${NARROWED}`, NARROWED);
    await expect(page).toHaveURL(NARROWED);
  });
});

test.describe("a mangled link to a figure", () => {
  for (const end of [".", ")", "%22", "%E2%80%9D", "?utm_source=zalo"]) {
    test(`with ${end} brings its card into view`, async ({ page }) => {
      await visit(page, `${DOSSIERS}#${FIGURE}${end}`);
      const card = page.locator(`article[id="${FIGURE}"]`);
      await expect(card).toBeFocused();
      await expect(card).toBeInViewport();
      await expect(page).toHaveURL(`${DOSSIERS}#${FIGURE}`);
      await expect(notices(page)).toHaveCount(0);
    });
  }

  test("of a page without data brings its place into view", async ({ page }) => {
    await page.goto("phuong-phap/");
    const id = await page.locator("main section[id], main h2[id]").last().getAttribute("id");
    await page.goto("about:blank");
    await page.goto(`phuong-phap/#${id}).`);
    await expectAlive(page);
    await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
  });
});

test.describe("an address that the server does not have", () => {
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
    test(`is the page that was meant: ${mangled}`, async ({ page }) => {
      const { said, title } = await shownBy(page, clean);
      const response = await page.goto(mangled);
      expect(response?.status()).toBe(404);
      await expect(lead(page)).toHaveText(said, { useInnerText: true });
      await expect(page).toHaveURL(clean);
      await expect(page).toHaveTitle(title);
      await expect(page.locator("html")).toHaveAttribute("lang", clean.startsWith("en/") ? "en" : "vi");
      await expect(page.locator("meta[name=robots]")).toHaveCount(0);
      await expect(notices(page)).toHaveCount(0);
      // It is what a reload gives, too.
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
    test(`offers the page that was likely meant: ${mangled}`, async ({ page }) => {
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

  test("keeps the words that were typed before the offer came", async ({ page }) => {
    const release = await hold(page);
    await page.goto("so-sanh/onlin-dossiers/");
    await page.getByRole("searchbox").fill("vung tau");
    release();
    await expect(notices(page)).toContainText("Có phải bạn tìm:");
    await expect(page.getByRole("searchbox")).toHaveValue("vung tau");
    await expect(page.getByRole("searchbox")).toBeFocused();
  });

  test("offers nothing where nothing is like it", async ({ page }) => {
    await page.goto("khong-co-trang-nay/");
    await expectAlive(page);
    await expect(notices(page)).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Không có trang này");
  });
});

test.describe("an address that the server does not have, where no data come,", () => {
  test.use({ expectedProblems: [/status of 404|ERR_FAILED/] });

  test("stays the page that leads on", async ({ page }) => {
    await page.route("**/bundles/**", (route) => route.abort());
    await page.goto("so-sanh/online-dossiers)");
    await expectAlive(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Không có trang này");
    await expect(page.getByRole("link", { name: "Về trang đầu" })).toBeVisible();
  });
});
