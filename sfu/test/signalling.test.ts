import { randomUUID } from 'node:crypto';
import { mediaCalls } from '@confab/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dtls, picture, voice } from './rtp.ts';
import { Stage } from './stage.ts';
import { until } from './until.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open({ mediaPort: 12040 });
});
beforeEach(() => stage.openAnotherRoom());
afterAll(() => stage[Symbol.asyncDispose]());

const code = (answer: { ok: boolean; code?: string }) => (answer.ok ? 'ok' : answer.code);

describe('malformed calls are refused and the connection stays', () => {
  const rubbish: unknown[] = [
    undefined,
    null,
    7,
    'x',
    [],
    { extra: true },
    { transportId: '../..' },
  ];
  test.for(Object.keys(mediaCalls).filter((name) => !['prepare', 'leave', 'probe'].includes(name)))(
    '%s',
    async (name) => {
      const ada = await stage.person();
      await ada.join();
      for (const input of rubbish)
        expect(['malformed', 'out-of-order']).toContain(code(await ada.say(name, input)));
      expect(code(await ada.call('ready', { consumerIds: [] }))).toBe('ok');
    },
  );

  test('with far too many parts', async () => {
    const ada = await stage.person();
    await ada.join();
    const consumerIds = Array.from({ length: 1000 }, () => randomUUID());
    expect(code(await ada.say('ready', { consumerIds }))).toBe('malformed');
    const rtpParameters = { ...voice(), mid: 'm'.repeat(20_000) };
    const input = { source: 'microphone', rtpParameters, paused: false };
    expect(code(await ada.say('produce', input))).toBe('malformed');
    expect(ada.socket.connected).toBe(true);
  });

  test('with parameters that only the worker can judge', async () => {
    const ada = await stage.person();
    await ada.join();
    const rtpParameters = voice();
    const wrongKind = { source: 'camera', rtpParameters, paused: false };
    expect(code(await ada.say('produce', wrongKind))).toBe('not-playable');
    const unknown = { ...rtpParameters.codecs[0], mimeType: 'audio/unheard-of' };
    const noCodec = { source: 'microphone', paused: false };
    const parameters = { ...rtpParameters, codecs: [unknown] };
    expect(code(await ada.say('produce', { ...noCodec, rtpParameters: parameters }))).toBe(
      'not-playable',
    );
    expect(code(await ada.say('produce', { ...noCodec, rtpParameters }))).toBe('ok');
  });

  test('unknown ones, and names that every object has', async () => {
    const ada = await stage.person();
    for (const name of ['sudo', 'constructor', '__proto__', ''])
      expect(code(await ada.say(name, {}))).toBe('unknown-call');
  });

  test('without a way to answer are ignored', async () => {
    const ada = await stage.person();
    ada.socket.emit('call', 'leave', {}, undefined as never);
    expect(code(await ada.call('ready', { consumerIds: [] }))).toBe('out-of-order');
  });

  test('larger than any call may be end the connection, and the seat waits', async () => {
    const ada = await stage.person();
    const { seatId } = await ada.join();
    ada.socket.emit('call', 'ready', { consumerIds: ['x'.repeat(100_000)] }, () => undefined);
    await until(() => !ada.socket.connected);
    const again = await stage.person({ personId: ada.personId });
    expect((await again.join(seatId, 'kept')).transports).toBeNull();
  });
});

describe('order', () => {
  test('nothing about media before joining', async () => {
    const ada = await stage.person();
    const produced = { source: 'microphone', rtpParameters: voice(), paused: false } as const;
    expect(code(await ada.call('produce', produced))).toBe('out-of-order');
    expect(code(await ada.call('leave', {}))).toBe('out-of-order');
    expect(code(await ada.call('pause', { source: 'camera', paused: true }))).toBe('not-found');
    expect(code(await ada.call('probe', {}))).toBe('out-of-order');
  });

  test('the same source twice, a transport connected twice, preparing twice', async () => {
    const ada = await stage.person();
    expect(code(await ada.call('prepare', {}))).toBe('ok');
    expect(code(await ada.call('prepare', {}))).toBe('out-of-order');
    const { transports } = await ada.join();
    const connect = { transportId: transports?.send.id ?? '', dtlsParameters: dtls };
    expect(code(await ada.call('connect-transport', connect))).toBe('ok');
    expect(code(await ada.call('connect-transport', connect))).toBe('out-of-order');
    const produced = { source: 'camera', rtpParameters: picture(), paused: false } as const;
    expect(code(await ada.call('produce', produced))).toBe('ok');
    const second = { ...produced, rtpParameters: picture() };
    expect(code(await ada.call('produce', second))).toBe('out-of-order');
  });

  test('joining twice on one connection keeps the one seat', async () => {
    const ada = await stage.person();
    const [first, second] = await Promise.all([ada.join(), ada.join()]);
    expect(second.seatId).toBe(first.seatId);
    expect(second.transports?.send.id).not.toBe(first.transports?.send.id);
    expect(ada.socket.connected).toBe(true);
  });

  test("another person's transport and consumers are not found", async () => {
    const [ada, bo] = [await stage.person(), await stage.person()];
    const { transports } = await ada.join();
    await bo.join();
    const transportId = transports?.receive.id ?? '';
    expect(code(await bo.call('connect-transport', { transportId, dtlsParameters: dtls }))).toBe(
      'not-found',
    );
    expect(code(await bo.call('restart-ice', { transportId }))).toBe('not-found');
    expect(code(await ada.call('restart-ice', { transportId }))).toBe('ok');
  });

  test('too many calls are limited, later ones answered again', async () => {
    const ada = await stage.person();
    await ada.join();
    const answers = await Promise.all(
      Array.from({ length: 300 }, () => ada.call('ready', { consumerIds: [] })),
    );
    const codes = answers.map(code);
    expect(codes.filter((one) => one === 'ok').length).toBeGreaterThan(100);
    expect(codes.filter((one) => one === 'too-many').length).toBeGreaterThan(100);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(code(await ada.call('ready', { consumerIds: [] }))).toBe('ok');
  });

  test('one person keeps only a few connections to a room', async () => {
    const personId = randomUUID();
    for (let tab = 0; tab < 4; tab += 1) await stage.person({ personId });
    await expect(stage.person({ personId })).rejects.toThrow('too-many');
  });
});

describe('the network test', () => {
  test('admits to the echo only, without a room or attendance', async () => {
    const attendance = stage.attendance.length;
    const ada = await stage.person({ kind: 'probe' });
    expect(code(await ada.call('leave', {}))).toBe('out-of-order');
    const probe = await ada.call('probe', {});
    expect(probe.ok && probe.value.send.sctpParameters?.port).toBe(5000);
    const echo = await ada.call('echo', { stream: { streamId: 0, ordered: false } });
    expect(echo).toMatchObject({ ok: true });
    expect(code(await ada.call('echo', { stream: { streamId: 1 } }))).toBe('out-of-order');
    expect(stage.attendance.length).toBe(attendance);
    ada.hangUp();
    await until(() => stage.node.metrics().probes === 0);
  });

  test('is rare for one person', async () => {
    const personId = randomUUID();
    for (let time = 0; time < 5; time += 1)
      (await stage.person({ kind: 'probe', personId })).hangUp();
    await expect(stage.person({ kind: 'probe', personId })).rejects.toThrow('too-many');
  });

  test('ends after its time', async () => {
    const ada = await stage.person({ kind: 'probe' });
    await until(() => !ada.socket.connected, 40_000);
    expect(stage.node.metrics().probes).toBe(0);
  });
});
