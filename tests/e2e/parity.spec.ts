// What the browser computes equals what was written natively into the file: same data, same page.
import { expect, test, visit } from "./fixtures";

const pages = [
  "so-sanh/online-dossiers/",
  "en/so-sanh/online-dossiers/",
  "so-sanh/dti-rank/",
  "loi-hua/",
  "xep-hang/",
  "en/xep-hang/",
  "en/loi-hua/",
];

for (const path of pages) {
  test(`the living page equals its file: ${path}`, async ({ page, request }) => {
    const file = await (await request.get(path)).text();
    await visit(page, path);
    // The application writes a story when it is opened; the file has them all.
    await page.evaluate(() => {
      for (const row of document.querySelectorAll<HTMLDetailsElement>(".t-promises details")) {
        row.open = true;
      }
    });
    await expect(page.locator(".t-promises details:not(:has(.t-story))")).toHaveCount(0);
    const [living, written] = await page.evaluate((html) => {
      const written = new DOMParser().parseFromString(html, "text/html");
      const facts = (root: ParentNode) => ({
        charts: [...root.querySelectorAll("svg.tso-chart")].map((svg) => svg.outerHTML),
        cells: [...root.querySelectorAll("main td, main th, main h1, main .t-lead, main summary, main dd")].map((cell) =>
          (cell.textContent ?? "").replace(/\s+/g, " ").trim(),
        ),
      });
      return [facts(document), facts(written)];
    }, file);
    expect(living.cells.length).toBeGreaterThan(0);
    expect(living).toEqual(written);
  });
}

for (const path of ["./", "en/", "tinh/bac-lieu/", "en/tinh/khanh-hoa/"]) {
  test(`what is renewed equals what was written: ${path}`, async ({ page, request, baseURL }) => {
    const file = await (await request.get(path)).text();
    await page.route(new URL(path, baseURL).href, async (route) => {
      const body = file.replace(/"until":"[^"]+"/, '"until":"2000-01-01"');
      expect(body).not.toBe(file);
      await route.fulfill({ contentType: "text/html; charset=utf-8", body });
    });
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route("**/tinhso-promises-*.wasm", async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(path);
    const part = page.locator("[data-part=promises]");
    // What the program writes, it writes over this.
    await part.evaluate((part) => part.querySelectorAll("p, li, td, text").forEach((one) => one.replaceChildren("?")));
    release();
    await expect(page.locator("html[data-renewal=alive]")).toBeAttached();
    const [renewed, written] = await part.evaluate((part, html) => {
      const document = new DOMParser().parseFromString(html, "text/html");
      return [part.innerHTML, document.querySelector("[data-part=promises]")?.innerHTML];
    }, file);
    expect(renewed).toBe(written);
  });
}
