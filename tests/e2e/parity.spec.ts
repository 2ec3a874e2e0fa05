// What the browser computes equals what was written natively into the file: same data, same page.
import { expect, test, visit } from "./fixtures";

const pages = [
  "so-sanh/online-dossiers/",
  "en/so-sanh/online-dossiers/",
  "so-sanh/dti-rank/",
  "chi-tieu/dti-rank/",
  "tinh/",
  "tinh/bac-lieu/",
  "tinh/da-nang/",
  "loi-hua/",
  "xep-hang/",
  "en/xep-hang/",
  "nguon/",
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
