import * as fc from 'fast-check';
import { expect, inject, test } from 'vitest';
import { afternoons, presses, winners } from './presses.ts';
import { ring } from './ring.ts';

/** On SQLite who comes first is decided first; on PostgreSQL many are decided at once. */
const inOrder = inject('postgres') === undefined;

test('B5 B6: a hundred people press Accept at once on what clashes: exactly the right ones win', async () => {
  const met = { pressed: 0, won: 0, clashes: 0, backToBack: 0 };
  const race = fc.asyncProperty(afternoons, async (afternoon) => {
    const { ring: all, presses: pressed } = await presses(afternoon);
    await using stage = all.stage;
    expect(new Set(pressed.map(({ personId }) => personId)).size).toBe(100);
    const answers = await Promise.all(
      pressed.map(({ personId, bookingId, version }) =>
        stage.give(personId, 'booking.accept', { bookingId, version }),
      ),
    );
    const won = pressed.filter((_, index) => answers[index]?.ok);
    const lost = pressed.filter((_, index) => !answers[index]?.ok);

    // As if they had come one after the other: in their order, or else in some order.
    const one = inOrder ? pressed : [...won, ...lost];
    expect(idsOf(won)).toEqual(idsOf(winners(one)));
    const refusals = answers.filter(({ ok }) => !ok);
    expect(refusals).toEqual(lost.map(() => ({ ok: false, code: 'busy' })));

    const rows = await stage.db.selectFrom('booking').select(['id', 'state']).execute();
    const accepted = rows.filter(({ state }) => state === 'accepted');
    expect(accepted.map(({ id }) => id).toSorted()).toEqual(idsOf(won));
    expect(rows.filter(({ state }) => state === 'pending')).toHaveLength(lost.length);
    const events = await stage.db
      .selectFrom('booking_event')
      .select('booking_id')
      .where('type', '=', 'accepted')
      .execute();
    expect(events.map((event) => event.booking_id).toSorted()).toEqual(idsOf(won));
    expect(stage.failures).toEqual([]);

    met.pressed += pressed.length;
    met.won += won.length;
    for (const { mentor, mentee, from, to } of pressed)
      for (const other of pressed) {
        const shared = other.mentor === mentor || other.mentee === mentee;
        if (!shared || (other.mentor === mentor && other.mentee === mentee)) continue;
        met.clashes += from < other.to && other.from < to ? 0.5 : 0;
        met.backToBack += to === other.from ? 1 : 0;
      }
  });
  await fc.assert(race, { numRuns: inOrder ? 3 : 2, endOnFailure: true });
  expect(Math.min(...Object.values(met))).toBeGreaterThan(0);
  console.log(met);
});

const idsOf = (all: readonly { bookingId: string }[]) =>
  all.map(({ bookingId }) => bookingId).toSorted();

test('B5: one command sent many times at once has one effect and one answer', async () => {
  const { stage: opened, requests } = await ring(2);
  await using stage = opened;
  const [first] = requests;
  const commandId = crypto.randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      stage.give(
        first?.mentor ?? '',
        'booking.accept',
        { bookingId: first?.bookingId ?? '', version: 1 },
        commandId,
      ),
    ),
  );
  expect(answers[0]?.ok).toBe(true);
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  const events = await stage.db
    .selectFrom('booking_event')
    .select('type')
    .where('booking_id', '=', first?.bookingId ?? '')
    .execute();
  expect(events).toHaveLength(2);
});
