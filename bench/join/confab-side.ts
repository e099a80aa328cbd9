import type { Browser } from 'playwright-core';
import type { Visit } from './browser.ts';
import { openHouse } from './confab-house.ts';
import { openAndJoin } from './open-and-join.ts';
import type { Side } from './side.ts';

/**
 * Milliseconds on the device page: time for the devices and the trial of the connection. Its verdict
 * is no sign to wait for, since the node lets nobody try theirs as often as a benchmark would.
 */
const onDevicePage = 4000;

/** Confab's own page, server and node; the mentor is in the room. */
export async function confabSide(browser: Browser): Promise<Side> {
  await using opening = new AsyncDisposableStack();
  const house = opening.use(await openHouse(browser));
  const { all, room } = house;
  const other = opening.use(await house.enter(all.mentor));
  await other.page.evaluate(openAndJoin, room);
  await other.page.getByRole('button', { name: 'Leave' }).waitFor();

  const owned = opening.move();
  return {
    name: 'Confab',
    cold: async () => {
      await using one = await house.enter(all.mentee);
      return await seen(one, await one.page.evaluate(openAndJoin, room));
    },
    warm: async () => {
      await using one = await house.enter(all.mentee, room);
      await one.page.waitForTimeout(onDevicePage);
      return await seen(one, await one.page.evaluate(openAndJoin, null));
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** Milliseconds from then to the other's first picture. */
const seen = ({ page }: Visit, began: number): Promise<number> =>
  page.evaluate(async (from) => (await window.firstFrame) - from, began);
