import { expect, test, vi } from 'vitest';
import { protocolVersion, type FeedEvent, type QueryValue } from '@confab/shared/protocol';
import { company, type Company } from '../stage/company.ts';
import { followed, snapshotFor } from '../stage/snapshots.ts';
import { wire } from './wire.ts';

const textOf = (event: FeedEvent): string[] =>
  event.kind === 'message' && 'text' in event.message ? event.message.text.split(' ') : [];

const write = ({ stage, mentee, mentor }: Company, text: string) =>
  stage.do(mentee, 'chat.send', { to: mentor, text });

// One answer holds a hundred at most; where just that many are left, the last has none.
test.each([
  { missed: 100, answers: [100, 1] },
  { missed: 200, answers: [100, 100, 2] },
  { missed: 250, answers: [100, 100, 52] },
])(
  'C2: a window that missed $missed things learns of each once, in order, of what comes meanwhile, too',
  async ({ missed, answers }) => {
    const all = await company();
    await using stage = all.stage;
    await write(all, 'before');
    let held = await snapshotFor(stage, all.mentor);
    const numbers = Array.from({ length: missed + answers.length }, (_, n) => String(n));
    const [away, meanwhile] = [numbers.slice(0, missed), numbers.slice(missed)];
    for (const number of away) await write(all, number);

    await using net = await wire(stage);
    const window = net.window(all.mentor);
    const events: FeedEvent[] = [];
    window.on('feed', (pushed) => void events.push(...pushed));
    const asked: number[] = [];
    let more = true;
    while (more) {
      const after = events.at(-1)?.seq ?? held.seq;
      const input = { protocol: protocolVersion, after };
      const answer = await window.emitWithAck('query', 'live.resume', input);
      if (!answer.ok) throw new Error(answer.code);
      const value = answer.value as QueryValue<'live.resume'>;
      if (!('events' in value)) throw new Error('a snapshot instead of events');
      events.push(...value.events);
      asked.push(value.events.length);
      ({ more } = value);
      await write(all, meanwhile[asked.length - 1] ?? '');
      // A window that takes its time: whatever were pushed too early would be there by then.
      await window.emitWithAck('query', 'chat.history', { with: all.mentee, before: 9_999 });
    }
    expect(asked).toEqual(answers);

    await vi.waitFor(() => {
      expect(events.at(-1)?.seq).toBe(held.seq + numbers.length);
    }, 10_000);
    expect(events.map(({ seq }) => seq)).toEqual(numbers.map((_, at) => held.seq + 1 + at));
    expect(events.flatMap(textOf)).toEqual(numbers);
    for (const event of events) held = followed(held, event);
    expect(held).toEqual(await snapshotFor(stage, all.mentor));
    expect(stage.failures).toEqual([]);
  },
);
