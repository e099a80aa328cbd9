import type { Page } from '@playwright/test';

const sizes = [
  { width: 390, height: 844 },
  { width: 820, height: 1180 },
  { width: 1440, height: 900 },
];

/** Into `report/looks`, by name, width and theme; each as high as the page. */
export async function look(name: string, page: Page): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.evaluate(async () => document.fonts.ready);
    const height = name.startsWith('room')
      ? size.height
      : await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: size.width, height: Math.max(size.height, height) });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const path = `report/looks/${name}-${String(size.width)}-${colorScheme}.png`;
      await page.screenshot({ path });
    }
  }
}
