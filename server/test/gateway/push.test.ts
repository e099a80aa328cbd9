import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { company } from '../stage/company.ts';
import { dialectOf } from '../../src/db/dialect.ts';
import { given, resumed, wire } from './wire.ts';

test('N1 C2: both people’s windows get each message, in order, the writer’s with its answer or before', async () => {
  const all = await company();
  await using stage = all.stage;
  await using net = await wire(stage);
  const mentor = await resumed(net.window(all.mentor));
  const menteeWindow = net.window(all.mentee);
  const mentee = await resumed(menteeWindow);

  const another = await resumed(net.window(all.mentee));

  const withAnswers: number[] = [];
  for (const text of ['one', 'two', 'three']) {
    const message = { to: all.mentor, text };
    const { answer, events } = await given(menteeWindow, 'chat.send', message, mentee.seqs);
    expect(answer.ok).toBe(true);
    withAnswers.push(...events.map(({ seq }) => seq));
  }

  const windows = [mentee, another, mentor];
  await vi.waitFor(() => {
    for (const { seqs } of windows) expect(seqs).toHaveLength(3);
  }, 10_000);
  for (const { seqs } of windows)
    expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 0) + index));
  // The embedded store shows what a command tells before it is answered.
  const embedded = dialectOf(stage.db) === 'sqlite';
  expect(withAnswers).toEqual(embedded ? mentee.seqs : []);
});

test('C3: what was written between two who talk at once reaches both in order', async () => {
  const all = await company();
  await using stage = all.stage;
  await using net = await wire(stage);
  const ends = [
    { window: net.window(all.mentee), to: all.mentor },
    { window: net.window(all.mentor), to: all.mentee },
  ];
  const feeds: Awaited<ReturnType<typeof resumed>>[] = [];
  for (const { window } of ends) feeds.push(await resumed(window));
  await given(net.window(all.mentee), 'chat.send', { to: all.mentor, text: 'Hello' });
  const writing = Array.from({ length: 30 }, (_, n) =>
    ends.map(async ({ window, to }, side) => {
      const message = { to, text: String(n) };
      const { answer } = await given(window, 'chat.send', message, feeds[side]?.seqs);
      expect(answer.ok).toBe(true);
    }),
  );
  await Promise.all(writing.flat());
  await vi.waitFor(() => {
    for (const { seqs } of feeds) expect(seqs).toHaveLength(61);
  }, 10_000);
  for (const { seqs } of feeds)
    expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 0) + index));
  expect(stage.failures).toEqual([]);
});

test('C2: a window that was away gets exactly what it missed', async () => {
  const all = await company();
  await using stage = all.stage;
  await using net = await wire(stage);
  const first = net.window(all.mentor);
  const before = await resumed(first);
  const seq = (before.answer as { value: { snapshot: { seq: number } } }).value.snapshot.seq;
  first.disconnect();
  for (const text of ['one', 'two'])
    await stage.do(all.mentee, 'chat.send', { to: all.mentor, text });

  const { answer } = await resumed(net.window(all.mentor), seq);
  expect(answer).toMatchObject({
    ok: true,
    value: { events: [{ seq: seq + 1 }, { seq: seq + 2 }], more: false },
  });
});

test('B5: the same command sent twice has one effect and one answer', async () => {
  const all = await company();
  await using stage = all.stage;
  await using net = await wire(stage);
  const window = net.window(all.mentee);
  const commandId = randomUUID();
  const say = (text: string) =>
    window.emitWithAck('command', 'chat.send', commandId, { to: all.mentor, text });

  const [one, two] = await Promise.all([say('Hello'), say('Hello')]);
  expect(two).toEqual(one);
  expect(await say('Something else')).toEqual({ ok: false, code: 'command-id-used' });
  const history = await stage.know(all.mentee, 'chat.history', { with: all.mentor, before: 99 });
  expect(history.messages).toHaveLength(1);
});

test('a revoked session is cut at once, its commands refused', async () => {
  const all = await company();
  await using stage = all.stage;
  await using net = await wire(stage);
  const window = net.window(all.mentee);
  const signedOut = new Promise<void>((resolve) => {
    window.on('signed-out', resolve);
  });
  const gone = new Promise<void>((resolve) => {
    window.on('disconnect', () => {
      resolve();
    });
  });
  await resumed(window);
  net.gateway.cut({ personId: all.mentee });
  await signedOut;
  await gone;
  expect(net.gateway.connections()).toBe(0);
});

test('a session that ends while its socket is on the way is cut', async () => {
  const all = await company();
  await using stage = all.stage;
  await using net = await wire(stage);
  net.endOnTheWay(all.mentee);
  const window = net.window(all.mentee);
  await new Promise<void>((resolve) => {
    window.on('signed-out', resolve);
  });
  await vi.waitFor(() => {
    expect(net.gateway.connections()).toBe(0);
  }, 10_000);
});

test('a changed directory is told to those who may see it, and to nobody else', async () => {
  const all = await company();
  await using stage = all.stage;
  await using net = await wire(stage);
  const told = new Map<string, number[]>();
  for (const who of ['mentee', 'admin', 'stranger'] as const) {
    const window = net.window(all[who]);
    const versions: number[] = [];
    told.set(who, versions);
    window.on('directory', (_, version) => void versions.push(version));
    await resumed(window);
  }
  await stage.do(all.mentor, 'person.update', { headline: 'Back from leave' });
  await vi.waitFor(() => {
    expect(told.get('mentee')).toHaveLength(1);
    expect(told.get('admin')).toHaveLength(1);
  }, 10_000);
  expect(told.get('stranger')).toEqual([]);
});
