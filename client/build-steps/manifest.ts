import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Adapter } from '@sveltejs/kit';
import { tongues, type PageTongue } from './tongues.ts';

const plain = 'manifest.webmanifest';
const link = `href="/${plain}"`;

/**
 * The adapter, then the manifest in the language of these pages, under a name of its own that their
 * document gives: a home screen asks for it without the cookie that says which language is meant.
 * @param page the document, in the folder
 */
export function withManifest(
  adapter: Adapter,
  { folder, page, tongue }: { folder: string; page: string; tongue: PageTongue },
): Adapter {
  return {
    ...adapter,
    async adapt(builder) {
      await adapter.adapt(builder);
      translateManifest({ folder, page, tongue });
    },
  };
}

/** @throws when the document does not name the manifest */
export function translateManifest({
  folder,
  page,
  tongue,
}: {
  folder: string;
  page: string;
  tongue: PageTongue;
}): void {
  const html = readFileSync(join(folder, page), 'utf8');
  if (!html.includes(link)) throw new Error(`${page} names no manifest`);
  const manifest = JSON.parse(readFileSync(join(folder, plain), 'utf8')) as object;
  const own = { ...manifest, description: describedIn(tongue), lang: tongues[tongue] };
  const name = `manifest.${tongue}.webmanifest`;
  writeFileSync(join(folder, name), JSON.stringify(own, null, 2) + '\n');
  rmSync(join(folder, plain));
  writeFileSync(join(folder, page), html.replace(link, `href="/${name}"`));
}

/** What Confab is, in a line; it stands among the messages of the frame. */
function describedIn(tongue: PageTongue): string {
  const messages = join(import.meta.dirname, `../messages/${tongue}/frame.json`);
  const { frame_described } = JSON.parse(readFileSync(messages, 'utf8')) as Record<string, string>;
  if (!frame_described) throw new Error(`Nothing says what Confab is, in ${tongue}`);
  return frame_described;
}
