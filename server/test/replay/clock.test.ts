import { expect, test, vi } from 'vitest';
import { protocolVersion, type FeedEvent } from '@confab/shared/protocol';
import { running } from '../media/node-process.ts';
import { apart, Confab, inSession, settleIn } from './confab.ts';
import { Guest } from './guest.ts';

vi.setConfig({ testTimeout: 120_000 });

const ports = { mediaPort: 14330 };
const patience = { timeout: 20_000 };

test('W1 P3: a clock that jumps a day ahead closes the room, and one that is set back lets people in again', async () => {
  await using confab = await Confab.open(ports);
  const house = await settleIn(confab);
  const { mentor, mentee } = house;
  const { roomId, bookingId } = await inSession(house, confab);
  const caller = await mentee.call(await mentee.grant(roomId));
  await caller.join();
  const toldTime = () => mentee.told.filter((name) => name === 'clock').length;
  const before = toldTime();

  confab.setClock(24 * 60);
  await vi.waitUntil(() => caller.told.includes('ended') && toldTime() > before, patience);
  expect(await mentee.ask('room.enter', { roomId })).toMatchObject({
    code: 'room-closed',
    phase: 'after',
  });

  confab.setClock(0);
  await vi.waitUntil(() => toldTime() > before + 1, patience);
  const again = await mentee.call(await mentee.grant(roomId));
  await again.join();
  const other = await mentor.call(await mentor.grant(roomId));
  await other.join();
  const view = await mentee.ask('booking.open', { bookingId });
  expect(view).toMatchObject({ ok: true, value: { booking: { state: 'accepted' } } });
});

/** Whether one may write to the other, as often as a window was told so. */
const writable = (events: readonly FeedEvent[]): boolean[] =>
  events.flatMap((one) => (one.kind === 'conversation' ? [one.conversation.writable] : []));

/** Two who may write to each other only until their session is over, and what the mentee's window is told. */
async function untilTheSession(confab: Confab) {
  const house = await settleIn(confab);
  await inSession(house, confab);
  const { mentor, mentee, programId } = house;
  const events: FeedEvent[] = [];
  mentee.window.on('feed', (more) => void events.push(...more));
  await mentor.do('membership.set-availability', { programId, availability: 'away' });
  // What is told is told in order, by the clock of that moment: it is not to be set on the way.
  await mentor.do('chat.send', { to: mentee.personId, text: 'Until later.' });
  await vi.waitUntil(() => JSON.stringify(events).includes('Until later.'), patience);
  const told = mentee.told.length;
  confab.setClock(24 * 60);
  // The clock is looked at every second: it is to have been seen ahead.
  const seen = () => mentee.told.slice(told).includes('clock');
  await vi.waitUntil(() => seen() && writable(events).at(-1) === false, patience);
  return { mentee, events };
}

test('P3: once a clock that was ahead is set back, open windows are told what is so again', async () => {
  await using confab = await Confab.open(ports);
  const { events } = await untilTheSession(confab);
  confab.setClock(0);
  await vi.waitUntil(() => writable(events).at(-1) === true, patience);
  confab.setClock(3 * 60);
  await vi.waitUntil(() => writable(events).at(-1) === false, patience);
  expect(writable(events).slice(-3)).toEqual([false, true, false]);
});

test('P3: Confab that was ended by a clock ahead starts by one set back: windows learn what is so again', async () => {
  await using confab = await Confab.open(ports);
  const { mentee, events } = await untilTheSession(confab);
  const after = events.at(-1)?.seq ?? 0;
  await confab.startAgain(0);
  const again = await Guest.open(confab, mentee.cookie);
  const answer = await again.ask('live.resume', { protocol: protocolVersion, after });
  again.leave();
  if (!answer.ok || !('events' in answer.value)) throw new Error(JSON.stringify(answer));
  expect(writable(answer.value.events)).toEqual([true]);
});

test('W1: a media node in another process is told at once that the clock was set', async () => {
  // What the node is told in its turn comes too late to be of any use here.
  const { setInterval: every } = globalThis;
  const often = (work: () => void, ms = 0) => every(work, ms > 1_000 ? 2 ** 30 : ms);
  vi.spyOn(globalThis, 'setInterval').mockImplementation(often as typeof every);
  const nodePort = 14_342;
  await using confab = await Confab.open({ mediaPort: 14_340, nodePort });
  await using _ = await running(confab.folder, apart(14_340), apart(nodePort));
  const house = await settleIn(confab);
  const { roomId } = await inSession(house, confab);
  const granted = () => house.mentee.grant(roomId).catch(() => null);
  const grant = await vi.waitUntil(granted, patience);
  const caller = await house.mentee.call(grant);
  await caller.join();
  confab.setClock(24 * 60);
  await vi.waitUntil(() => caller.told.includes('ended'), patience);
  expect(await house.mentee.ask('room.enter', { roomId })).toMatchObject({ code: 'room-closed' });
});
