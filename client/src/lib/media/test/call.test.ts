import type { MediaSource } from '@confab/shared';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Call } from '../call.svelte.ts';
import type { DtlsEnd } from '../dtls-end.ts';
import { Chance } from './chance.ts';
import { fakeDevice, fakeTrack, type FakeBrowser } from './fake-device.ts';
import { FakeLine } from './fake-line.ts';
import { FakeNode, pair } from './fake-node.ts';

const browser: FakeBrowser = { pending: [], failures: 0 };
vi.mock('../device.ts', () => ({ loadDevice: async () => fakeDevice(browser) }));
vi.mock('../library.ts', () => ({ fetchLibrary: () => undefined }));
vi.mock('../capture.ts', () => ({
  capture: async (kind: string) => ({ ok: true, track: fakeTrack(kind) }),
}));
vi.mock('../remembered-devices.ts', () => ({ rememberedDevices: () => ({}) }));
vi.mock('../sound-level.svelte.ts', () => ({
  SoundLevel: class {
    follow() {}
    close() {}
  },
}));

beforeEach(() => {
  browser.pending.length = browser.failures = 0;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
});
afterEach(() => vi.useRealTimers());

/** Until nothing more happens by itself. */
const still = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function stage(seed: number, warm = false) {
  const chance = new Chance(seed);
  const node = new FakeNode();
  const lines: FakeLine[] = [];
  const ticket = { ok: true as const, value: { grant: 'grant', node: '' } };
  const rtpCapabilities = { codecs: [], headerExtensions: [] };
  const prepared = warm ? { rtpCapabilities, transports: pair('warm') as never } : null;
  if (warm) node.awaited = 'warm';
  const begun = { ...ticket, value: { ...ticket.value, prepared } };
  const end = warm ? ({ certificate: {}, dtls: {} } as DtlsEnd) : null;
  const call = new Call({
    first: Promise.resolve({ ticket: begun, end, line: null }),
    ticket: async () => ticket,
    open: () => {
      lines.push(new FakeLine(node));
      return lines.at(-1)!.socket;
    },
  });
  /** Lets one thing that is on its way happen; false: nothing is. */
  const step = async (alsoBrowser = true): Promise<boolean> => {
    const queues = lines.flatMap(({ wire }) => [wire.toNode, wire.toClient]);
    if (alsoBrowser) queues.push(browser.pending);
    const some = queues.filter((queue) => queue.length > 0);
    if (some.length === 0) return false;
    chance.of(some).shift()?.();
    await still();
    return true;
  };
  const settle = async (): Promise<void> => {
    for (let idle = 0; idle < 12;) {
      if (await step()) continue;
      idle += 1;
      await vi.advanceTimersByTimeAsync(2_000);
      await still();
    }
  };
  return { chance, node, lines, call, step, settle };
}

const kinds = ['microphone', 'camera'] as const satisfies MediaSource[];
const tracks = () => ({
  microphone: fakeTrack('microphone'),
  camera: fakeTrack('camera'),
  muted: false,
});

test('Join pressed before the node’s first word is said once, and all that is wished for is sent', async () => {
  const { node, lines, call, step, settle } = stage(1, true);
  await still();
  lines[0]?.wire.toNode.shift()?.();
  lines[0]?.wire.toClient.shift()?.(); // connected, and not welcomed
  await still();
  void call.join();
  await still();
  for (let steps = 0; steps < 4; steps++) await step();
  call.send(tracks());
  await settle();
  expect(node.joins).toBe(1);
  expect([...(node.seat?.sends.keys() ?? [])].toSorted()).toEqual(['camera', 'microphone']);
  void call.leave();
});

test('what the node refuses now and then is sent in the end', async () => {
  for (let refusals = 1; refusals <= 6; refusals++) {
    const { node, call, settle } = stage(refusals);
    void call.join();
    call.send(tracks());
    node.refusals = refusals;
    await settle();
    expect([...(node.seat?.sends.keys() ?? [])].toSorted()).toEqual(['camera', 'microphone']);
    expect(call.state.name).toBe('in');
    void call.leave();
  }
});

test('what is told after an answer that cannot be taken in yet is not undone by it', async () => {
  const { node, lines, call, step, settle } = stage(1);
  node.otherComes('ada');
  void call.join();
  call.send(tracks());
  await settle();
  node.rebuild(); // keeps the call busy until the browser has made its media
  while (await step(false));
  lines.at(-1)?.cut();
  await vi.advanceTimersByTimeAsync(1_000);
  while (await step(false));
  node.otherSends('ada', 'camera');
  node.otherComes('bo');
  while (await step(false));
  await settle();
  expect(call.others.map(({ personId }) => personId)).toEqual(['ada', 'bo']);
  expect(call.others[0]?.arriving('camera')?.consumerId).toBe(playedOf(node, 'ada')[0]);
  void call.leave();
});

test('however answers, news and losses interleave, the call ends in agreement with the node', async () => {
  for (let seed = 0; seed < 400; seed++) {
    const { chance, node, lines, call, step, settle } = stage(seed, seed % 2 === 0);
    const people = ['ada', 'bo'];
    const mischief = [
      () => node.otherComes(chance.of(people)),
      () => node.otherGoes(chance.of(people)),
      () => node.otherSends(chance.of(people), chance.of(kinds)),
      () => node.otherSends(chance.of(people), chance.of(kinds)),
      () => node.otherStops(chance.of(people), chance.of(kinds)),
      () => void call.me.toggleCamera(),
      () => void call.me.toggleMicrophone(),
      () => {
        lines.at(-1)?.cut();
        vi.advanceTimersByTime(1_000);
      },
      () => chance.once(6) && node.rebuild(),
      () => chance.once(6) && (node.refusals += 1),
      () => chance.once(6) && (browser.failures += 1),
      () => vi.advanceTimersByTime(1_000),
    ];
    const joinsAt = chance.below(8);
    const sendsAt = joinsAt + chance.below(12);
    for (let turn = 0; turn < 80; turn++) {
      if (turn === joinsAt) void call.join();
      if (turn === sendsAt) call.send(tracks());
      for (let steps = chance.below(4); steps > 0; steps--) await step();
      if (chance.once(3)) chance.of(mischief)();
      await still();
    }
    await settle();
    const wished = [call.me.cameraOn && 'camera', 'microphone'].filter(Boolean);
    expect([...(node.seat?.sends.keys() ?? [])].toSorted(), `sent, seed ${seed}`).toEqual(wished);
    const expected = [...node.others.keys()].map((id) => [id, playedOf(node, id)] as const);
    const plays = call.others.map((other) => {
      const ids = kinds.flatMap((source) => other.arriving(source)?.consumerId ?? []);
      return [other.personId, ids.toSorted()] as const;
    });
    expect(new Map(plays), `played, seed ${seed}`).toEqual(new Map(expected));
    expect(call.state.name, `seed ${seed}`).toBe('in');
    void call.leave();
    vi.clearAllTimers();
  }
});

const playedOf = (node: FakeNode, personId: string): string[] =>
  [...(node.seat?.plays.values() ?? [])]
    .flatMap((view) => (view.personId === personId ? [view.consumerId] : []))
    .toSorted();
