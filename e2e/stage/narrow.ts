import { expect, type Page } from '@playwright/test';

/** As wide as WCAG asks a page to be used without scrolling sideways, and not high. */
export const narrow = { width: 320, height: 640 };

/** Nothing lies beyond the page's sides, and what is pressed is at least 24 px wide and high. */
export async function fits(name: string, page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const faults: string[] = [];
    const wide = document.scrollingElement?.scrollWidth ?? 0;
    if (wide > innerWidth) faults.push(`the page is ${String(wide)} px wide`);
    const targets = 'a[href], button, input, select, textarea, summary';
    for (const one of document.querySelectorAll<HTMLElement>(targets)) {
      // Within a line of text, its height is the line's.
      const isInline = getComputedStyle(one).display === 'inline' && one.tagName === 'A';
      if (isInline || !one.checkVisibility({ visibilityProperty: true })) continue;
      // What stands for itself in another's name: the words beside a box are pressed as well.
      const { left, right, width, height } = (one.closest('label') ?? one).getBoundingClientRect();
      const words = `${one.tagName} ${(one.ariaLabel ?? one.textContent).trim().slice(0, 60)}`;
      if (width < 24 || height < 24) faults.push(`${words}: ${String(width)} × ${String(height)}`);
      if (left < 0 || right > innerWidth) faults.push(`${words}: beyond the side`);
    }
    return faults;
  });
  expect.soft(found, name).toEqual([]);
}
