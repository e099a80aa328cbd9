import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { controlPath, controlProtocol, toText } from '@confab/shared';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import { expect, test, vi } from 'vitest';
import { after, Apart, Lines, now } from './apart.ts';
import { call } from './caller.ts';
import { Relay } from './relay.ts';

const patience = { timeout: 15_000 };

test('orders reach a node in another process, and attendance comes back', async () => {
  await using apart = await Apart.open();
  const { url } = await apart.node(14_100);
  const { line, attendance, rooms, connected } = apart.line(url);
  await vi.waitUntil(connected, patience);
  const [roomId, personId] = [randomUUID(), randomUUID()];
  expect(await line.open({ roomId, epoch: 1, closesAt: after(3_600_000) })).toBe('done');
  expect(rooms()).toEqual([roomId]);
  const ada = await call(url, await apart.grant(roomId, personId));
  await ada.join();
  expect(await line.close({ roomId, epoch: 1, reason: 'cancelled' })).toBe('done');
  await vi.waitUntil(() => attendance.length === 2, patience);
  expect(attendance.map((event) => [event.kind, event.personId])).toEqual([
    ['joined', personId],
    ['left', personId],
  ]);
  await vi.waitUntil(() => ada.told.includes('ended'), patience);
  expect(rooms()).toEqual([]);
});

test('a node in another process makes ready for whoever is about to come', async () => {
  await using apart = await Apart.open();
  const { url } = await apart.node(14_132);
  const { line, connected } = apart.line(url);
  const [roomId, personId, grantId] = [randomUUID(), randomUUID(), randomUUID()];
  const fingerprints = [{ algorithm: 'sha-256' as const, value: Array(32).fill('AB').join(':') }];
  const dtlsParameters = { role: 'client' as const, fingerprints };
  const order = { roomId, epoch: 1, grantId, personId, dtlsParameters };
  expect(await line.prepare(order)).toBeNull();
  await vi.waitUntil(connected, patience);
  expect(await line.prepare(order)).toBeNull();
  await line.open({ roomId, epoch: 1, closesAt: after(3_600_000) });
  const prepared = await line.prepare(order);
  expect(prepared?.transports.receive.iceCandidates.map(({ protocol }) => protocol)).toEqual([
    'udp',
    'tcp',
  ]);
});

test('an order with a lower epoch than the node knows is refused', async () => {
  await using apart = await Apart.open();
  const { url } = await apart.node(14_101);
  const { line, rooms, connected } = apart.line(url);
  await vi.waitUntil(connected, patience);
  const roomId = randomUUID();
  const closesAt = after(3_600_000);
  expect(await line.open({ roomId, epoch: 7, closesAt })).toBe('done');
  expect(await line.close({ roomId, epoch: 6, reason: 'moved' })).toBe('outdated');
  expect(await line.extend({ roomId, epoch: 6, closesAt })).toBe('outdated');
  const seat = { roomId, epoch: 6, personId: randomUUID(), session: null };
  expect(await line.evict(seat)).toBe('outdated');
  expect(await line.release({ roomId, epoch: 6 })).toBe('outdated');
  expect(rooms()).toEqual([roomId]);
  expect(await line.close({ roomId, epoch: 7, reason: 'moved' })).toBe('done');
  expect(await line.open({ roomId, epoch: 7, closesAt })).toBe('outdated');
  expect(rooms()).toEqual([]);
});

test('W1: the node closes at the time it was given, the server being gone', async () => {
  await using apart = await Apart.open();
  const { url } = await apart.node(14_102);
  const { line, connected } = apart.line(url);
  await vi.waitUntil(connected, patience);
  const roomId = randomUUID();
  await line.open({ roomId, epoch: 1, closesAt: after(3_600_000) });
  const ada = await call(url, await apart.grant(roomId));
  await ada.join();
  expect(await line.extend({ roomId, epoch: 1, closesAt: after(500) })).toBe('done');
  line[Symbol.dispose]();
  await vi.waitUntil(() => ada.told.includes('ended'), patience);
  await expect(call(url, await apart.grant(roomId))).rejects.toThrow('room-closed');
});

test('rooms close by the server’s clock, and grants are judged by it', async () => {
  await using apart = await Apart.open();
  const { url } = await apart.node(14_103, { clock: () => now().subtract({ hours: 5 }) });
  const { line, statuses, connected } = apart.line(url);
  await vi.waitUntil(connected, patience);
  const roomId = randomUUID();
  await line.open({ roomId, epoch: 1, closesAt: after(3_600_000) });
  const ada = await call(url, await apart.grant(roomId));
  await ada.join();
  const apartBy = Math.abs((statuses.at(-1)?.at.epochMilliseconds ?? 0) - Date.now());
  expect(apartBy).toBeLessThan(60_000);
});

test('a node with another key takes no order; both sides say so, with the mend', async () => {
  await using apart = await Apart.open();
  const { url, log: atNode } = await apart.node(14_104, { control: 'x'.repeat(43) });
  const { line, log, statuses } = apart.line(url);
  await vi.waitUntil(
    () => line.trouble === 'wrong-key' && atNode.count('media-keys') > 0,
    patience,
  );
  expect(log.count('media-keys.json')).toBe(1);
  const outcome = await line.open({ roomId: randomUUID(), epoch: 1, closesAt: after(1000) });
  expect(outcome).toBe('unreachable');
  expect(statuses).toEqual([]);
});

test('nobody without the key gets a word or an order through', async () => {
  await using apart = await Apart.open();
  const { station, port } = await apart.node(14_105);
  const socket = io(`http://127.0.0.1:${String(port)}`, {
    path: controlPath,
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    auth: { protocol: controlProtocol, nonce: 'n'.repeat(48) },
  });
  const told: string[] = [];
  let proof = '';
  socket.onAny((name: string, _nonce: unknown, own: string, answer: (text: string) => void) => {
    told.push(name);
    if (name !== 'challenge') return;
    const room = { roomId: randomUUID(), epoch: 1, closesAt: toText(after(60_000)) };
    socket.emit('order', 'open', room, () => told.push('answered'));
    // The node's own proof, sent back as ours.
    proof = own;
    answer(own);
  });
  await vi.waitUntil(() => told.includes('wrong-key') && socket.disconnected, patience);
  expect(proof).toHaveLength(64);
  expect(told).toEqual(['challenge', 'wrong-key']);
  expect(station.node.status().rooms).toEqual([]);
});

test('a page has no business on the control channel', async () => {
  await using apart = await Apart.open();
  const { port } = await apart.node(14_106);
  const socket = io(`http://127.0.0.1:${String(port)}`, {
    path: controlPath,
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { origin: 'https://mentors.example.org' },
  });
  await new Promise((resolve) => socket.once('connect_error', resolve));
  expect(socket.connected).toBe(false);
});

test('only the server’s own pages may connect, once the server has said which', async () => {
  await using apart = await Apart.open();
  const { url } = await apart.node(14_107);
  const roomId = randomUUID();
  await expect(call(url, await apart.grant(roomId))).rejects.toThrow('websocket error');
  const { line, connected } = apart.line(url);
  await vi.waitUntil(connected, patience);
  await line.open({ roomId, epoch: 1, closesAt: after(3_600_000) });
  const elsewhere = { origin: 'https://elsewhere.example.org' };
  await expect(call(url, await apart.grant(roomId), elsewhere)).rejects.toThrow('websocket error');
  await expect(call(url, await apart.grant(roomId), {})).rejects.toThrow('websocket error');
  await (await call(url, await apart.grant(roomId))).join();
});

test('two versions that would misunderstand each other part at once, each with a clear line', async () => {
  await using apart = await Apart.open();
  const { port, log: atNode } = await apart.node(14_108);
  const older = io(`http://127.0.0.1:${String(port)}`, {
    path: controlPath,
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    auth: { protocol: controlProtocol + 1, nonce: 'n'.repeat(48) },
  });
  const error = await new Promise<Error & { data?: unknown }>((resolve) =>
    older.once('connect_error', resolve),
  );
  expect(error.data).toEqual({ code: 'other-protocol', speaks: controlProtocol });
  expect(atNode.count('same version')).toBe(1);

  const http = createServer();
  const other = new Server(http, { path: controlPath, transports: ['websocket'] });
  const refusal = Object.assign(new Error(''), { data: { code: 'other-protocol', speaks: 99 } });
  other.use((_, next) => {
    next(refusal);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const log = new Lines();
  const at = (http.address() as AddressInfo).port;
  const { line } = apart.line(`http://127.0.0.1:${String(at)}`, { log });
  await vi.waitUntil(() => line.trouble === 'other-version', patience);
  expect(log.count('same version')).toBe(1);
  await other.close();
});

test('W5: what happened while the server was gone is told once, when it is back', async () => {
  await using apart = await Apart.open();
  const { url } = await apart.node(14_109);
  const first = apart.line(url);
  await vi.waitUntil(first.connected, patience);
  const roomId = randomUUID();
  await first.line.open({ roomId, epoch: 1, closesAt: after(3_600_000) });
  const ada = await call(url, await apart.grant(roomId));
  await ada.join();
  await vi.waitUntil(() => first.attendance.length === 1, patience);
  first.line[Symbol.dispose]();
  await ada.leave();

  const second = apart.line(url);
  await vi.waitUntil(() => second.statuses.at(-1)?.attendanceWaiting === 0, patience);
  const told = [...first.attendance, ...second.attendance];
  expect(told.map(({ kind }) => kind)).toEqual(['joined', 'left']);
  expect(new Set(told.map(({ id }) => id)).size).toBe(2);
});

test('W5: nobody loses their seat while the server is away, for it has to let them back in', async () => {
  await using apart = await Apart.open();
  const { url, station, log } = await apart.node(14_119, { seatGraceMs: 300 });
  const first = apart.line(url);
  await vi.waitUntil(first.connected, patience);
  const roomId = randomUUID();
  await first.line.open({ roomId, epoch: 1, closesAt: after(3_600_000) });
  const ada = await call(url, await apart.grant(roomId));
  await ada.join();
  const seats = () => station.node.metrics().seats;
  first.line[Symbol.dispose]();
  await vi.waitUntil(() => log.count('the server is gone') === 1, patience);
  ada.socket.disconnect();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(seats()).toBe(1);

  const second = apart.line(url);
  await vi.waitUntil(second.connected, patience);
  await vi.waitUntil(() => seats() === 0, patience);
});

test('a closing that the node could not hear is told when it is back; people elsewhere stay', async () => {
  await using apart = await Apart.open();
  const { url, port } = await apart.node(14_110);
  using relay = await Relay.to(port);
  const { line, statuses, connected } = apart.line(relay.url);
  await vi.waitUntil(connected, patience);
  const [closed, open] = [randomUUID(), randomUUID()];
  for (const roomId of [closed, open])
    await line.open({ roomId, epoch: 1, closesAt: after(3_600_000) });
  const leaving = await call(url, await apart.grant(closed));
  const staying = await call(url, await apart.grant(open));
  for (const one of [leaving, staying]) await one.join();

  relay.cut();
  await vi.waitUntil(() => statuses.includes(null), patience);
  expect(await line.close({ roomId: closed, epoch: 1, reason: 'cancelled' })).toBe('unreachable');
  await vi.waitUntil(() => statuses.at(-1)?.rooms.length === 1, patience);
  await vi.waitUntil(() => leaving.told.includes('ended'), patience);
  expect(staying.socket.connected).toBe(true);
  expect(staying.told).not.toContain('ended');
});

test('a draining node takes no new rooms, lets go of empty ones, and ends after the last', async () => {
  await using apart = await Apart.open();
  const { url, station } = await apart.node(14_111);
  const { line, statuses, rooms, connected } = apart.line(url);
  await vi.waitUntil(connected, patience);
  const [used, empty] = [randomUUID(), randomUUID()];
  for (const roomId of [used, empty])
    await line.open({ roomId, epoch: 1, closesAt: after(3_600_000) });
  const ada = await call(url, await apart.grant(used));
  await ada.join();

  expect(await line.drain()).toBe('done');
  expect(statuses.at(-1)?.draining).toBe(true);
  expect(rooms()).toEqual([used]);
  const order = { epoch: 1, closesAt: after(3_600_000) };
  expect(await line.open({ roomId: empty, ...order })).toBe('draining');
  expect(await line.open({ roomId: used, ...order })).toBe('done');
  expect(station.node.drained).toBe(false);
  await ada.leave();
  await station.drain();
  await vi.waitUntil(() => rooms()?.length === 0, patience);
});

test('W5: of two lines of a server, one of which broke without a word, the later one is asked', async () => {
  await using apart = await Apart.open();
  const { url, port } = await apart.node(14_133, { seatingPatienceMs: 120_000 });
  using relay = await Relay.to(port);
  const first = apart.line(relay.url);
  await vi.waitUntil(first.connected, patience);
  const roomId = randomUUID();
  await first.line.open({ roomId, epoch: 1, closesAt: after(3_600_000) });
  relay.hold();
  const { line, connected } = apart.line(url);
  line.onSeating(() => Promise.resolve('elsewhere'));
  await vi.waitUntil(connected, patience);
  const ada = await call(url, await apart.grant(roomId));
  await expect(ada.join()).rejects.toThrow('seated-elsewhere');
});
