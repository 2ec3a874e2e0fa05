// What a reader does who has a keyboard only.

import { Key } from "selenium-webdriver";

import { expect } from "./fixtures";
import type { Session } from "./session";

/** The most that a reader has to press Tab: long tables have a hundred links. */
const MAX_PRESSES = 200;

/** Presses a key until an element has the focus. */
async function pressUntilFocused(session: Session, key: string, selector: string): Promise<void> {
  for (let presses = 0; presses < MAX_PRESSES; presses += 1) {
    await session.press(key);
    if (await session.hasFocus(selector)) return;
  }
  expect(await session.focused(), `the focus is on ${selector}`).toBe(selector);
}

/** Presses Tab until an element has the focus. */
export const tabTo = (session: Session, selector: string): Promise<void> => pressUntilFocused(session, Key.TAB, selector);

/** Goes on from the content of the page, past its header, with the link that leads there. */
export async function skipToContent(session: Session): Promise<void> {
  await pressUntilFocused(session, Key.TAB, "a.t-skip");
  await session.press(Key.ENTER);
  await expect.poll(() => session.hasFocus("#main"), "the focus is on the content").toBe(true);
}

/** Looks through the list that has the focus until it shows an option, by the letters that the option begins with. */
export async function lookFor(session: Session, letters: string, value: string): Promise<void> {
  await session.press(letters);
  const shown = () => session.evaluate(() => (document.activeElement as HTMLSelectElement | null)?.value);
  await expect.poll(shown, `the list shows ${value}`).toBe(value);
}

/** Waits until the focus is on an element whose link leads to this place. Returns the whole of its `href`. */
export async function expectFocusOnLink(session: Session, end: string): Promise<void> {
  await expect.poll(() => session.focused(), "the link that has the focus").toContain(end);
}
