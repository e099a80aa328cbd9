import { beforeEach, expect, test, vi } from 'vitest';

const line = vi.hoisted(() => ({
  drafts: new Map<string, string>(),
  kept: { version: 0, text: '' },
  given: [] as { version: number; text: string }[],
  /** Commands wait here while the line is broken. */
  held: null as (() => void)[] | null,
}));

vi.mock('#lib/live/index.ts', () => ({
  keptDraft: (_: string, about: string) => line.drafts.get(about) ?? null,
  keepDraft: (_: string, about: string, text: string) =>
    text === '' ? line.drafts.delete(about) : line.drafts.set(about, text),
  live: {
    me: { id: 'me' },
    ask: () => Promise.resolve({ ok: true, value: { ...line.kept } }),
    give: async (_: string, { version, text }: { version: number; text: string }) => {
      await new Promise<void>((go) => (line.held ? line.held.push(go) : go()));
      line.given.push({ version, text });
      if (version !== line.kept.version) return { ok: false, code: 'stale-note' };
      line.kept = { version: version + 1, text };
      return { ok: true, value: { version: version + 1 } };
    },
  },
}));

const { PrivateNote } = await import('./private-note.svelte.ts');

/** Lets what is under way come to its end, and the pause after typing pass. */
const settle = () => vi.advanceTimersByTimeAsync(2_000);

beforeEach(() => {
  vi.useFakeTimers();
  line.drafts.clear();
  Object.assign(line, { kept: { version: 0, text: '' }, given: [], held: null });
});

test('what is typed is unsaved, then saved once after a pause', async () => {
  const note = new PrivateNote('b');
  await note.load();
  note.text = 'Ask';
  note.text = 'Ask about Kotka';
  expect([note.unsaved, note.saved]).toEqual([true, false]);
  await settle();
  expect(line.given).toEqual([{ version: 0, text: 'Ask about Kotka' }]);
  expect([note.unsaved, note.saved]).toEqual([false, true]);
  expect(line.drafts.size).toBe(0);
});

test('what is typed while it is being saved follows, in order', async () => {
  const note = new PrivateNote('b');
  await note.load();
  line.held = [];
  note.text = 'One';
  await settle();
  note.text = 'One, two';
  expect(note.unsaved).toBe(true);
  for (const go of line.held.splice(0)) go();
  line.held = null;
  await settle();
  expect(line.given.map(({ text }) => text)).toEqual(['One', 'One, two']);
  expect(note.saved).toBe(true);
});

test('unsaved words survive a reload, and are saved where nothing else was', async () => {
  line.kept = { version: 3, text: 'Before' };
  const first = new PrivateNote('b');
  await first.load();
  line.held = [];
  first.text = 'Written offline';
  await settle();
  line.held = null;
  const again = new PrivateNote('b');
  expect([again.known, again.text, again.unsaved]).toEqual([true, 'Written offline', true]);
  await again.load();
  await settle();
  expect(line.kept).toEqual({ version: 4, text: 'Written offline' });
});

test('of two that differ neither is written over by a reload: the question stands again', async () => {
  line.kept = { version: 3, text: 'Before' };
  const note = new PrivateNote('b');
  await note.load();
  note.text = 'Mine';
  line.kept = { version: 4, text: 'Theirs' };
  await settle();
  note.text = 'Mine still';
  const again = new PrivateNote('b');
  await again.load();
  await settle();
  expect([again.text, again.meanwhile, again.unsaved]).toEqual(['Mine still', 'Theirs', true]);
  expect(line.kept).toEqual({ version: 4, text: 'Theirs' });
  again.keepThis();
  await settle();
  expect(line.kept).toEqual({ version: 5, text: 'Mine still' });
  expect(line.drafts.size).toBe(0);
});

test('two that differed and say the same in the end leave no question', async () => {
  const note = new PrivateNote('b');
  await note.load();
  note.text = 'Mine';
  line.kept = { version: 1, text: 'Theirs' };
  await settle();
  line.kept = { version: 2, text: 'Mine' };
  await note.load();
  expect([note.meanwhile, note.saved]).toEqual([null, true]);
  expect(line.drafts.size).toBe(0);
});

test('another window’s words come in where nothing was written here', async () => {
  const note = new PrivateNote('b');
  await note.load();
  line.kept = { version: 1, text: 'From the other' };
  await note.load();
  expect([note.text, note.saved, note.meanwhile]).toEqual(['From the other', true, null]);
});

test.each([
  ['keepThis', 'Mine'],
  ['takeOther', 'Theirs'],
] as const)('of two that differ neither is written over unasked: %s', async (choice, stays) => {
  const note = new PrivateNote('b');
  await note.load();
  note.text = 'Mine';
  line.kept = { version: 1, text: 'Theirs' };
  await settle();
  expect([note.text, note.meanwhile, note.unsaved]).toEqual(['Mine', 'Theirs', true]);
  expect(line.kept.text).toBe('Theirs');
  note[choice]();
  await settle();
  expect([note.text, note.meanwhile, note.saved]).toEqual([stays, null, true]);
  expect(line.kept.text).toBe(stays);
});
