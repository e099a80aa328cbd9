import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Adapter } from '@sveltejs/kit';
import { drawn, markIn } from './mark.ts';
import { png } from './png.ts';

/** By the names that the manifest and the page give them. */
const icons = [
  { name: 'icon-180.png', size: 180, corners: false },
  { name: 'icon-192.png', size: 192, corners: true },
  { name: 'icon-512.png', size: 512, corners: true },
  { name: 'icon-512-whole.png', size: 512, corners: false },
];

/** The adapter, then Confab's sign as the pictures that a home screen asks for. */
export function withIcons(adapter: Adapter, folder: string): Adapter {
  return {
    ...adapter,
    async adapt(builder) {
      await adapter.adapt(builder);
      drawIcons(folder);
    },
  };
}

/** Draws `icon.svg` in the folder in every size. */
export function drawIcons(folder: string): void {
  const mark = markIn(readFileSync(join(folder, 'icon.svg'), 'utf8'));
  for (const { name, size, corners } of icons)
    writeFileSync(join(folder, name), png(size, drawn(mark, size, corners)));
}
