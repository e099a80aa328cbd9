import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { company } from '../stage/company.ts';
import { resumed, wire } from './wire.ts';

test('C2: closing answers what was begun, and loses nothing that it answered', async () => {
  const all = await company();
  await using stage = all.stage;
  await using net = await wire(stage);
  const window = net.window(all.mentee);
  await resumed(window);

  const answered = new Set<string>();
  const sent = Array.from({ length: 60 }, async (_, n) => {
    const id = randomUUID();
    const input = { to: all.mentor, text: `message ${n}` };
    const answer = await window.emitWithAck('command', 'chat.send', id, input);
    if (answer.ok) answered.add(id);
  });
  // The first has been answered, so that the others are under way.
  await Promise.race(sent);
  await net.gateway.close();
  await Promise.allSettled(sent);

  const kept = await stage.db.selectFrom('message').select('id').execute();
  const ids = new Set(kept.map((row) => row.id));
  expect(answered.size).toBeGreaterThan(0);
  for (const id of answered) expect(ids).toContain(id);
  expect(stage.failures).toEqual([]);
});
