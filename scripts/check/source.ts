import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A file's TypeScript: the whole of it, or the scripts of a Svelte component. */
export function codeOf(root: string, file: string): string {
  const text = readFileSync(join(root, file), 'utf8');
  if (!file.endsWith('.svelte')) return text;
  const scripts = text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g);
  // Lines stay where they were, so that complaints point at them.
  return [...scripts]
    .map(({ 0: whole, 1: code = '', index }) => {
      const before = text.slice(0, index + whole.indexOf(code));
      return before.replace(/[^\n]/g, '').concat(code);
    })
    .reduce((all, code) => all + code.slice(all.split('\n').length - 1), '');
}

export const parse = (file: string, code: string): ts.SourceFile =>
  ts.createSourceFile(file, code, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);

export const isCode = (file: string): boolean =>
  /\.(ts|mjs|js|svelte)$/.test(file) && !file.endsWith('.d.ts');

/** One import, dynamic and re-exporting ones too. */
export interface Import {
  readonly specifier: string;
  readonly line: number;
}

export function importsOf(code: string): Import[] {
  return ts.preProcessFile(code, true, true).importedFiles.map(({ fileName, pos }) => ({
    specifier: fileName,
    line: code.slice(0, pos).split('\n').length,
  }));
}
