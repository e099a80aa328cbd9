import { expect, test } from 'vitest';
import { tailLength } from '@confab/shared/protocol';
import { Look } from '../src/db/look.ts';
import { headOf } from '../src/features/chat/queries.ts';
import { company, requestFor, type Company } from './stage/company.ts';
import { snapshotFor } from './stage/snapshots.ts';

/** Mentees of the mentor: each has written so much, and is answered, read and met otherwise. */
async function correspondents(all: Company): Promise<string[]> {
  const { stage, admin, mentor, programId } = all;
  const people: string[] = [];
  for (const [n, name] of ['Inês', 'Noor', 'Ravi', 'Lena', 'Omar'].entries()) {
    const mentee = await stage.person(name);
    await stage.join(admin, programId, mentee, 'mentee');
    for (let sent = 0; sent < 1 + n * 7; sent++)
      await stage.do(mentee, 'chat.send', { to: mentor, text: `${String(sent)} by ${name}` });
    people.push(mentee);
    stage.pass({ minutes: 1 });
  }
  const [ines = '', noor = '', ravi = '', lena = ''] = people;
  await stage.do(mentor, 'chat.send', { to: ines, text: 'Welcome' });
  await stage.do(mentor, 'chat.read', { with: noor, upTo: 3 });
  for (const [mentee, day] of [
    [ravi, '2026-03-04'],
    [lena, '2026-03-05'],
  ] as const) {
    const { booking } = await stage.do(mentee, 'booking.request', requestFor(all, day));
    if (mentee === lena) await stage.do(lena, 'booking.withdraw', { bookingId: booking.id });
  }
  await stage.do(admin, 'admin.suspend', { programId, personId: noor });
  return people;
}

test('C3 C4 P3: a snapshot says of every conversation what a look at that one says', async () => {
  const all = await company();
  await using stage = all.stage;
  const people = await correspondents(all);
  const { mentor, programId } = all;
  for (const availability of ['available', 'busy', 'away'] as const) {
    await stage.do(mentor, 'membership.set-availability', { programId, availability });
    const { conversations } = await snapshotFor(stage, mentor);
    expect(conversations).toHaveLength(people.length);
    const writable: Record<string, boolean> = {};
    for (const { tail, ...head } of conversations) {
      const one = await stage.core.ledger.store.read((tx) =>
        headOf(new Look(tx, stage.now), mentor, head.with),
      );
      expect(head).toEqual(one);
      const page = await stage.know(mentor, 'chat.history', {
        with: head.with,
        before: head.lastSeq + 1,
      });
      expect(tail).toEqual(page.messages.slice(-tailLength));
      const theirs = await snapshotFor(stage, head.with);
      expect(theirs.conversations).toMatchObject([{ lastSeq: head.lastSeq, tail }]);
      writable[head.with] = theirs.conversations[0]?.writable ?? false;
    }
    const [ines = '', noor = '', ravi = '', lena = '', omar = ''] = people;
    expect(writable).toEqual({
      [ines]: availability !== 'away',
      [noor]: false,
      [ravi]: true,
      [lena]: availability !== 'away',
      [omar]: availability !== 'away',
    });
    const of = new Map(conversations.map((one) => [one.with, one]));
    expect([ines, noor, ravi, omar].map((id) => of.get(id)?.unread)).toEqual([0, 5, 16, 29]);
    expect(conversations.map(({ gatePassed }) => gatePassed).filter(Boolean)).toHaveLength(1);
  }
});
