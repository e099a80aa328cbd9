import { expect, test } from 'vitest';
import { company, requestFor } from './stage/company.ts';

const nul = 'before\u0000after';

test('B5: a text with a NUL in it is refused as malformed, on every database alike', async () => {
  const all = await company();
  await using stage = all.stage;
  const { mentee, mentor, admin } = all;
  await stage.do(mentee, 'chat.send', { to: mentor, text: 'Hello' });
  const location = { kind: 'in-person' as const, place: nul };
  const answers = [
    await stage.give(mentee, 'chat.send', { to: mentor, text: nul }),
    await stage.give(mentee, 'person.update', { name: nul }),
    await stage.give(mentee, 'person.update', { headline: nul }),
    await stage.give(mentee, 'person.update', { languages: ['Finnish', nul] }),
    await stage.give(mentee, 'booking.request', { ...requestFor(all), note: nul }),
    await stage.give(mentee, 'booking.request', { ...requestFor(all), location }),
    await stage.give(admin, 'admin.create-program', { name: 'Third steps', purpose: nul }),
  ];
  expect(answers.map((answer) => (answer.ok ? 'ok' : answer.code))).toEqual(
    answers.map(() => 'malformed'),
  );
});

test('G1: a text of which there is nothing to see is no text', async () => {
  const all = await company();
  await using stage = all.stage;
  for (const unseen of ['', ' ', '\u200b', '\u200d\u2060', '\ufeff\u00ad'])
    expect([
      await stage.give(all.mentee, 'chat.send', { to: all.mentor, text: unseen }),
      await stage.give(all.mentee, 'person.update', { name: unseen }),
    ]).toEqual([
      { ok: false, code: 'malformed', field: 'text' },
      { ok: false, code: 'malformed', field: 'name' },
    ]);
});

test('C3: any other text comes back as it went', async () => {
  const all = await company();
  await using stage = all.stage;
  const { mentee, mentor } = all;
  const texts = [
    '\u202eright to left',
    'שלום مرحبا',
    '👩🏽‍🏫👨‍👩‍👧',
    'zero\u200bwidth',
    "'; DROP TABLE --",
    '\\u0000',
  ];
  for (const text of texts) await stage.do(mentee, 'chat.send', { to: mentor, text });
  const { messages } = await stage.know(mentor, 'chat.history', { with: mentee, before: 99 });
  expect(messages.map((one) => one.kind === 'text' && one.text)).toEqual(texts);
});

test.each([Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 2 ** 31, -1])(
  'C3: a page of a conversation before %s is a page',
  async (before) => {
    const all = await company();
    await using stage = all.stage;
    const { mentee, mentor } = all;
    await stage.do(mentee, 'chat.send', { to: mentor, text: 'Hello' });
    const { messages } = await stage.know(mentor, 'chat.history', { with: mentee, before });
    expect(messages).toHaveLength(before > 0 ? 1 : 0);
    const read = await stage.give(mentor, 'chat.read', { with: mentee, upTo: Math.abs(before) });
    expect(read.ok).toBe(true);
  },
);
