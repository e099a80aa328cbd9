/** A shape of an SVG picture, as a list of them writes it. */
export type Shape = [tag: string, attributes: Record<string, string>];

/**
 * The shape as a path's data, for others to follow it.
 *
 * @throws when it is none that we know, or has a look of its own
 */
export function outline([tag, { ...of }]: Shape): string {
  const take = (name: string): number => {
    const value = Number(of[name] ?? 0);
    delete of[name];
    return value;
  };
  const path = ways[tag]?.(take, of);
  const left = Object.keys(of).filter((name) => name !== 'key');
  if (path === undefined || left.length > 0)
    throw new Error(`A <${tag}> with ${left.join(', ') || 'nothing'} is no outline`);
  return path;
}

type Way = (take: (name: string) => number, of: Record<string, string>) => string;

const ways: Record<string, Way> = {
  path(_, of) {
    const { d = '' } = of;
    delete of['d'];
    return fromThePaper(d);
  },
  circle(take) {
    const [x, y, r] = [take('cx'), take('cy'), take('r')];
    return ellipse(x, y, r, r);
  },
  ellipse: (take) => ellipse(take('cx'), take('cy'), take('rx'), take('ry')),
  line: (take) => `M${take('x1')} ${take('y1')}L${take('x2')} ${take('y2')}`,
  rect(take) {
    const [x, y, width, height] = [take('x'), take('y'), take('width'), take('height')];
    const [rx, ry] = [take('rx'), take('ry')];
    const r = rx || ry;
    const [across, down] = [width - 2 * r, height - 2 * r];
    const corner = (dx: number, dy: number) =>
      r === 0 ? '' : `a${r} ${r} 0 0 1 ${dx * r} ${dy * r}`;
    return (
      `M${x + r} ${y}h${across}${corner(1, 1)}v${down}${corner(-1, 1)}` +
      `h${-across}${corner(-1, -1)}v${-down}${corner(1, -1)}z`
    );
  },
  polyline: (_, of) => points(of),
  polygon: (_, of) => `${points(of)}z`,
};

const ellipse = (x: number, y: number, rx: number, ry: number): string =>
  `M${x - rx} ${y}a${rx} ${ry} 0 1 1 ${2 * rx} 0a${rx} ${ry} 0 1 1 ${-2 * rx} 0z`;

function points(of: Record<string, string>): string {
  const { points: all = '' } = of;
  delete of['points'];
  return `M${all.trim()}`;
}

/** A path that begins with a step begins at the corner of the paper; after another it would not. */
function fromThePaper(d: string): string {
  if (d.startsWith('M')) return d;
  const begins = /^m\s*(-?[\d.]+)[\s,]*(-?[\d.]+)\s*/.exec(d);
  if (!begins) throw new Error(`A path begins with ${d.slice(0, 20)}`);
  const rest = d.slice(begins[0].length);
  return `M${begins[1] ?? ''} ${begins[2] ?? ''}${/^[-.\d]/.test(rest) ? 'l' : ''}${rest}`;
}
