import { expect, test } from 'vitest';
import type { Tx } from '../../src/db/database.ts';
import { hold } from '../../src/feed/hold.ts';
import { company, requested } from '../stage/company.ts';
import { snapshotFor } from '../stage/snapshots.ts';
import { gate } from './gate.ts';

test('whoever asks waits for nobody who decides', async () => {
  const { stage, mentor } = await company();
  await using owned = stage;
  const [held, asked] = [gate(2), gate(2)];
  const deciding = owned.core.ledger.store.write(async (tx) => {
    await hold(tx, [mentor]);
    await held.arrive();
    await asked.arrive();
  });
  await held.arrive();
  expect(await snapshotFor(owned, mentor)).toMatchObject({ me: { id: mentor } });
  await asked.arrive();
  await deciding;
});

test('whoever asks sees one state, whatever others decide meanwhile', async () => {
  const { stage, mentor } = await company();
  await using owned = stage;
  const { store } = owned.core.ledger;
  const headline = (tx: Tx) =>
    tx.selectFrom('person').select('headline').where('id', '=', mentor).executeTakeFirstOrThrow();
  const seen = await store.read(async (tx) => {
    const before = await headline(tx);
    await owned.do(mentor, 'person.update', { headline: 'Back from leave' });
    return [before, await headline(tx)];
  });
  expect(seen[1]).toEqual(seen[0]);
  expect(await store.read(headline)).toEqual({ headline: 'Back from leave' });
});

test('D6: what is due is done before an answer, by one of several who ask at once', async () => {
  const all = await company();
  await using stage = all.stage;
  await requested(all, '2026-03-02', '16:00');
  stage.pass({ hours: 5 });
  const snapshots = await Promise.all(
    Array.from({ length: 6 }, (_, n) => snapshotFor(stage, n % 2 === 0 ? all.mentor : all.mentee)),
  );
  for (const { bookings, conversations } of snapshots) {
    expect(bookings[0]?.booking.state).toBe('expired');
    expect(conversations[0]).toMatchObject({ lastSeq: 3, tail: [{}, {}, { event: 'expired' }] });
  }
});
