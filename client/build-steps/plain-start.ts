import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Adapter } from '@sveltejs/kit';

const inlineScript = /<script>([\s\S]*?)<\/script>/;

/**
 * The adapter, then the page's one inline script moved into a file of its own: the server's
 * Content-Security-Policy allows scripts of this origin only, and so needs no hashes. The page also
 * says which language it is in.
 * @param page the document, in the folder
 * @param language for `lang`
 * @throws when the page holds no inline script, or more than one
 */
export function withPlainStart(
  adapter: Adapter,
  { folder, page, language }: { folder: string; page: string; language: string },
): Adapter {
  return {
    ...adapter,
    async adapt(builder) {
      await adapter.adapt(builder);
      const document = join(folder, page);
      const html = readFileSync(document, 'utf8');
      const script = inlineScript.exec(html)?.[1];
      if (!script) throw new Error(`${document} has no inline script to move`);
      const hash = createHash('sha256').update(script).digest('base64url').slice(0, 8);
      const path = `_app/immutable/start-${hash}.js`;
      writeFileSync(join(folder, path), script.trim() + '\n');
      const plain = html
        .replace(inlineScript, `<script src="/${path}"></script>`)
        .replace(/<html lang="[^"]*"/, `<html lang="${language}"`);
      if (/<script>|<style|\sstyle=|\son\w+=/.test(plain)) {
        throw new Error(`${document} still holds inline code or style`);
      }
      writeFileSync(document, plain);
    },
  };
}
