import type { ConsumerView } from '@confab/shared';
import type { types } from 'mediasoup-client';
import { expect, test } from 'vitest';
import { Receiving } from './receiving.ts';

const view = (consumerId: string, paused = false): ConsumerView => ({
  consumerId,
  producerId: `of ${consumerId}`,
  personId: 'ada',
  source: 'camera',
  rtpParameters: { codecs: [], headerExtensions: [], encodings: [] },
  paused,
});

function stage() {
  const changes: string[] = [];
  const ready: string[][] = [];
  const held: (() => void)[] = [];
  let hold = false;
  const transport = () =>
    ({
      consume: async ({ id }: { id: string }) => {
        if (hold) await new Promise<void>((resolve) => held.push(resolve));
        return { track: { id: `track ${id}` }, close: () => void changes.push(`close ${id}`) };
      },
    }) as unknown as types.Transport;
  const receiving = new Receiving({
    onChange: (personId, source, arriving) =>
      changes.push(
        `${personId} ${source} ${arriving ? `${arriving.track.id}${arriving.paused ? ' paused' : ''}` : 'ended'}`,
      ),
    onReady: (ids) => ready.push(ids),
    onFailed: () => changes.push('failed'),
  });
  receiving.over(transport());
  return {
    changes,
    ready,
    receiving,
    transport,
    release: () => held.splice(0).forEach((go) => go()),
    holdBack: () => (hold = true),
  };
}

test('what is listed plays, and is let flow once it can', async () => {
  const { changes, ready, receiving } = stage();
  await receiving.agree([view('a')]);
  expect(changes).toEqual(['ada camera track a']);
  expect(ready).toEqual([['a']]);
});

test('after coming back, what is not listed has ended, and what is known goes on', async () => {
  const { changes, receiving } = stage();
  await receiving.agree([view('a'), view('b')]);
  changes.length = 0;
  await receiving.agree([view('b', true), view('c')]);
  expect(changes).toEqual([
    'close a',
    'ada camera track b',
    'ada camera track b paused',
    'ada camera track c',
  ]);
});

test('an end that overtakes the beginning leaves nothing behind', async () => {
  const { changes, ready, receiving, release, holdBack } = stage();
  holdBack();
  const playing = receiving.playNew(view('a'));
  receiving.end('a');
  release();
  await playing;
  expect(changes).toEqual(['ada camera ended', 'close a']);
  expect(ready).toEqual([]);
});

test('the end of an old one leaves its successor playing, in whatever order they are told', async () => {
  const { changes, receiving } = stage();
  await receiving.agree([view('a')]);
  await receiving.playNew(view('b'));
  receiving.end('a');
  expect(changes.at(-1)).toBe('ada camera track b');
});

test('what cannot be played is told, so that it is healed; over a path that has gone it is not', async () => {
  const { changes, receiving, transport } = stage();
  const broken = (closed: boolean) =>
    ({ closed, consume: () => Promise.reject(new Error('no')) }) as unknown as types.Transport;
  receiving.over(broken(false));
  await receiving.playNew(view('a'));
  expect(changes).toEqual(['failed']);
  receiving.over(broken(true));
  await receiving.playNew(view('a'));
  expect(changes).toEqual(['failed']);
  receiving.over(transport());
  await receiving.playNew(view('a'));
  expect(changes).toEqual(['failed', 'ada camera track a']);
});

test('a new path ends all that played over the old one', async () => {
  const { changes, receiving, transport } = stage();
  await receiving.agree([view('a')]);
  changes.length = 0;
  receiving.over(transport());
  expect(changes).toEqual(['close a', 'ada camera ended']);
});
