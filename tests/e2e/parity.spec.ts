// What the browser makes equals what was written natively into the file: same data, same page.
import { expect, test, visit } from "./fixtures";
import { PAGES } from "./site";

for (const { name, address } of PAGES) {
  test(`the page made in the browser equals its file: ${name}`, async ({ page, request, baseURL }) => {
    const file = await (await request.get(address)).text();
    const empty = file.replace(/(<div id="app"[^>]*>)[\s\S]*(<\/div>\s*<script)/, "$1$2");
    expect(empty).not.toContain("<main");
    await page.route(new URL(address, baseURL).href, (route) =>
      route.fulfill({ contentType: "text/html; charset=utf-8", body: empty }),
    );
    await visit(page, address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    // The application writes a story when it is opened; the file has them all.
    await page.evaluate(() => {
      for (const row of document.querySelectorAll<HTMLDetailsElement>(".t-promises details")) {
        row.open = true;
      }
    });
    await expect(page.locator(".t-promises details:not(:has(.t-story))")).toHaveCount(0);
    const [living, written] = await page.evaluate((html) => {
      const written = new DOMParser().parseFromString(html, "text/html");
      const clean = (text: string | null) => (text ?? "").replace(/\s+/g, " ").trim();
      const facts = (root: ParentNode) => ({
        title: clean(root.querySelector("title")?.textContent ?? null),
        links: [...root.querySelectorAll("head link[rel=canonical], head link[hreflang]")].map((link) =>
          [link.getAttribute("rel"), link.getAttribute("hreflang"), new URL(link.getAttribute("href") ?? "", location.href).pathname].join(" "),
        ),
        charts: [...root.querySelectorAll("svg.tso-chart")].map((svg) => svg.outerHTML),
        texts: [...root.querySelectorAll("main :is(td, th, h1, h2, h3, p, li, dt, dd, caption, summary, label, option)")]
          .filter((one) => !one.closest("noscript, [role=status], p:has(> button)"))
          .map((one) => clean(one.textContent)),
        leads: [...root.querySelectorAll("a[href]")].filter((one) => !one.closest("noscript")).map((one) => one.getAttribute("href")),
      });
      return [facts(document), facts(written)];
    }, file);
    expect(living.texts.length).toBeGreaterThan(0);
    expect(living).toEqual(written);
  });
}
