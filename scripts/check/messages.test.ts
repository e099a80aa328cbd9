import { expect, test } from 'vitest';
import { messages } from './messages.ts';
import { Tree } from './tree-on-disk.ts';

const found = (files: Record<string, Record<string, string>>) => {
  using tree = new Tree(
    Object.fromEntries(
      Object.entries(files).map(([name, texts]) => [
        `client/messages/${name}.json`,
        JSON.stringify(texts),
      ]),
    ),
  );
  return messages(tree.root).map(({ file, says }) => `${file} ${says}`);
};

test('languages with the same messages and the same values in any order are as they should be', () => {
  const en = { when: '{day} at {time}', bye: 'Goodbye, {name}. Goodbye, {name}' };
  const de = { when: 'Um {time}, {day}', bye: 'Auf Wiedersehen, {name}' };
  expect(found({ 'en/time': en, 'de/time': de })).toEqual([]);
});

test('a message that a language lacks is named with its English text, one too many by its name', () => {
  expect(
    found({ 'en/time': { now: 'now', soon: 'soon' }, 'de/time': { now: 'jetzt', ago: 'vor' } }),
  ).toEqual([
    'client/messages/de/time.json lacks soon: "soon"',
    'client/messages/de/time.json has ago, which en has not',
  ]);
});

test('a file that one language has alone is told message by message', () => {
  expect(found({ 'en/time': { now: 'now' }, 'de/room': { join: 'Eintreten' } })).toEqual([
    'client/messages/de/time.json lacks now: "now"',
    'client/messages/de/room.json has join, which en has not',
  ]);
});

test('other values, and messages that say nothing, are found in every language', () => {
  expect(
    found({
      'en/time': { left: '{time} left', none: ' ', at: 'at noon' },
      'de/time': { left: 'noch {zeit}', none: '', at: 'um {time}' },
    }),
  ).toEqual([
    'client/messages/en/time.json none says nothing',
    'client/messages/de/time.json left names {zeit}, in en {time}',
    'client/messages/de/time.json at names {time}, in en nothing',
    'client/messages/de/time.json none says nothing',
  ]);
});
