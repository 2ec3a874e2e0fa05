// A citizen with a phone: from the home page to the own province, to its neighbors, to the index over the years, and a
// link that is sent on. Four taps, each answered.

import { expect, test, visit } from "./fixtures";
import { heading, lead } from "./page";

test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

for (const { typed, name, short, neighbors } of [
  { typed: "vung tau", name: "Bà Rịa – Vũng Tàu", short: "BR-VT", neighbors: ["Huế", "Thái Nguyên", "Thanh Hóa"] },
  { typed: "da nang", name: "Thành phố Đà Nẵng", short: "Đà Nẵng", neighbors: ["Đồng Nai", "Khánh Hòa", "Lai Châu"] },
  { typed: "cao bang", name: "Cao Bằng", short: "Cao Bằng", neighbors: ["Gia Lai", "Hưng Yên", "Quảng Trị"] },
]) {
  test(`home → ${name} → its neighbors → over the years → a link, in four taps`, async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await visit(page, "./");
    await page.getByRole("main").getByRole("searchbox").fill(typed);

    await page.locator("#found").getByRole("link", { name, exact: true }).tap();
    await expect(heading(page)).toContainText(name);
    // What became of its promises, or where it stands, in the first sentence.
    await expect(lead(page)).toContainText(/lời hứa đã đến lúc xét|thứ \d+ trên \d+/);

    const near = page.getByRole("link", { name: /^Đứng cạnh: / }).first();
    for (const neighbor of neighbors) await expect(near).toContainText(neighbor);
    await near.tap();
    await expect(heading(page)).toHaveText("Thứ hạng chuyển đổi số");
    for (const each of [short, ...neighbors]) await expect(lead(page)).toContainText(each);
    const compared = new URL(page.url()).searchParams.get("tinh") ?? "";
    expect(compared.split(",")).toHaveLength(4);

    await page.getByRole("link", { name: "Chủ đề này đo những gì, qua các năm" }).tap();
    await expect(page).toHaveURL(/\/chi-tieu\/dti-rank\/\?tinh=.*#over-time$/);
    expect(new URL(page.url()).searchParams.get("tinh")).toBe(compared);
    await expect(page.locator("#over-time .t-chart:visible").first()).toBeVisible();

    await page.locator("#copy").tap();
    await expect(page.locator("#get ~ ul [role=status]").first()).not.toBeEmpty();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(`qua các năm`);
    expect(copied).toContain(short);
    expect(copied).toContain(`/chi-tieu/dti-rank/?tinh=${compared}`);
  });
}
