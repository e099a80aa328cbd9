import { expect, test, vi } from 'vitest';
import { Confab, inSession, settleIn } from './confab.ts';

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
