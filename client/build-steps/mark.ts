type Colour = readonly [red: number, green: number, blue: number];

interface Ground {
  colour: Colour;
  side: number;
  corner: number;
}

interface Ring {
  x: number;
  y: number;
  radius: number;
  width: number;
  colour: Colour;
}

/** Confab's sign, as `static/icon.svg` draws it: rings on a ground. */
export interface Mark {
  ground: Ground;
  rings: Ring[];
}

/** @throws when it is drawn with anything else */
export function markIn(svg: string): Mark {
  const shapes = [...svg.matchAll(/<(rect|circle)\b([^>]*)\/>/g)];
  const grounds = shapes.filter(([, tag]) => tag === 'rect').map(([, , of]) => of ?? '');
  const [ground] = grounds;
  if (grounds.length !== 1 || !ground || svg.match(/<\w/g)?.length !== shapes.length + 1)
    throw new Error('The sign is a ground with rings');
  const rings = shapes.filter(([, tag]) => tag === 'circle').map(([, , of]) => of ?? '');
  return {
    ground: {
      colour: colour(ground, 'fill'),
      side: number(ground, 'width'),
      corner: number(ground, 'rx'),
    },
    rings: rings.map((ring) => ({
      x: number(ring, 'cx'),
      y: number(ring, 'cy'),
      radius: number(ring, 'r'),
      width: number(ring, 'stroke-width'),
      colour: colour(ring, 'stroke'),
    })),
  };
}

/**
 * Draws it, a square of so many pixels.
 *
 * @param corners whether the ground has its round corners, or fills the square: phones cut their own
 * @returns red, green, blue and alpha of each pixel, row by row
 */
export function drawn({ ground, rings }: Mark, size: number, corners: boolean): Uint8Array {
  const scale = size / ground.side;
  const pixels = new Uint8Array(size * size * 4);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      const [x, y] = [(column + 0.5) / scale, (row + 0.5) / scale];
      let seen: Colour = ground.colour;
      for (const ring of rings) {
        const off = Math.abs(Math.hypot(x - ring.x, y - ring.y) - ring.radius) - ring.width / 2;
        seen = mixed(seen, ring.colour, cover(off * scale));
      }
      const alpha = corners ? cover(outside(ground, x, y) * scale) : 1;
      pixels.set([...seen, Math.round(alpha * 255)], (row * size + column) * 4);
    }
  return pixels;
}

/** How much of a pixel lies within an edge. @param off how far its middle is outside, in pixels */
const cover = (off: number): number => Math.min(1, Math.max(0, 0.5 - off));

const mixed = (under: Colour, over: Colour, share: number): Colour => [
  Math.round(under[0] + (over[0] - under[0]) * share),
  Math.round(under[1] + (over[1] - under[1]) * share),
  Math.round(under[2] + (over[2] - under[2]) * share),
];

/** How far a point is outside of the ground with its corners; less than 0 within. */
function outside({ side, corner }: Ground, x: number, y: number): number {
  const [dx, dy] = [x, y].map((one) => Math.abs(one - side / 2) - side / 2 + corner);
  const beyond = Math.hypot(Math.max(0, dx ?? 0), Math.max(0, dy ?? 0));
  return beyond + Math.min(0, Math.max(dx ?? 0, dy ?? 0)) - corner;
}

function number(of: string, name: string): number {
  const value = Number(attribute(of, name));
  if (!Number.isFinite(value)) throw new Error(`The sign’s ${name} is no number`);
  return value;
}

function colour(of: string, name: string): Colour {
  const hex = attribute(of, name).replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new Error(`The sign’s ${name} is no colour`);
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

const attribute = (of: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(of)?.[1] ?? '';
