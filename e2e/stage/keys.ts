import { expect, type Locator, type Page } from '@playwright/test';
import type { PlainDate } from '@confab/shared';

/** The focus is here, and everyone sees that it is: by a line around it or around what holds it. */
export async function hasFocus(target: Locator): Promise<void> {
  await expect(target).toBeFocused();
  const isSeen = await target.evaluate((element) => {
    const isOutlined = (one: Element, part: string | null) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one, part);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
    };
    for (let one: Element | null = element; one; one = one.parentElement) {
      // What is there for screen readers only shows nothing.
      if (one.getBoundingClientRect().width <= 1) continue;
      if (isOutlined(one, null) || isOutlined(one, '::after')) return true;
    }
    return false;
  });
  expect(isSeen, `the focus is seen on ${target.toString()}`).toBe(true);
}

/** Presses Tab until this has the focus, as somebody does who sees where it is. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement))
      return hasFocus(target);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${target.toString()}`);
}

export async function press(
  page: Page,
  role: 'link' | 'button',
  name: string | RegExp,
): Promise<void> {
  await pressOn(page, page.getByRole(role, { name, exact: typeof name === 'string' }).first());
}

export async function pressOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

export async function enter(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

export async function signInByKeys(page: Page, email: string, password: string): Promise<void> {
  await enter(page, page.getByLabel('E-mail'), email);
  await enter(page, page.getByLabel('Password'), password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

/** The next day that reads the same whether day or month is typed first: browsers differ. */
export function sameEitherWay(today: PlainDate): string {
  let date = today.add({ days: 1 });
  while (date.day !== date.month) date = date.add({ days: 1 });
  const part = String(date.day).padStart(2, '0');
  return part + part + String(date.year);
}
