// What a reader can take along: the sentence with its link, the figure, the files of all data.

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { DIST } from "../e2e/releases";
import { DOSSIERS } from "../e2e/site";
import { expect, expectText, test, visit } from "./fixtures";

test("the sentence is copied with the link to what is seen", async ({ session, site }) => {
  const address = `${site.url}${DOSSIERS}?tinh=khanh-hoa`;
  await visit(session, address);
  await session.click("#copy");
  await expectText(session, "#copy ~ [role=status]", "Đã chép.");
  await visit(session, `${site.url}so-sanh/`);
  await session.click("#search");
  await session.pressWithControl("v");
  const pasted = () => session.evaluate(() => document.querySelector<HTMLInputElement>("#search")?.value ?? "");
  await expect.poll(pasted).toContain(address);
  // The whole sentence, which is too long for the top of the page.
  expect(await pasted()).toContain("Khánh Hòa 56% (2020)");
});

test("the figure is saved as it is seen", async ({ session, site }) => {
  await visit(session, `${site.url}${DOSSIERS}?tinh=khanh-hoa`);
  await session.click("#save");
  await expect.poll(() => session.saved(/\.svg$/) ?? "").toMatch(/<\/svg>\s*$/);
  const figure = session.saved(/\.svg$/) ?? "";
  expect(figure).toMatch(/^(<\?xml[^>]*>\s*)?<svg /);
  expect(figure).toContain("Khánh Hòa");
  expect(figure).not.toContain("Bạc Liêu");
  const fault = await session.evaluate(
    (figure) => new DOMParser().parseFromString(figure, "image/svg+xml").querySelector("parsererror")?.textContent,
    figure,
  );
  expect(fault ?? "").toBe("");
});

test("the file of all figures is saved byte for byte", async ({ session, site }) => {
  await visit(session, site.url + DOSSIERS);
  await session.click('a[download][href$="/observations.csv"]');
  const expected = readFileSync(join(DIST, "data/observations.csv"), "utf8");
  await expect.poll(() => session.saved(/^observations\.csv$/) === expected, "the saved file").toBe(true);
});
