// A link to a narrowed page shows what it asks for: from the first paint on, and after the program has started.

import { DOSSIERS, PROVINCES } from "../e2e/site";
import { expect, expectAlive, expectText, holdProgram, test, tickedProvinces } from "./fixtures";
import type { Session } from "./session";

/** How many cards, rows and marks of a province a reader can see. */
const seen = async (session: Session, id: string) => ({
  cards: await session.countVisible(`article[id^="${id}/"]`),
  rows: await session.countVisible(`.t-below td a[href*="#${id}/"]`),
  marks: await session.countVisible(`figure svg a[href*="#${id}/"] > :not(title)`),
});

async function expectOnlySeen(session: Session, chosen: string[]): Promise<void> {
  for (const { id } of PROVINCES) {
    const { cards, rows, marks } = await seen(session, id);
    if (chosen.includes(id)) expect(Math.min(cards, rows, marks), id).toBeGreaterThan(0);
    else expect([cards, rows, marks], id).toEqual([0, 0, 0]);
  }
  expect(await tickedProvinces(session)).toEqual(chosen);
}

test("the provinces of the address", async ({ session, site }) => {
  const release = holdProgram(site);
  await session.open(`${site.url}${DOSSIERS}?tinh=br-vt,khanh-hoa`);
  await expectOnlySeen(session, ["br-vt", "khanh-hoa"]);
  await expectText(session, "#status", "Đã ẩn các tỉnh không chọn");
  release();
  await expectAlive(session);
  await expectOnlySeen(session, ["br-vt", "khanh-hoa"]);
  expect(await session.text("#status")).toBe("");
  expect(await session.text("main .t-lead")).not.toMatch(/Bình Phước|Bạc Liêu/);
});

test("the year of the address", async ({ session, site }) => {
  const release = holdProgram(site);
  await session.open(`${site.url}${DOSSIERS}?nam=2022`);
  await expectText(session, "#status", "Năm: đang là “Mới nhất”; 2022 đang tải.");
  release();
  await expectAlive(session);
  await expectText(session, "main .t-lead", "Bạc Liêu");
  expect(await session.text("main .t-lead")).not.toContain("56%");
  expect(await session.evaluate(() => document.querySelector<HTMLSelectElement>("#year")?.value)).toBe("2022");
  expect(await session.text("#status")).toBe("");
});
