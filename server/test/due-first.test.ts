import { expect, test } from 'vitest';
import { company, requested } from './stage/company.ts';
import { snapshotFor } from './stage/snapshots.ts';

test('D6 C5: what is due is in the conversation before a message that came later', async () => {
  const all = await company();
  await using stage = all.stage;
  await requested(all, '2026-03-02', '16:00');
  stage.pass({ hours: 5 });
  await stage.do(all.mentee, 'chat.send', { to: all.mentor, text: 'Another time, then' });
  const { messages } = await stage.know(all.mentee, 'chat.history', {
    with: all.mentor,
    before: 99,
  });
  expect(messages.map((one) => (one.kind === 'line' ? one.event : one.text))).toEqual([
    'Hello Aino',
    'requested',
    'expired',
    'Another time, then',
  ]);
});

test('D6 C5: the first snapshot after a deadline shows its line', async () => {
  const all = await company();
  await using stage = all.stage;
  await requested(all, '2026-03-02', '16:00');
  stage.pass({ hours: 5 });
  const { conversations } = await snapshotFor(stage, all.mentor);
  expect(conversations[0]).toMatchObject({ lastSeq: 3, tail: [{}, {}, { event: 'expired' }] });
});
