// Moving inside the site: links change the page without loading a new document, and Back and Forward bring back
// the scroll position and the selection.

import type { Locator, Page, Request } from "@playwright/test";

import { expect, expectAlive, hold, test, visit } from "./fixtures";
import { box, heading, lead, menuLink } from "./page";
import { DOSSIERS } from "./site";

const TOPIC = "**/bundles/topic-*.json";
const CARD = "khanh-hoa/online-dossiers/result/2020";

/** Marks the loaded document. The returned function tells whether the browser still shows the same document. */
async function markLoaded(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => Object.assign(window, { isSame: true }));
  return () => page.evaluate(() => "isSame" in window);
}

/** A mark in the chart of the ranking that is a link to a card on another page. */
const mark = (page: Page) =>
  page.locator('main svg a[href*="/so-sanh/dti-rank/#"]').locator("visible=true").first();

test.describe("a mark of a chart that links to another page", () => {
  test("opens that page without loading a new document", async ({ page }) => {
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
    await expect(mark(page)).toBeFocused();
    expect(await isSame()).toBe(true);
  });

  test("can also be followed with the keyboard", async ({ page }) => {
    await visit(page, "en/xep-hang/");
    const isSame = await markLoaded(page);
    await mark(page).press("Enter");
    await expect(page).toHaveURL(/\/en\/so-sanh\/dti-rank\/#/);
    expect(await isSame()).toBe(true);
  });
});

type Modified = { [key in "ctrlKey" | "metaKey" | "shiftKey" | "altKey"]?: boolean } & { button?: number };

/** Clicks a link. Tells whether the page leaves the click to the browser, which would then follow the link itself. */
async function isLeftToBrowser(link: Locator, how: Modified = {}): Promise<boolean> {
  return link.evaluate((link, how) => {
    let isLeft = false;
    // This listener is added last, so it runs last. It stops the browser from leaving the page.
    const listener = (event: MouseEvent) => {
      isLeft = !event.defaultPrevented;
      event.preventDefault();
    };
    window.addEventListener("click", listener);
    link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ...how }));
    window.removeEventListener("click", listener);
    return isLeft;
  }, how);
}

test.describe("leaves to the browser", () => {
  for (const where of ["svg a", "table a"]) {
    test(`a click that opens a link in a new tab or window, or saves it: ${where}`, async ({ page }) => {
      await visit(page, "xep-hang/");
      const link = page.locator(`main ${where}[href*="/so-sanh/dti-rank/"], main ${where}[href*="/tinh/"]`).first();
      for (const how of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }]) {
        expect(await isLeftToBrowser(link, how), JSON.stringify(how)).toBe(true);
      }
      expect(await isLeftToBrowser(link)).toBe(false);
    });
  }

  test("a click on a mark with the Control key, which opens a new tab", async ({ page, context }) => {
    await visit(page, "xep-hang/");
    const opened = context.waitForEvent("page");
    await mark(page).locator("> :not(title)").first().click({ modifiers: ["Control"] });
    const other = await opened;
    await expect(other).toHaveURL(/\/so-sanh\/dti-rank\/#/);
    await expect(page).toHaveURL("xep-hang/");
  });

  for (const { what, attributes } of [
    { what: "a link to another base path", attributes: { href: "/tinhso-x/loi-hua/" } },
    { what: "a link to another site", attributes: { href: "https://example.org/tinhso/loi-hua/" } },
    { what: "a link to a file", attributes: { href: "/tinhso/data/observations.csv" } },
    { what: "a link that saves its target", attributes: { href: "/tinhso/loi-hua/", download: "" } },
    { what: "a link that opens a new tab", attributes: { href: "/tinhso/loi-hua/", target: "_blank" } },
    { what: "a link marked as external", attributes: { href: "/tinhso/loi-hua/", rel: "nofollow external" } },
    { what: "a link to an address without a page", attributes: { href: "/tinhso/khong-co/" } },
  ]) {
    for (const namespace of ["http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg"]) {
      test(`${what}, as an element of ${namespace.split("/").pop()}`, async ({ page }) => {
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

  test("every link after the program has failed", async ({ page }) => {
    await visit(page, "xep-hang/");
    await page.evaluate(() => (document.documentElement.dataset.program = "failed"));
    expect(await isLeftToBrowser(menuLink(page, "Nguồn"))).toBe(true);
    expect(await isLeftToBrowser(mark(page))).toBe(true);
  });
});

test.describe("the history", () => {
  test("Back goes to the previous page and does not undo three choices one by one", async ({ page }) => {
    await visit(page, "phuong-phap/");
    await expectAlive(page);
    await menuLink(page, "Lời hứa").click();
    await expect(heading(page)).toHaveText(/hứa/);
    const n = await page.evaluate(() => history.length);
    for (const name of ["BR-VT", "Khánh Hòa", "Bạc Liêu"]) await box(page, name).uncheck();
    await expect(page).toHaveURL("loi-hua/?tinh=binh-phuoc");
    // The links in the list of states are choices, too.
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

  test("the first choice on a written page adds no entry either", async ({ page }) => {
    await visit(page, "./");
    await visit(page, DOSSIERS);
    await box(page, "BR-VT").uncheck();
    await page.getByLabel("Loại số").selectOption("result");
    await expect(page).toHaveURL(/&loai=result$/);
    await page.goBack();
    await expect(page).toHaveURL("./");
  });

  test("choosing another topic adds an entry, and so does a link to a place on the page", async ({ page }) => {
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

  test("a link adds an entry even if it leads to the page of the previous entry", async ({ page }) => {
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

test.describe("the scroll position", () => {
  /** The distance of an element from the top of the window, in pixels. */
  const top = (element: Locator) => element.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  const scrollPosition = (page: Page) => page.evaluate(() => Math.round(scrollY));

  /** Scrolls to a card as a reader does, and returns its distance from the top of the window. */
  async function scrollToCard(card: Locator): Promise<number> {
    await card.evaluate(async (card) => {
      // Until a part of the page has been on the screen, the browser only estimates its height. So repeat the scrolling.
      for (let turn = 0; turn < 3; turn += 1) {
        card.scrollIntoView({ block: "start", behavior: "instant" });
        scrollBy({ top: 37, behavior: "instant" });
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      }
    });
    return top(card);
  }

  for (const isDataLate of [false, true]) {
    test(`is restored by Back and Forward${isDataLate ? ", also when the data come late" : ""}`, async ({ page }) => {
      await visit(page, "xep-hang/");
      await page.locator('main svg a[href*="/so-sanh/dti-rank/#"]').first().dispatchEvent("click");
      await expect(heading(page)).toHaveText("Thứ hạng chuyển đổi số");
      const card = page.locator("article.t-card").nth(5);
      const cardTop = await scrollToCard(card);
      expect(await scrollPosition(page)).toBeGreaterThan(500);
      // This page loads no data.
      await menuLink(page, "Phương pháp").dispatchEvent("click");
      await expect(heading(page)).toHaveText("Phương pháp");
      // A new page starts at its top.
      await expect.poll(() => scrollPosition(page)).toBe(0);
      await page.evaluate(() => scrollTo({ top: 600, behavior: "instant" }));

      if (isDataLate) {
        // After a reload the program has no data in memory.
        await page.reload();
        await expectAlive(page);
        await page.evaluate(() => scrollTo({ top: 600, behavior: "instant" }));
      }
      const release = isDataLate ? await hold(page, TOPIC) : () => {};
      const requested = isDataLate ? page.waitForRequest(TOPIC) : null;
      await page.goBack();
      await requested;
      release();
      await expect(heading(page)).toHaveText("Thứ hạng chuyển đổi số");
      await expect.poll(async () => Math.abs((await top(card)) - cardTop)).toBeLessThanOrEqual(2);
      await expect(menuLink(page, "Phương pháp")).toBeFocused();
      await page.goForward();
      await expect(heading(page)).toHaveText("Phương pháp");
      await expect.poll(() => scrollPosition(page)).toBe(600);
    });
  }

  test("is restored by Back and Forward within one page", async ({ page }) => {
    await visit(page, DOSSIERS);
    await page.evaluate(() => scrollTo({ top: 200, behavior: "instant" }));
    await page.locator(`table a[href="#${CARD}"]`).dispatchEvent("click");
    await expect(page.locator(`article[id="${CARD}"]`)).toBeInViewport({ ratio: 0.9 });
    await page.goBack();
    await expect(page).toHaveURL(DOSSIERS);
    await expect.poll(() => scrollPosition(page)).toBe(200);
    await page.goForward();
    await expect(page.locator(`article[id="${CARD}"]`)).toBeInViewport({ ratio: 0.9 });
  });

  test("is restored by the browser after a reload", async ({ page }) => {
    await visit(page, "./");
    await menuLink(page, "Lời hứa").click();
    await expect(heading(page)).toHaveText(/hứa/);
    await page.evaluate(() => scrollTo({ top: 700, behavior: "instant" }));
    await page.reload();
    await expectAlive(page);
    await expect.poll(() => scrollPosition(page)).toBe(700);
  });
});

test.describe("the card or promise that the address points at", () => {
  const background = (element: Locator) => element.evaluate((element) => getComputedStyle(element).backgroundColor);

  for (const { from, url, at } of [
    { from: "xep-hang/", url: "so-sanh/dti-rank/#br-vt/dti-rank/result/2022", at: "article" },
    { from: "./", url: "loi-hua/#br-vt/dti-rank/target/2023", at: "details" },
  ]) {
    test(`is highlighted when a link leads to it as when the address is opened: ${url}`, async ({ page }) => {
      await visit(page, url);
      const target = page.locator(`${at}[id="${url.split("#")[1]}"]`);
      await expect(target).toBeInViewport();
      const expected = await background(target);
      expect(expected).not.toBe("rgba(0, 0, 0, 0)");
      if (at === "details") await expect(target).toHaveAttribute("open", "");

      await visit(page, from);
      const isSame = await markLoaded(page);
      await page.locator(`main svg a[href$="${url}"]`).first().dispatchEvent("click");
      await expect(page).toHaveURL(url);
      await expect(target).toBeInViewport();
      // Remove the focus, because the highlight must not depend on it.
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      expect(await background(target)).toBe(expected);
      if (at === "details") await expect(target).toHaveAttribute("open", "");
      expect(await isSame()).toBe(true);
    });
  }

  test("is the only one that is highlighted", async ({ page }) => {
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
      expect(await background(page.locator(`article[id="${id}"]`))).toBe("rgba(0, 0, 0, 0)");
    }
  });
});

test("the chosen provinces stay from topic to topic", async ({ page }) => {
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
  await expect(page).toHaveURL(`chi-tieu/dti-rank/${chosen}#over-time`);
  await lead(page).getByRole("link").click();
  await expect(page).toHaveURL(`so-sanh/dti-rank/${chosen}`);
  await expect(box(page, "BR-VT")).not.toBeChecked();
  await expect(box(page, "Khánh Hòa")).toBeChecked();
});

test("a page of a superseded release still follows choices, but its links load a new document", async ({ page }) => {
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
