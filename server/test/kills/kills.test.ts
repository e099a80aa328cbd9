import { setTimeout as rest } from 'node:timers/promises';
import { expect, inject, test, vi } from 'vitest';
import type { MessageView } from '@confab/shared/protocol';
import type { Visitor } from '../neighbours/visitor.ts';
import { lendDatabase } from '../postgres/fresh-database.ts';
import { house } from '../trouble/house.ts';
import { fewest, Rounds } from './round.ts';

/** `CONFAB_KILLS=100` kills more often. */
const asked = process.env['CONFAB_KILLS'];
const kills = Number(asked ?? 2);
const senders = 10;

vi.setConfig({ testTimeout: 60_000 + 60_000 * kills });

/** The whole conversation as the server tells this person, oldest first. */
async function history(person: Visitor, other: string): Promise<MessageView[]> {
  const all: MessageView[] = [];
  for (;;) {
    const before = all[0]?.seq ?? 1_000_000;
    const answer = await person.ask('chat.history', { with: other, before });
    // After many kills there is more to read than one may ask for at once.
    if (!answer.ok && answer.code === 'too-many') {
      await rest(answer.retryAfterMs);
      continue;
    }
    // Nothing of theirs has been kept yet.
    if (!answer.ok && answer.code === 'not-found') return all;
    if (!answer.ok) throw new Error(answer.code);
    all.unshift(...answer.value.messages);
    if (!answer.value.more) return all;
  }
}

const texts = (messages: readonly MessageView[]): string[] =>
  messages.flatMap((one) => (one.kind === 'text' ? [one.text] : []));

test('C2 C3: the server is killed again and again with many commands in flight: nothing is lost, doubled or reordered', async () => {
  const postgres = inject('postgres');
  const lent = postgres && (await lendDatabase(postgres.maintenance));
  await using all = await house(lent ? { DATABASE_URL: lent.url } : {});
  const { server, mentor } = all;
  const people: Visitor[] = [];
  for (let n = 0; n < senders; n++) people.push(await all.enter(`Mentee${String(n)}`, 'mentee'));
  const rounds = new Rounds(people, mentor.id);
  for (let kill = 0; kill < kills; kill++) {
    await rounds.through(server);
    await server.resume();
    await rounds.look(async (person) => new Set(texts(await history(person, mentor.id))));
    await rounds.again();
  }

  let delivered = 0;
  let doubled = 0;
  for (const person of people) {
    const theirs = await history(person, mentor.id);
    const mentors = await history(mentor, person.id);
    expect(mentors).toEqual(theirs);
    const found = texts(theirs);
    delivered += new Set(found).size;
    doubled += found.length - new Set(found).size;
    expect(found.toSorted()).toEqual(rounds.texts(person).toSorted());
  }
  // The window that was open all the time was told of each, once.
  await vi.waitFor(() => {
    const told = mentor.events.flatMap((one) =>
      one.kind === 'message' && one.message.kind === 'text' ? [one.message.id] : [],
    );
    expect(told.length).toBe(rounds.total);
    expect(new Set(told).size).toBe(rounds.total);
  }, 20_000);
  const { unacknowledged, keptUntold } = rounds;
  expect(Math.min(...unacknowledged)).toBeGreaterThanOrEqual(fewest);
  expect({ delivered, doubled }).toEqual({ delivered: rounds.total, doubled: 0 });
  const sorted = unacknowledged.toSorted((one, other) => one - other);
  console.log(
    `${String(kills)} kills; in flight at each: ${unacknowledged.join(' ')}\n` +
      `of those kept, though nobody was told: ${keptUntold.join(' ')}\n` +
      `least ${String(sorted[0])}, median ${String(sorted[sorted.length >> 1])}, most ${String(sorted.at(-1))}; ` +
      `${String(rounds.total)} sent, ${String(delivered)} delivered, ${String(doubled)} doubled`,
  );
});
