import * as fc from 'fast-check';

/** Texts that have broken other programs. */
const odd = [
  'plain words',
  '\u0000',
  'before\u0000after',
  '\ud800',
  'half \udc00 a pair',
  '\u200b',
  '\u200b\u2060\ufeff',
  '\u202eright to left\u202c',
  'שלום مرحبا',
  '👩🏽‍🏫👨‍👩‍👧‍👦',
  'e\u0301'.repeat(50),
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢',
  '__proto__',
  'constructor',
  'toString',
  'null',
  '[object Object]',
  '"; DROP TABLE booking; --',
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '{{constructor}}',
  '${process.exit()}',
  '%00%0a\\u0000',
  '../../../etc/passwd',
  '\r\nSet-Cookie: a=b',
  ' \t\n\u00a0\u2028 ',
  'x'.repeat(119),
  'ﷺ'.repeat(120),
  'long '.repeat(700),
];

/** A text within a schema's bounds, odd more often than not. */
export const words = (least: number, most: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.constantFrom(...odd),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
    )
    .map((text) => (text.trim().length < least ? 'x'.repeat(least) : text.slice(0, most)));
