import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { StoreUnavailable } from '../../src/db/unavailable.ts';
import { company } from '../stage/company.ts';

test('B5 C2: a command whose commit failed is unavailable, tells nobody, and may be given again', async () => {
  const all = await company();
  await using stage = all.stage;
  const pushes: string[][] = [];
  stage.pushed = (grown) => void pushes.push([...grown.keys()]);
  const message = { to: all.mentor, text: 'Hello Aino' };
  const commandId = randomUUID();

  const spoiled = stage.core.ledger.store.write(async (tx) => {
    await sql`pragma defer_foreign_keys = on`.execute(tx);
    await tx.insertInto('room').values({ id: 'r', booking_id: 'nobody’s' }).execute();
  });
  const refused = stage.give(all.mentee, 'chat.send', message, commandId);
  await expect(spoiled).rejects.toBeInstanceOf(StoreUnavailable);
  expect(await refused).toEqual({ ok: false, code: 'unavailable' });
  expect(pushes).toEqual([]);
  expect(await stage.db.selectFrom('message').select('id').execute()).toEqual([]);

  expect(await stage.give(all.mentee, 'chat.send', message, commandId)).toMatchObject({ ok: true });
  expect(pushes).toEqual([[all.mentee, all.mentor]]);
});
