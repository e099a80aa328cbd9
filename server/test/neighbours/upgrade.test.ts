import { setTimeout as rest } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Cluster } from '../postgres/cluster.ts';
import { newDatabase } from '../postgres/new-database.ts';
import { house, messages, type House } from '../trouble/house.ts';

vi.setConfig({ testTimeout: 120_000 });

let cluster: Cluster;
let databaseUrl: string;
let all: House;
beforeAll(async () => {
  cluster = await Cluster.open();
  databaseUrl = await newDatabase(cluster.url('postgres'));
  all = await house({ DATABASE_URL: databaseUrl });
});
afterAll(async () => {
  await all[Symbol.asyncDispose]();
  await cluster[Symbol.asyncDispose]();
});

test('C2: a newer Confab brings the database up to date: the older one finishes what was begun, ends, and does not start again', async () => {
  const { server, mentee, mentor, said } = all;
  const newer = new Client({ connectionString: databaseUrl });
  await newer.connect();
  const acknowledged: string[] = [];
  let going = true;
  const flood = (async () => {
    for (const { id, text } of messages(110)) {
      if (!going) break;
      void mentee.give('chat.send', { to: mentor.id, text }, id).then(
        (answer) => answer.ok && acknowledged.push(text),
        () => undefined,
      );
      // So that some are on the way when it looks next.
      await rest(40);
    }
  })();
  await vi.waitFor(() => {
    expect(acknowledged.length).toBeGreaterThan(10);
  }, 20_000);
  await newer.query("insert into kysely_migration values ('9999-of-tomorrow', '')");
  expect(await server.ended()).toBe(1);
  going = false;
  await flood;
  expect(said('A newer Confab has brought the database up to date')).toBe(1);
  const { rows } = await newer.query<{ text: string }>(
    "select text from message where kind = 'text' order by seq",
  );
  const kept = rows.map(({ text }) => text);
  expect(new Set(kept).size).toBe(kept.length);
  expect(acknowledged.filter((text) => !kept.includes(text))).toEqual([]);
  expect(said('Something failed')).toBe(0);
  await newer.end();
  await expect(server.resume()).rejects.toThrow('The server ended with 1 before it listened');
});
