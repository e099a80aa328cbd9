import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { drawIcons } from './icons.ts';
import { markIn } from './mark.ts';

const own = join(import.meta.dirname, '../static');
const mark = readFileSync(join(own, 'icon.svg'), 'utf8');

/** Width, and what is at a place, of a PNG with one block of rows that differ from those above. */
function read(file: string) {
  const bytes = readFileSync(file);
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const size = bytes.readUInt32BE(16);
  expect(bytes.readUInt32BE(20)).toBe(size);
  expect([...bytes.subarray(24, 29)]).toEqual([8, 6, 0, 0, 0]);
  const at = bytes.indexOf('IDAT');
  const rows = inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)));
  const width = size * 4;
  expect(rows).toHaveLength((width + 1) * size);
  return {
    size,
    /** @param x from 0 to 32, as the sign is drawn */
    pixel: (x: number, y: number) => {
      const column = Math.min(size - 1, Math.floor((x / 32) * size));
      const row = Math.min(size - 1, Math.floor((y / 32) * size));
      return [0, 1, 2, 3].map((channel) => {
        let value = 0;
        for (let r = 0; r <= row; r += 1)
          value += rows[r * (width + 1) + 1 + column * 4 + channel] ?? 0;
        return value & 255;
      });
    },
  };
}

test('the sign is drawn in the sizes that the manifest and the page name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'confab-icons-'));
  copyFileSync(join(own, 'icon.svg'), join(folder, 'icon.svg'));
  drawIcons(folder);
  const { icons } = JSON.parse(readFileSync(join(own, 'manifest.webmanifest'), 'utf8')) as {
    icons: { src: string; sizes: string }[];
  };
  const page = readFileSync(join(own, '../src/app.html'), 'utf8');
  const touch = /icon-180\.png/.exec(page)?.[0] ?? 'none';
  const named: string[] = [...icons.map(({ src }) => src.slice(1)), touch];
  expect(readdirSync(folder).toSorted()).toEqual(named.toSorted());

  for (const { src, sizes } of icons.filter((one) => one.src.endsWith('.png')))
    expect(`${String(read(join(folder, src)).size)}x`).toBe(sizes.replace(/\d+$/, ''));
  for (const name of readdirSync(folder))
    expect(statSync(join(folder, name)).size).toBeLessThan(20_000);

  const green = [0x1f, 0x5f, 0x4f, 255];
  for (const [name, corner] of [
    ['icon-180.png', green],
    ['icon-192.png', [0x1f, 0x5f, 0x4f, 0]],
    ['icon-512.png', [0x1f, 0x5f, 0x4f, 0]],
    ['icon-512-whole.png', green],
  ] as const) {
    const { pixel } = read(join(folder, name));
    expect([name, pixel(0, 0), pixel(32, 32)]).toEqual([name, corner, corner]);
    // Between the rings, on the left one, on the right one.
    expect(pixel(16, 16)).toEqual(green);
    expect(pixel(6, 16)).toEqual([255, 255, 255, 255]);
    expect(pixel(26, 16)).toEqual([0xa8, 0xe0, 0xcb, 255]);
  }
  rmSync(folder, { recursive: true });
});

test('what a phone cuts off is only ground: four fifths across the middle are safe', () => {
  const { ground, rings } = markIn(mark);
  const reach = rings.map(
    ({ x, y, radius, width }) =>
      Math.hypot(x - ground.side / 2, y - ground.side / 2) + radius + width / 2,
  );
  expect(Math.max(...reach)).toBeLessThan(ground.side * 0.4);
});

test.each(['<path d="M0 0"/>', '<rect fill="#fff" width="32" rx="8"/>'])(
  'with %s it is another sign, which this does not draw',
  (more) => {
    expect(() => markIn(mark.replace('</svg>', `${more}</svg>`))).toThrow('a ground with rings');
  },
);
