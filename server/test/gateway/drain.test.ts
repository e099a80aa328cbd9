import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { company } from '../stage/company.ts';
import { given, resumed, wire, type Window } from './wire.ts';

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

test('C2: closing waits for what the store is still keeping, and its answer arrives', async () => {
  const all = await company();
  await using stage = all.stage;
  await using net = await wire(stage);
  const window = net.window(all.mentee);
  await resumed(window);
  const { store } = stage.core.ledger;
  const write = store.write.bind(store);
  const begun = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  vi.spyOn(store, 'write').mockImplementationOnce(async (work) => {
    begun.resolve();
    await gate.promise;
    return write(work);
  });

  const answer = Promise.race([
    given(window, 'chat.send', { to: all.mentor, text: 'Before you go' }),
    lost(window),
  ]);
  await begun.promise;
  let over = false;
  const closed = net.gateway.close().then(() => {
    over = true;
  });
  // Whoever comes now gets a line: it is still there, after more than closing at once would take.
  await connected(net.window(all.mentor));
  expect(over).toBe(false);
  expect(window.connected).toBe(true);

  gate.resolve();
  expect(await answer).toMatchObject({ answer: { ok: true } });
  await closed;
  const kept = await stage.db.selectFrom('message').select('text').execute();
  expect(kept).toEqual([{ text: 'Before you go' }]);
  expect(stage.failures).toEqual([]);
});

const lost = (window: Window) =>
  new Promise<never>((_, reject) => {
    window.once('disconnect', (reason) => {
      reject(new Error(`no answer before the line ended: ${reason}`));
    });
  });

const connected = (window: Window) =>
  new Promise<void>((resolve, reject) => {
    window.once('connect', resolve);
    window.once('connect_error', reject);
  });
