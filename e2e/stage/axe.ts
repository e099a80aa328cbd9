import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const wide = { width: 1280, height: 800 };
const narrow = { width: 390, height: 844 };
type View = readonly [size: typeof wide, colorScheme: 'light' | 'dark'];
const views: readonly View[] = [
  [wide, 'light'],
  [narrow, 'dark'],
  [wide, 'dark'],
  [narrow, 'light'],
];

/** Every rule of axe, on this page as it stands, wide and narrow, light and dark. */
export const isSound = (name: string, page: Page): Promise<void> => look(name, page, views);

/** The same for one of many alike, in two looks instead of four. */
export const lightIfWide = (name: string, page: Page): Promise<void> =>
  look(name, page, views.slice(0, 2));

export const darkIfWide = (name: string, page: Page): Promise<void> =>
  look(name, page, views.slice(2));

/** Faults are collected, so that one tour names them all. */
async function look(name: string, page: Page, seen: readonly View[]): Promise<void> {
  for (const [size, colorScheme] of seen) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const faults = violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 200)} (${node.failureSummary ?? ''})`),
    );
    expect.soft(faults, `${name}, ${String(size.width)} wide, ${colorScheme}`).toEqual([]);
  }
}
