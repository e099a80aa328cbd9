import * as fc from 'fast-check';

const nested = (depth: number): unknown => {
  let value: unknown = 'bottom';
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { inner: value };
  return value;
};

/** Parsed from JSON where it matters, so that `__proto__` is a key like any other. */
export const oddities: readonly unknown[] = [
  null,
  undefined,
  '',
  0,
  true,
  [],
  {},
  [null],
  nested(1000),
  'x'.repeat(30_000),
  Array.from({ length: 3000 }, (_, n) => n),
  JSON.parse('{"__proto__":{"admin":1},"constructor":{"prototype":{}}}'),
  JSON.parse('{"bookingId":{"__proto__":[]},"version":1e308}'),
  JSON.parse('{"to":["x"],"text":{"toString":"y"}}'),
  JSON.parse('{"hasOwnProperty":1,"then":1,"length":-1}'),
  { protocol: 2, after: Number.MAX_SAFE_INTEGER },
  { protocol: 2 ** 40, after: 0 },
];

/** What no page of Confab sends. */
export const garbage: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(...oddities),
);

/** A good input with something in it that does not belong there. */
export const spoilt = (input: unknown): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      fc.constantFrom('id', 'as', 'actorId', 'admin', 'commandId', '__proto__'),
      fc.jsonValue(),
    )
    .map(([key, value]) => {
      const extra = JSON.stringify({ [key]: value }).slice(1);
      const text = JSON.stringify(input);
      if (!text.startsWith('{')) return input;
      return JSON.parse(text === '{}' ? `{${extra}` : `${text.slice(0, -1)},${extra}`) as unknown;
    });
