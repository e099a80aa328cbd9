import { expect, test } from 'vitest';
import { ring } from './ring.ts';

test('B5 B6: a hundred people’s clashing requests, all accepted at once: exactly the right ones win', async () => {
  const { stage: opened, requests } = await ring(50);
  await using stage = opened;
  const answers = await Promise.all(
    requests.map(({ mentor, bookingId }) =>
      stage.give(mentor, 'booking.accept', { bookingId, version: 1 }),
    ),
  );
  const won = requests.filter((_, index) => answers[index]?.ok);
  const lost = requests.filter((_, index) => !answers[index]?.ok);

  const taken = won.flatMap(({ mentor, mentee }) => [mentor, mentee]);
  expect(new Set(taken).size).toBe(taken.length);
  const busy = new Set(taken);
  expect(lost.filter(({ mentor, mentee }) => !busy.has(mentor) && !busy.has(mentee))).toEqual([]);
  const codes = answers.flatMap((answer) => (answer.ok ? [] : [answer.code]));
  expect(new Set(codes)).toEqual(new Set(['busy']));

  const accepted = await stage.db
    .selectFrom('booking')
    .select('id')
    .where('state', '=', 'accepted')
    .execute();
  expect(accepted.map(({ id }) => id).toSorted()).toEqual(
    won.map(({ bookingId }) => bookingId).toSorted(),
  );
  expect(stage.failures).toEqual([]);
});

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
