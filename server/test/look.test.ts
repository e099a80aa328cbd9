import { expect, test } from 'vitest';
import { Look, lookTogether } from '../src/db/look.ts';
import { askedOften } from '../src/db/asked-often.ts';
import { headOf } from '../src/features/chat/queries.ts';
import { company } from './stage/company.ts';

test('at one look everything is read once, and each sees it from their own side', async () => {
  const { stage, mentee, mentor } = await company();
  await using owned = stage;
  await owned.do(mentee, 'chat.send', { to: mentor, text: 'Good morning' });
  const [of, seen] = await owned.core.ledger.store.read(async (tx) => {
    const look = new Look(tx, owned.now);
    let reads = 0;
    const question = () => look.once('a question', () => Promise.resolve(++reads));
    return [
      { mentee: await headOf(look, mentee, mentor), mentor: await headOf(look, mentor, mentee) },
      [await question(), await question()],
    ] as const;
  });
  expect(seen).toEqual([1, 1]);
  expect(of.mentee).toMatchObject({ unread: 0, readUpTo: 1, otherReadUpTo: 0, gatePassed: true });
  expect(of.mentor).toMatchObject({ unread: 1, readUpTo: 0, otherReadUpTo: 1, gatePassed: false });
  expect([of.mentee?.writable, of.mentor?.writable]).toEqual([true, true]);
});

test('C3: the next look sees what was written since', async () => {
  const { stage, mentee, mentor } = await company();
  await using owned = stage;
  const { store } = owned.core.ledger;
  const last = () =>
    store.read(async (tx) => {
      const head = await headOf(
        lookTogether(tx, () => owned.now),
        mentor,
        mentee,
      );
      return head?.lastSeq ?? 0;
    });
  expect(await last()).toBe(0);
  await owned.do(mentee, 'chat.send', { to: mentor, text: 'Good morning' });
  expect(await last()).toBe(1);
});

test('a handle on a transaction that has ended answers nothing', async () => {
  await using stage = (await company()).stage;
  const names = askedOften((tx, name: string) =>
    tx.selectFrom('person').select('name').where('name', '=', name),
  );
  for (const way of ['read', 'write'] as const) {
    const kept = await stage.core.ledger.store[way]((tx) => Promise.resolve(tx));
    await expect(names(kept, 'Aino')).rejects.toThrow(/already committed/);
  }
});
