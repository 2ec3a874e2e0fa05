// Moving inside the site and arriving in it: links change the page without loading it, and where one was, what
// was chosen and what day it is stay true on the way.

import type { Locator, Page, Request } from "@playwright/test";

import { expect, expectAlive, hold, test, visit } from "./fixtures";
import { box, heading, lead, menuLink } from "./page";
import { DOSSIERS } from "./site";


const TOPIC = "**/bundles/topic-*.json";
const CARD = "khanh-hoa/online-dossiers/result/2020";

/** Marks the page that the browser has loaded; says later whether it is still that one. */
async function markLoaded(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => Object.assign(window, { isSame: true }));
  return () => page.evaluate(() => "isSame" in window);
}

/** A mark of the ranking's figure that leads to a figure's card on another page. */
const mark = (page: Page) =>
  page.locator('main svg a[href*="/so-sanh/dti-rank/#"]').locator("visible=true").first();

test.describe("a mark of a figure that leads to another page", () => {
  test("is followed without loading it", async ({ page }) => {
    await visit(page, "xep-hang/");
    const isSame = await markLoaded(page);
    const href = (await mark(page).getAttribute("href")) ?? "";
    await mark(page).dispatchEvent("click");
    await expect(page).toHaveURL(new URL(href, page.url()).href);
    await expect(heading(page)).toHaveText("Thứ hạng chuyển đổi số");
    const card = page.locator(`article[id="${href.split("#")[1]}"]`);
    await expect(card).toBeInViewport();
    await expect(card).toBeFocused();
    expect(await isSame()).toBe(true);
    await page.goBack();
    await expect(page).toHaveURL("xep-hang/");
    await expect(heading(page)).toBeFocused();
    expect(await isSame()).toBe(true);
  });

  test("is followed by the keyboard, too", async ({ page }) => {
    await visit(page, "en/xep-hang/");
    const isSame = await markLoaded(page);
    await mark(page).press("Enter");
    await expect(page).toHaveURL(/\/en\/so-sanh\/dti-rank\/#/);
    expect(await isSame()).toBe(true);
  });
});

type Modified = { [key in "ctrlKey" | "metaKey" | "shiftKey" | "altKey"]?: boolean } & { button?: number };

/** What becomes of a click, as the browser sees it once the page is done with it: `true` where it goes on to follow it. */
async function isLeftToBrowser(link: Locator, how: Modified = {}): Promise<boolean> {
  return link.evaluate((link, how) => {
    let isLeft = false;
    // Added last, so that it hears last; the page must not be left here.
    const hear = (event: MouseEvent) => {
      isLeft = !event.defaultPrevented;
      event.preventDefault();
    };
    window.addEventListener("click", hear);
    link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ...how }));
    window.removeEventListener("click", hear);
    return isLeft;
  }, how);
}

test.describe("the browser follows", () => {
  for (const where of ["svg a", "table a"]) {
    test(`what is clicked to open it elsewhere: ${where}`, async ({ page }) => {
      await visit(page, "xep-hang/");
      const link = page.locator(`main ${where}[href*="/so-sanh/dti-rank/"], main ${where}[href*="/tinh/"]`).first();
      for (const how of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }]) {
        expect(await isLeftToBrowser(link, how), JSON.stringify(how)).toBe(true);
      }
      expect(await isLeftToBrowser(link)).toBe(false);
    });
  }

  test("a mark clicked with the control key: it opens beside the page", async ({ page, context }) => {
    await visit(page, "xep-hang/");
    const opened = context.waitForEvent("page");
    await mark(page).locator("> :not(title)").first().click({ modifiers: ["Control"] });
    const other = await opened;
    await expect(other).toHaveURL(/\/so-sanh\/dti-rank\/#/);
    await expect(page).toHaveURL("xep-hang/");
  });

  for (const { what, attributes } of [
    { what: "another base", attributes: { href: "/tinhso-x/loi-hua/" } },
    { what: "another site", attributes: { href: "https://example.org/tinhso/loi-hua/" } },
    { what: "a file", attributes: { href: "/tinhso/data/observations.csv" } },
    { what: "what is to be saved", attributes: { href: "/tinhso/loi-hua/", download: "" } },
    { what: "what opens elsewhere", attributes: { href: "/tinhso/loi-hua/", target: "_blank" } },
    { what: "what is said to be external", attributes: { href: "/tinhso/loi-hua/", rel: "nofollow external" } },
    { what: "an address of no page", attributes: { href: "/tinhso/khong-co/" } },
  ]) {
    for (const namespace of ["http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg"]) {
      test(`${what}, in a link of ${namespace.split("/").pop()}`, async ({ page }) => {
        await visit(page, "xep-hang/");
        await page.evaluate(
          ({ attributes, namespace }) => {
            const link = document.createElementNS(namespace, "a");
            for (const [name, value] of Object.entries(attributes)) link.setAttribute(name, value);
            link.id = "made";
            document.querySelector("main")?.append(link);
          },
          { attributes, namespace },
        );
        expect(await isLeftToBrowser(page.locator("#made"))).toBe(true);
      });
    }
  }

  test("every link of a program that broke", async ({ page }) => {
    await visit(page, "xep-hang/");
    await page.evaluate(() => (document.documentElement.dataset.program = "failed"));
    expect(await isLeftToBrowser(menuLink(page, "Nguồn"))).toBe(true);
    expect(await isLeftToBrowser(mark(page))).toBe(true);
  });
});

test.describe("the history", () => {
  test("Back leaves the page, and not the last of three choices", async ({ page }) => {
    await visit(page, "phuong-phap/");
    await expectAlive(page);
    await menuLink(page, "Lời hứa").click();
    await expect(heading(page)).toHaveText(/hứa/);
    const n = await page.evaluate(() => history.length);
    for (const name of ["BR-VT", "Khánh Hòa", "Bạc Liêu"]) await box(page, name).uncheck();
    await expect(page).toHaveURL("loi-hua/?tinh=binh-phuoc");
    // A list of states is one of choices, too.
    await page.locator('.t-states a[href*="trang-thai="]').first().click();
    await expect(page).toHaveURL(/\?tinh=binh-phuoc&trang-thai=/);
    const url = page.url();
    expect(await page.evaluate(() => history.length)).toBe(n);
    await page.goBack();
    await expect(page).toHaveURL("phuong-phap/");
    await expect(heading(page)).toHaveText(/Phương pháp/);
    await page.goForward();
    await expect(page).toHaveURL(url);
    await expect(box(page, "BR-VT")).not.toBeChecked();
    await expect(box(page, "Bình Phước")).toBeChecked();
  });

  test("a choice on a written page leaves no entry behind either", async ({ page }) => {
    await visit(page, "./");
    await visit(page, DOSSIERS);
    await box(page, "BR-VT").uncheck();
    await page.getByLabel("Loại số").selectOption("result");
    await expect(page).toHaveURL(/&loai=result$/);
    await page.goBack();
    await expect(page).toHaveURL("./");
  });

  test("another topic is another page, a place on the page an entry of its own", async ({ page }) => {
    await visit(page, DOSSIERS);
    await box(page, "BR-VT").uncheck();
    await page.getByLabel("Chủ đề", { exact: true }).selectOption("dti-rank");
    await expect(page).toHaveURL("so-sanh/dti-rank/?tinh=khanh-hoa,binh-phuoc,bac-lieu#topic");
    await expect(heading(page)).toHaveText("Thứ hạng chuyển đổi số");
    await page.goBack();
    await expect(page).toHaveURL(`${DOSSIERS}?tinh=khanh-hoa,binh-phuoc,bac-lieu`);
    await page.locator(`table a[href="#${CARD}"]`).click();
    await expect(page).toHaveURL(`${DOSSIERS}?tinh=khanh-hoa,binh-phuoc,bac-lieu#${CARD}`);
    await page.goBack();
    await expect(page).toHaveURL(`${DOSSIERS}?tinh=khanh-hoa,binh-phuoc,bac-lieu`);
  });

  test("a link back to where Forward came from adds an entry", async ({ page }) => {
    await visit(page, "xep-hang/");
    await menuLink(page, "Lời hứa").click();
    await expect(page).toHaveURL("loi-hua/");
    await menuLink(page, "Tỉnh, thành").click();
    await expect(page).toHaveURL("tinh/");
    await page.goBack();
    await expect(page).toHaveURL("loi-hua/");
    await page.goForward();
    await expect(page).toHaveURL("tinh/");
    await menuLink(page, "Lời hứa").click();
    await expect(heading(page)).toHaveText(/hứa/);
    await expect(page).toHaveURL("loi-hua/");
    await page.goBack();
    await expect(page).toHaveURL("tinh/");
  });
});

test.describe("where one was", () => {
  /** How far below the upper edge of the window an element begins. */
  const top = (element: Locator) => element.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  const scroll = (page: Page) => page.evaluate(() => Math.round(scrollY));

  /** Scrolls to a card, as a reader does who reads it. */
  async function readTo(card: Locator): Promise<number> {
    await card.evaluate(async (card) => {
      // What is not seen yet has a guessed height: until it is there.
      for (let turn = 0; turn < 3; turn += 1) {
        card.scrollIntoView({ block: "start", behavior: "instant" });
        scrollBy({ top: 37, behavior: "instant" });
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      }
    });
    return top(card);
  }

  for (const isHeld of [false, true]) {
    test(`is where Back and Forward lead${isHeld ? ", also when the data come late" : ""}`, async ({ page }) => {
      await visit(page, "xep-hang/");
      await page.locator('main svg a[href*="/so-sanh/dti-rank/#"]').first().dispatchEvent("click");
      await expect(heading(page)).toHaveText("Thứ hạng chuyển đổi số");
      const card = page.locator("article.t-card").nth(5);
      const was = await readTo(card);
      expect(await scroll(page)).toBeGreaterThan(500);
      // A page that loads no data of its own.
      await menuLink(page, "Phương pháp").dispatchEvent("click");
      await expect(heading(page)).toHaveText("Phương pháp");
      // A page that comes begins at its top.
      await expect.poll(() => scroll(page)).toBe(0);
      await page.evaluate(() => scrollTo({ top: 600, behavior: "instant" }));

      if (isHeld) {
        // A program that is loaded anew has no data kept.
        await page.reload();
        await expectAlive(page);
        await page.evaluate(() => scrollTo({ top: 600, behavior: "instant" }));
      }
      const release = isHeld ? await hold(page, TOPIC) : () => {};
      const asked = isHeld ? page.waitForRequest(TOPIC) : null;
      await page.goBack();
      await asked;
      release();
      await expect(heading(page)).toHaveText("Thứ hạng chuyển đổi số");
      await expect.poll(async () => Math.abs((await top(card)) - was)).toBeLessThanOrEqual(2);
      await expect(heading(page)).toBeFocused();
      await page.goForward();
      await expect(heading(page)).toHaveText("Phương pháp");
      await expect.poll(() => scroll(page)).toBe(600);
    });
  }

  test("is kept within a page, from place to place", async ({ page }) => {
    await visit(page, DOSSIERS);
    await page.evaluate(() => scrollTo({ top: 200, behavior: "instant" }));
    await page.locator(`table a[href="#${CARD}"]`).dispatchEvent("click");
    await expect(page.locator(`article[id="${CARD}"]`)).toBeInViewport({ ratio: 0.9 });
    await page.goBack();
    await expect(page).toHaveURL(DOSSIERS);
    await expect.poll(() => scroll(page)).toBe(200);
    await page.goForward();
    await expect(page.locator(`article[id="${CARD}"]`)).toBeInViewport({ ratio: 0.9 });
  });

  test("is the browser's to find again when the page is loaded anew", async ({ page }) => {
    await visit(page, "./");
    await menuLink(page, "Lời hứa").click();
    await expect(heading(page)).toHaveText(/hứa/);
    await page.evaluate(() => scrollTo({ top: 700, behavior: "instant" }));
    await page.reload();
    await expectAlive(page);
    await expect.poll(() => scroll(page)).toBe(700);
  });
});

test.describe("what the address points at looks so", () => {
  const ground = (element: Locator) => element.evaluate((element) => getComputedStyle(element).backgroundColor);

  for (const { from, url, at } of [
    { from: "xep-hang/", url: "so-sanh/dti-rank/#br-vt/dti-rank/result/2022", at: "article" },
    { from: "./", url: "loi-hua/#br-vt/dti-rank/target/2023", at: "details" },
  ]) {
    test(`after a way to it without a load as after one: ${url}`, async ({ page }) => {
      await visit(page, url);
      const target = page.locator(`${at}[id="${url.split("#")[1]}"]`);
      await expect(target).toBeInViewport();
      const wanted = await ground(target);
      expect(wanted).not.toBe("rgba(0, 0, 0, 0)");
      if (at === "details") await expect(target).toHaveAttribute("open", "");

      await visit(page, from);
      const isSame = await markLoaded(page);
      await page.locator(`main svg a[href$="${url}"]`).first().dispatchEvent("click");
      await expect(page).toHaveURL(url);
      await expect(target).toBeInViewport();
      // Not for the focus alone.
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      expect(await ground(target)).toBe(wanted);
      if (at === "details") await expect(target).toHaveAttribute("open", "");
      expect(await isSame()).toBe(true);
    });
  }

  test("and nothing else does", async ({ page }) => {
    await visit(page, `${DOSSIERS}#${CARD}`);
    const pointedAt = page.locator("main [data-target]");
    await expect(pointedAt).toHaveAttribute("id", CARD);
    const other = "binh-phuoc/online-dossiers-full/result/2024";
    await page.locator(`table a[href="#${other}"]`).dispatchEvent("click");
    await expect(pointedAt).toHaveAttribute("id", other);
    await expect(pointedAt).toHaveCount(1);
    await box(page, "Bạc Liêu").uncheck();
    await expect(pointedAt).toHaveCount(0);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    for (const id of [CARD, other]) {
      expect(await ground(page.locator(`article[id="${id}"]`))).toBe("rgba(0, 0, 0, 0)");
    }
  });
});

test("from topic to topic the chosen provinces stay", async ({ page }) => {
  await visit(page, DOSSIERS);
  await box(page, "BR-VT").uncheck();
  const chosen = "?tinh=khanh-hoa,binh-phuoc,bac-lieu";
  await expect(page).toHaveURL(DOSSIERS + chosen);
  const crumbs = page.locator(".t-crumbs");
  await crumbs.getByRole("link", { name: "So sánh" }).click();
  await expect(page).toHaveURL(`so-sanh/${chosen}`);
  await expect(page.locator(".t-notice")).toHaveCount(0);
  await page.locator('main a[href*="/so-sanh/dti-rank/"]').click();
  await expect(page).toHaveURL(`so-sanh/dti-rank/${chosen}`);
  await expect(box(page, "BR-VT")).not.toBeChecked();
  await page.locator('main a[href*="/chi-tieu/dti-rank/"]').first().click();
  await expect(page).toHaveURL(`chi-tieu/dti-rank/${chosen}`);
  await lead(page).getByRole("link").click();
  await expect(page).toHaveURL(`so-sanh/dti-rank/${chosen}`);
  await expect(box(page, "BR-VT")).not.toBeChecked();
  await expect(box(page, "Khánh Hòa")).toBeChecked();
});

test("a page of a release that was superseded loads those that its links lead to, and still follows choices", async ({ page }) => {
  await visit(page, "loi-hua/");
  await page.evaluate(() => (document.documentElement.dataset.superseded = ""));
  const isSame = await markLoaded(page);
  await box(page, "BR-VT").uncheck();
  await page.locator('.t-states a[href*="trang-thai="]').first().click();
  await expect(page).toHaveURL(/trang-thai=/);
  expect(await isSame()).toBe(true);
  const loads: Request[] = [];
  page.on("request", (request) => request.isNavigationRequest() && loads.push(request));
  await menuLink(page, "Xếp hạng").click();
  await expect(page).toHaveURL("xep-hang/");
  expect(await isSame()).toBe(false);
  expect(loads).toHaveLength(1);
});
