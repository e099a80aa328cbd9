import { expect, test } from 'vitest';
import { newCommandId } from '@confab/shared/protocol';
import { accepted, company, requested } from './stage/company.ts';
import { followed, snapshotFor } from './stage/snapshots.ts';

test('C1: only a mentee opens a conversation, only with a mentor; then both write', async () => {
  const all = await company();
  await using stage = all.stage;
  expect(await stage.give(all.mentor, 'chat.send', { to: all.mentee, text: 'Hi' })).toMatchObject({
    code: 'not-found',
  });
  expect(await stage.give(all.stranger, 'chat.send', { to: all.mentor, text: 'Hi' })).toMatchObject(
    { code: 'not-found' },
  );
  await stage.do(all.mentee, 'chat.send', { to: all.mentor, text: 'Hi' });
  await stage.do(all.mentor, 'chat.send', { to: all.mentee, text: 'Hello' });
});

test('C1 P4: a conversation is read-only when no shared program is left', async () => {
  const all = await company();
  await using stage = all.stage;
  await stage.do(all.mentee, 'chat.send', { to: all.mentor, text: 'Hi' });
  const { programId, mentee: personId } = all;
  await stage.do(all.admin, 'admin.suspend', { programId, personId });
  for (const [from, to] of [
    [all.mentee, all.mentor],
    [all.mentor, all.mentee],
  ] as const)
    expect(await stage.give(from, 'chat.send', { to, text: 'x' })).toMatchObject({
      code: 'conversation-closed',
    });
  const { messages } = await stage.know(all.mentor, 'chat.history', { with: personId, before: 9 });
  expect(messages).toHaveLength(1);
});

test('P3: Busy lets acquaintances write, Away only those with something booked', async () => {
  const all = await company();
  await using stage = all.stage;
  const { programId, mentor, mentee } = all;
  const set = (availability: 'busy' | 'away') =>
    stage.do(mentor, 'membership.set-availability', { programId, availability });
  const write = async () => (await stage.give(mentee, 'chat.send', { to: mentor, text: 'x' })).ok;
  await set('busy');
  expect(await write()).toBe(false);
  await stage.do(mentor, 'membership.set-availability', { programId, availability: 'available' });
  expect(await write()).toBe(true);
  await set('busy');
  expect(await write()).toBe(true);
  await set('away');
  expect(await write()).toBe(false);
  await stage.do(mentor, 'membership.set-availability', { programId, availability: 'available' });
  await requested(all);
  await set('away');
  expect(await write()).toBe(true);
});

test('P3: once the room has closed a session is upcoming no more, and every window learns it', async () => {
  const all = await company();
  await using stage = all.stage;
  await accepted(all, '2026-03-02', '14:00');
  const { programId, mentor, mentee } = all;
  await stage.do(mentor, 'membership.set-availability', { programId, availability: 'away' });
  let folded = await snapshotFor(stage, mentee);
  expect(folded.conversations[0]?.writable).toBe(true);
  stage.pass({ hours: 5 });
  expect(await stage.give(mentee, 'chat.send', { to: mentor, text: 'x' })).toMatchObject({
    code: 'conversation-closed',
  });
  for (const event of await stage.events(mentee, folded.seq)) folded = followed(folded, event);
  expect(folded).toEqual(await snapshotFor(stage, mentee));
  expect(folded.conversations[0]?.writable).toBe(false);
});

test('C3: order is the server’s, gapless, whatever the clock says', async () => {
  const all = await company();
  await using stage = all.stage;
  for (let n = 0; n < 50; n++) {
    stage.pass({ milliseconds: n % 2 ? -500 : 400 });
    await stage.do(all.mentee, 'chat.send', { to: all.mentor, text: String(n) });
  }
  const pages: string[] = [];
  let before = 1000;
  for (let more = true; more;) {
    const page = await stage.know(all.mentor, 'chat.history', { with: all.mentee, before });
    pages.unshift(...page.messages.map((one) => (one.kind === 'text' ? one.text : '')));
    before = page.messages[0]?.seq ?? 0;
    more = page.more;
  }
  expect(pages).toEqual(Array.from({ length: 50 }, (_, n) => String(n)));
});

test('C4: unread counts are the server’s and agree on every device', async () => {
  const all = await company();
  await using stage = all.stage;
  for (const text of ['one', 'two'])
    await stage.do(all.mentee, 'chat.send', { to: all.mentor, text });
  const head = async (who: string) => (await snapshotFor(stage, who)).conversations[0];
  expect(await head(all.mentor)).toMatchObject({ unread: 2, readUpTo: 0 });
  expect(await head(all.mentee)).toMatchObject({ unread: 0 });
  await stage.do(all.mentor, 'chat.read', { with: all.mentee, upTo: 1 });
  expect(await head(all.mentor)).toMatchObject({ unread: 1, readUpTo: 1 });
  await stage.do(all.mentor, 'chat.read', { with: all.mentee, upTo: 99 });
  await stage.do(all.mentor, 'chat.read', { with: all.mentee, upTo: 1 });
  expect(await head(all.mentor)).toMatchObject({ unread: 0, readUpTo: 2 });
  expect(await head(all.mentee)).toMatchObject({ otherReadUpTo: 2 });
});

test('C5 G1: booking events are lines in the conversation, and are not messages', async () => {
  const all = await company();
  await using stage = all.stage;
  const bookingId = await accepted(all);
  const tail = (await snapshotFor(stage, all.mentor)).conversations[0]?.tail;
  expect(tail).toMatchObject([
    { seq: 1, kind: 'text', author: all.mentee },
    { seq: 2, kind: 'line', bookingId, event: 'requested', author: all.mentee },
    { seq: 3, kind: 'line', bookingId, event: 'accepted', author: all.mentor },
  ]);
  expect((await snapshotFor(stage, all.mentor)).conversations[0]?.gatePassed).toBe(false);
});

test('B5: a message id that is another’s answers as not found', async () => {
  const all = await company();
  await using stage = all.stage;
  const { id } = await stage.do(all.mentee, 'chat.send', { to: all.mentor, text: 'mine' });
  const theirs = await stage.give(all.mentor, 'chat.send', { to: all.mentee, text: 'x' }, id);
  expect(theirs).toMatchObject({ ok: false, code: 'not-found' });
});

test('B5 C2: a message has the answer it had, whenever it is sent again; its id is no other’s', async () => {
  const all = await company();
  await using stage = all.stage;
  const commandId = newCommandId(Date.now());
  const hello = { to: all.mentor, text: 'Hello' };
  const first = await stage.give(all.mentee, 'chat.send', hello, commandId);
  expect(first).toEqual({ ok: true, value: { id: commandId, seq: 1 } });
  await stage.do(all.mentor, 'chat.send', { to: all.mentee, text: 'Hello, too' });
  stage.pass({ hours: 40 * 24 });
  expect(await stage.give(all.mentee, 'chat.send', hello, commandId)).toEqual(first);

  const used = { ok: false, code: 'command-id-used' };
  const other = { ...hello, text: 'Goodbye' };
  expect(await stage.give(all.mentee, 'chat.send', other, commandId)).toEqual(used);
  const read = { with: all.mentor, upTo: 1 };
  expect(await stage.give(all.mentee, 'chat.read', read, commandId)).toEqual(used);
  // Of somebody else’s message nobody is told that it is there.
  const theirs = { to: all.mentee, text: 'Hello' };
  const refused = { ok: false, code: 'not-found' };
  expect(await stage.give(all.mentor, 'chat.send', theirs, commandId)).toEqual(refused);
  expect(await stage.db.selectFrom('message').select('id').execute()).toHaveLength(2);
});
