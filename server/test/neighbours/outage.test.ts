import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Cluster } from '../postgres/cluster.ts';
import { newDatabase } from '../postgres/new-database.ts';
import { freePort } from './free-port.ts';
import { ServerProcess } from './server-process.ts';
import { Visitor } from './visitor.ts';

vi.setConfig({ testTimeout: 120_000 });

let cluster: Cluster;
let server: ServerProcess;
let origin: string;
let mentor: Visitor;
let mentee: Visitor;

beforeAll(async () => {
  cluster = await Cluster.open();
  const databaseUrl = await newDatabase(cluster.url('postgres'));
  const port = await freePort();
  origin = `http://localhost:${String(port)}`;
  server = await ServerProcess.start(port, { DATABASE_URL: databaseUrl, ORIGIN: origin });
  const code = server.setupCode ?? '';
  using admin = await Visitor.enter(origin, 'Sanna', '/api/setup', { code });
  const program = { name: 'First steps', purpose: '' };
  const { programId } = await admin.do('admin.create-program', program);
  const enter = async (name: string, role: 'mentor' | 'mentee') => {
    const token = randomBytes(32).toString('hex');
    await admin.do('admin.invite', { programId, role, token });
    return Visitor.enter(origin, name, '/api/join', { token });
  };
  mentor = await enter('Aino', 'mentor');
  mentee = await enter('Farid', 'mentee');
  await admin.do('admin.approve-mentor', { programId, personId: mentor.id });
});
afterAll(async () => {
  for (const visitor of [mentor, mentee]) visitor[Symbol.dispose]();
  await server[Symbol.asyncDispose]();
  await cluster[Symbol.asyncDispose]();
});

test('C2 B5: PostgreSQL goes away in the middle of commands and comes back: nothing is lost or doubled', async () => {
  const sent = Array.from({ length: 60 }, (_, n) => ({
    id: crypto.randomUUID(),
    text: `Number ${String(n)}`,
  }));
  const codes = new Map<string, string>();
  const send = async ({ id, text }: (typeof sent)[number]) => {
    const answer = await mentee.give('chat.send', { to: mentor.id, text }, id);
    codes.set(id, answer.ok ? 'ok' : answer.code);
  };
  const flood = sent.slice(0, 50).map((message) => send(message));
  await vi.waitFor(
    () => {
      expect(codes.size).toBeGreaterThan(5);
    },
    { timeout: 20_000, interval: 5 },
  );
  await cluster.stop();
  // The others may have been kept by then.
  flood.push(...sent.slice(50).map((message) => send(message)));
  await Promise.all(flood);
  expect(new Set(codes.values())).toEqual(new Set(['ok', 'unavailable']));

  expect(await server.health()).toMatchObject({ db: false });
  const me = await fetch(`${origin}/api/me`, { headers: { cookie: mentee.cookie } });
  expect(me.status).toBe(503);
  expect(mentee.signedOut).toBe(false);

  await cluster.start();
  await vi.waitFor(
    async () => {
      for (const message of sent) if (codes.get(message.id) !== 'ok') await send(message);
      expect(new Set(codes.values())).toEqual(new Set(['ok']));
    },
    { timeout: 30_000 },
  );
  await vi.waitFor(
    () => {
      const texts = mentor.events.flatMap((one) =>
        one.kind === 'message' && 'text' in one.message ? one.message.text : [],
      );
      expect(texts.toSorted()).toEqual(sent.map(({ text }) => text).toSorted());
    },
    { timeout: 20_000 },
  );
  expect(await server.health()).toMatchObject({ db: true });
  // The log comes by another way than answers.
  await vi.waitFor(() => {
    expect(server.said('The database does not answer')).toBe(1);
    expect(server.said('The database answers again')).toBe(1);
  }, 10_000);
  expect(server.log.filter(({ msg }) => msg.startsWith('Something failed'))).toEqual([]);
});
