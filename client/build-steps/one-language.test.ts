import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '@inlang/paraglide-js';
import { expect, test } from 'vitest';
import { messages } from './messages.ts';
import { onlyIn } from './one-language.ts';

test('a module of one language holds its words, no other’s, and nothing that chooses', async () => {
  const outdir = mkdtempSync(join(tmpdir(), 'confab-messages-'));
  await compile({ ...messages, outdir });
  for (const [name, en, de] of [
    ['frame_close', 'Close', 'Schließen'],
    ['booking_lead_theirs', 'to answer.', 'antworten.'],
  ] as const) {
    const code = readFileSync(join(outdir, 'messages', `${name}.js`), 'utf8');
    const said = (tongue: string) => {
      const only = onlyIn(tongue, code);
      expect(only).not.toMatch(/getLocale|import \{|options\.locale \?\?/);
      expect(only).toMatch(new RegExp(`export const ${name} = [^;]*${tongue}_${name};`));
      return only;
    };
    expect(said('en')).toContain(en);
    expect(said('de')).toContain(de);
    expect(() => onlyIn('fr', code)).toThrow('fr');
  }
  expect(() => onlyIn('en', 'export const frame_close = () => 1')).toThrow('another way');
  rmSync(outdir, { recursive: true });
}, 60_000);
