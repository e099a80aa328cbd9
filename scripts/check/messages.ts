import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Complaint } from './complaint.ts';

const folder = 'client/messages';
/** The language that is written first. */
const first = 'en';

type Messages = Record<string, string>;

/** Messages that one language has and another has not, that name other values, or say nothing. */
export function messages(root: string): Complaint[] {
  const languages = readdirSync(join(root, folder)).filter((name) => name !== first);
  const filesOf = (language: string) => readdirSync(join(root, folder, language));
  const read = (file: string): Messages =>
    JSON.parse(readFileSync(join(root, file), 'utf8')) as Messages;
  return [
    ...filesOf(first).flatMap((name) => empty(join(folder, first, name), read)),
    ...languages.flatMap((language) => {
      const names = new Set([...filesOf(first), ...filesOf(language)]);
      return [...names].flatMap((name) => {
        const file = join(folder, language, name);
        const english = filesOf(first).includes(name) ? read(join(folder, first, name)) : {};
        const theirs = filesOf(language).includes(name) ? read(file) : {};
        const missing = Object.keys(english).filter((key) => !(key in theirs));
        const extra = Object.keys(theirs).filter((key) => !(key in english));
        const other = Object.keys(theirs).filter(
          (key) => key in english && valuesIn(english[key]) !== valuesIn(theirs[key]),
        );
        return [
          ...missing.map((key) => ({ file, says: `lacks ${key}: "${english[key] ?? ''}"` })),
          ...extra.map((key) => ({ file, says: `has ${key}, which ${first} has not` })),
          ...other.map((key) => ({
            file,
            says: `${key} names ${valuesIn(theirs[key]) || 'nothing'}, in ${first} ${valuesIn(english[key]) || 'nothing'}`,
          })),
          ...(filesOf(language).includes(name) ? empty(file, read) : []),
        ];
      });
    }),
  ];
}

const empty = (file: string, read: (file: string) => Messages): Complaint[] =>
  Object.entries(read(file))
    .filter(([, text]) => text.trim() === '')
    .map(([key]) => ({ file, says: `${key} says nothing` }));

/** `{name} {when}`, each once, in the order of the alphabet. */
const valuesIn = (text = ''): string => [...new Set(text.match(/\{\w+\}/g))].toSorted().join(' ');
