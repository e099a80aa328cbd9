import { expect, test } from 'vitest';
import type { FeedEvent } from '@confab/shared/protocol';
import { Outbox } from '../../src/gateway/outbox.ts';

const eventAt = (seq: number) => ({ seq }) as FeedEvent;
const events = (...seqs: number[]) => seqs.map(eventAt);

/** Once everything has been answered that is being answered. */
const turned = () => new Promise((resolve) => setImmediate(resolve));

/** A way to a feed that goes as far as `last`, and what was pushed on it, read or offered. */
function wayTo(feed: { last: number }) {
  const pushed: number[][] = [];
  const reads: number[] = [];
  const waiting: (() => void)[] = [];
  let slow = false;
  const outbox = new Outbox(
    async (after) => {
      reads.push(after);
      if (slow) await new Promise<void>((resolve) => waiting.push(resolve));
      return events(...Array.from({ length: feed.last - after }, (_, n) => after + n + 1));
    },
    (found) => void pushed.push(found.map(({ seq }) => seq)),
    (error) => {
      throw error;
    },
  );
  return {
    outbox,
    pushed,
    reads,
    slowDown: () => (slow = true),
    goOn: () => {
      slow = false;
      for (const resolve of waiting.splice(0)) resolve();
    },
  };
}

/** The same, and its client knows all that there is. */
async function upToDate(last: number) {
  const feed = { last };
  const way = wayTo(feed);
  way.outbox.liveFrom(last);
  await turned();
  way.reads.length = 0;
  return { ...way, feed };
}

test('C3: what is offered next is pushed without being read, all of a turn together', async () => {
  const { outbox, pushed, reads } = await upToDate(5);
  outbox.offer(events(6));
  outbox.offer(events(7, 8));
  expect(pushed).toEqual([]);
  await turned();
  expect(pushed).toEqual([[6, 7, 8]]);
  outbox.offer(events(9));
  await turned();
  expect(pushed).toEqual([[6, 7, 8], [9]]);
  expect(reads).toEqual([]);
});

test('C3: what is taken along is not pushed, and what follows is', async () => {
  const { outbox, pushed } = await upToDate(5);
  outbox.offer(events(6));
  expect(outbox.take()).toEqual(events(6));
  expect(outbox.take()).toEqual([]);
  await turned();
  outbox.offer(events(7));
  await turned();
  expect(pushed).toEqual([[7]]);
});

test('C3: where something before it is missing, all is read', async () => {
  const { outbox, pushed, reads, feed } = await upToDate(5);
  feed.last = 7;
  outbox.offer(events(7));
  await turned();
  expect(reads).toEqual([5]);
  expect(pushed).toEqual([[6, 7]]);
  outbox.offer(events(6));
  await turned();
  expect(pushed).toEqual([[6, 7]]);
});

test('C3: what is ready goes before what is read after it', async () => {
  const { outbox, pushed, reads, feed } = await upToDate(5);
  outbox.offer(events(6));
  feed.last = 7;
  outbox.poke();
  await turned();
  expect(reads).toEqual([6]);
  expect(pushed).toEqual([[6], [7]]);
});

test('C3: what is offered while the feed is read comes by reading', async () => {
  const { outbox, pushed, feed, slowDown, goOn } = await upToDate(5);
  slowDown();
  feed.last = 6;
  outbox.poke();
  await turned();
  expect(outbox.live).toBe(false);
  feed.last = 7;
  outbox.offer(events(7));
  goOn();
  await turned();
  expect(pushed).toEqual([[6, 7]]);
  expect(outbox.live).toBe(true);
});

test('C3: nothing is pushed to whoever has to resume first, not even what was ready', async () => {
  const { outbox, pushed, reads, feed } = await upToDate(5);
  outbox.offer(events(6));
  outbox.hold();
  outbox.offer(events(7));
  outbox.poke();
  await turned();
  expect(pushed).toEqual([]);
  expect(reads).toEqual([]);
  expect(outbox.live).toBe(false);
  feed.last = 7;
  outbox.liveFrom(5);
  await turned();
  expect(pushed).toEqual([[6, 7]]);
});
