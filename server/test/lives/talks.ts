import type { CommandWire } from '@confab/shared/protocol';
import { closes, live } from './sessions.ts';
import { nothing, refused, type Ruling, type Talk, type World } from './world.ts';

const nameOf = (one: string, other: string) => [one, other].toSorted().join(' ');

export const talkOf = (world: World, one: string, other: string): Talk | undefined =>
  world.talks.get(nameOf(one, other));

/** Adds an entry; the first opens the conversation. @returns its place in it */
export function add(
  world: World,
  [one, other]: readonly [string, string],
  entry: Talk['entries'][number],
): number {
  const talk = talkOf(world, one, other) ?? { entries: [], readUpTo: new Map<string, number>() };
  world.talks.set(nameOf(one, other), talk);
  const seq = talk.entries.push(entry);
  if (entry.text && entry.author) talk.readUpTo.set(entry.author, seq);
  return seq;
}

/** Has one sent the other a message of their own? @see G1 */
export const hasWritten = (world: World, one: string, other: string): boolean =>
  talkOf(world, one, other)?.entries.some((entry) => entry.text && entry.author === one) ?? false;

/** Entries after the reader's mark that are not their own. @see C4 */
export const unread = ({ entries, readUpTo }: Talk, reader: string): number =>
  entries.slice(readUpTo.get(reader) ?? 0).filter((entry) => entry.author !== reader).length;

/** What the two have to do with each other, for P3 and C1. */
function ties(world: World, writer: string, other: string) {
  const shared = [...world.programs.values()].flatMap(({ members }) => {
    const [own, theirs] = [members.get(writer), members.get(other)];
    const active = own?.status === 'active' && theirs?.status === 'active';
    return active ? [{ own, theirs }] : [];
  });
  const sessions = [...world.sessions.values()].filter(
    ({ mentorId, menteeId }) =>
      (mentorId === writer && menteeId === other) || (mentorId === other && menteeId === writer),
  );
  return {
    shared: shared.length > 0,
    asMentee: shared
      .filter(({ own, theirs }) => own.role === 'mentee' && theirs.role === 'mentor')
      .map(({ theirs }) => theirs.availability),
    talk: talkOf(world, writer, other) !== undefined,
    session: sessions.length > 0,
    live: sessions.some((one) => live(one) && (one.state === 'pending' || closes(one) > world.now)),
  };
}

/** May one write to the other now? @see C1 P3 */
export function mayWrite(world: World, writer: string, other: string): boolean {
  const { shared, asMentee, talk, session, live: upcoming } = ties(world, writer, other);
  if (!shared) return false;
  if (asMentee.length === 0) return talk;
  if (asMentee.includes('available')) return true;
  if (asMentee.includes('busy')) return talk || session;
  return upcoming;
}

export const acquainted = (world: World, one: string, other: string): boolean => {
  const { talk, session } = ties(world, one, other);
  return talk || session;
};

const isKnown = (world: World, id: string) =>
  [...world.talks.values()].some(({ entries }) => entries.some((entry) => entry.id === id));

export function send(
  world: World,
  actor: string,
  { to }: CommandWire<'chat.send'>,
  commandId: string,
): Ruling<{ id: string; seq: number }> {
  if (to === actor || isKnown(world, commandId)) return refused('not-found');
  if (!mayWrite(world, actor, to)) {
    const { talk, asMentee } = ties(world, actor, to);
    return refused(talk || asMentee.length > 0 ? 'conversation-closed' : 'not-found');
  }
  return {
    against: [],
    follows: ({ id, seq }) => {
      const placed = add(world, [actor, to], { id, author: actor, text: true });
      if (id !== commandId || seq !== placed) throw new Error(`seq ${String(seq)} for ${id}`);
    },
  };
}

export function read(
  world: World,
  actor: string,
  { with: other, upTo }: CommandWire<'chat.read'>,
): Ruling<null> {
  const talk = talkOf(world, actor, other);
  if (!talk) return refused('not-found');
  const before = talk.readUpTo.get(actor) ?? 0;
  const mark = Math.min(upTo, talk.entries.length);
  if (mark <= before) return { against: [], follows: nothing };
  return { against: [], follows: () => void talk.readUpTo.set(actor, mark) };
}
