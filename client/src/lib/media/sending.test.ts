import { expect, test } from 'vitest';
import type { MediaPath } from './media-path.ts';
import type { NodeLink } from './node-link.ts';
import { Sending } from './sending.ts';

const track = (id: string) => ({ id }) as MediaStreamTrack;

/** A path and a link that write down what is done with them. */
function stage() {
  const done: string[] = [];
  const failures: string[] = [];
  const link = {
    call: async (name: string, input: object) => {
      done.push([name, ...Object.values(input)].join(' '));
      return { ok: true, value: null };
    },
  } as unknown as NodeLink;
  const path = (name: string) =>
    ({
      alive: true,
      produce: async (source: string, first: MediaStreamTrack, paused: boolean) => {
        if (failures.shift()) throw new Error('unavailable');
        done.push(`produce ${source} ${first.id} over ${name}${paused ? ', paused' : ''}`);
        const producer = {
          track: first,
          pause: () => undefined,
          resume: () => undefined,
          close: () => void done.push(`end ${source}`),
          replaceTrack: async (next: { track: MediaStreamTrack }) => {
            producer.track = next.track;
            done.push(`replace ${source} by ${next.track.id}`);
          },
        };
        return producer;
      },
    }) as unknown as MediaPath;
  const sending = new Sending(link, () => done.push('failed'));
  return { done, failures, path, sending };
}

test('what is wished for before there is a path is sent over the first one', async () => {
  const { done, path, sending } = stage();
  await sending.wish('microphone', { track: track('m'), paused: true });
  expect(done).toEqual([]);
  await sending.over(path('one'), []);
  expect(done).toEqual(['produce microphone m over one, paused']);
});

test('a new path gets everything again, one that was kept only what the node lacks', async () => {
  const { done, path, sending } = stage();
  const one = path('one');
  await sending.over(one, []);
  await sending.wish('microphone', { track: track('m'), paused: false });
  await sending.wish('camera', { track: track('c'), paused: false });
  done.length = 0;
  sending.hold();
  await sending.over(one, ['microphone']);
  expect(done).toEqual(['pause microphone false', 'end camera', 'produce camera c over one']);
  done.length = 0;
  await sending.over(path('two'), []);
  expect(done).toEqual(['produce microphone m over two', 'produce camera c over two']);
});

test('another device replaces the track, muting is told once, switching off ends it', async () => {
  const { done, path, sending } = stage();
  const next = track('n');
  await sending.over(path('one'), []);
  await sending.wish('microphone', { track: track('m'), paused: false });
  await sending.wish('microphone', { track: next, paused: false });
  await sending.wish('microphone', { track: next, paused: true });
  await sending.wish('microphone', { track: next, paused: true });
  await sending.wish('microphone', null);
  expect(done).toEqual([
    'produce microphone m over one',
    'replace microphone by n',
    'pause microphone true',
    'end microphone',
    'stop microphone',
  ]);
});

test('a lost answer is healed: what the node may hold is ended, then sent again', async () => {
  const { done, failures, path, sending } = stage();
  await sending.over(path('one'), []);
  failures.push('lost');
  await sending.wish('camera', { track: track('c'), paused: false });
  expect(done).toEqual(['stop camera', 'produce camera c over one']);
});

test('an answer that is older than what was begun since ends nothing of it', async () => {
  const { done, path, sending } = stage();
  const one = path('one');
  await sending.over(one, []);
  sending.hold();
  const answered = sending.over(one, []);
  sending.hold();
  await answered;
  await sending.wish('camera', { track: track('c'), paused: false });
  expect(done).toEqual([]);
  await sending.over(one, []);
  expect(done).toEqual(['produce camera c over one']);
});

test('what was begun while the node was asked stays, though the answer does not know of it', async () => {
  const { done, path, sending } = stage();
  const one = path('one');
  await sending.over(one, []);
  const begun = sending.wish('camera', { track: track('c'), paused: false });
  await Promise.resolve();
  sending.hold();
  await begun;
  await sending.over(one, []);
  expect(done.filter((what) => !what.startsWith('pause'))).toEqual(['produce camera c over one']);
});

test('while the line is away nothing is told, and what was switched off then is off after it', async () => {
  const { done, path, sending } = stage();
  const one = path('one');
  await sending.over(one, []);
  await sending.wish('camera', { track: track('c'), paused: false });
  done.length = 0;
  sending.hold();
  await sending.wish('camera', null);
  expect(done).toEqual(['end camera']);
  await sending.over(one, ['camera']);
  expect(done).toEqual(['end camera', 'stop camera']);
});

test('what is refused again and again is told, so that it is healed', async () => {
  const { done, failures, path, sending } = stage();
  await sending.over(path('one'), []);
  failures.push('no', 'no');
  await sending.wish('camera', { track: track('c'), paused: false });
  expect(done).toEqual(['stop camera', 'failed']);
  await sending.over(path('two'), []);
  expect(done.at(-1)).toBe('produce camera c over two');
});

test('quick changes of mind end with the last one', async () => {
  const { done, path, sending } = stage();
  await sending.over(path('one'), []);
  const wishes = [track('a'), null, track('b'), null].map((one) =>
    sending.wish('screen', one && { track: one, paused: false }),
  );
  await Promise.all(wishes);
  expect(done.at(-1) ?? 'nothing').not.toMatch(/^produce/);
});
