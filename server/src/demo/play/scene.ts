import type { Location, LocalMoment, Rating, Side } from '@confab/shared';
import type { CommandName, CommandWire } from '@confab/shared/protocol';
import { castName, type CastName } from '../cast/cast.ts';
import type { ProgramName } from '../programs.ts';
import type { When } from './when.ts';

/** What passes between a mentee and a mentor, in order. */
export interface Scene {
  program: ProgramName;
  mentee: CastName;
  mentor: CastName;
  /** The zone that its days and hours are told in. */
  zone: string;
  steps: Step[];
}

/** One person's one command. */
export interface Step {
  when: When;
  by: CastName;
  command: (stage: Stage) => Given;
  /** The booking that the answer shows, as the scene calls it. */
  booking?: string;
  /** The booking in whose room these have been until now. */
  met?: { booking: string; sides: readonly Side[] };
}

/** A command by name, with its input. */
export type Given = {
  [Name in CommandName]: readonly [Name, CommandWire<Name>];
}[CommandName];

/** What a step knows of the world when its time comes. */
export interface Stage {
  programId: string;
  mentorId: string;
  /** The other of the two. */
  otherOf(name: CastName): string;
  /** A start as `name` writes it down. */
  startFor(name: CastName, when: When): LocalMoment;
  /** A booking of this scene with the version now on the table. */
  seen(booking: string): { bookingId: string; version: number };
  /** A booking of this scene as a manager sees it. */
  judged(booking: string): { bookingId: string; revision: number };
}

const both = ['mentor', 'mentee'] as const;

type Turn = readonly [by: CastName, when: When, booking: string];

const says = (by: CastName, when: When, text: string): Step => ({
  when,
  by,
  command: (stage) => ['chat.send', { to: stage.otherOf(by), text }],
});

/** Reads all there is. */
export const reads = (by: CastName, when: When): Step => ({
  when,
  by,
  command: (stage) => ['chat.read', { with: stage.otherOf(by), upTo: Number.MAX_SAFE_INTEGER }],
});

const spoken = /^(\S+) (\p{L}+): (.+)$/u;

/**
 * A script of one day, a line each: `16:10 Noor: …`. With `now` as the day, the time is in minutes
 * from now: `-40min Noor: …`. @throws Error on a line that nobody speaks
 */
export function talk(day: number | 'now', script: string): Step[] {
  return script
    .trim()
    .split('\n')
    .map((line) => {
      const [, time, speaker, text] = spoken.exec(line.trim()) ?? [];
      if (!time || !speaker || !text) throw new Error(`Nobody speaks: ${line}`);
      const when = day === 'now' ? time : `${day} ${time}`;
      return says(castName(speaker), when as When, text);
    });
}

export const asks = (
  [by, when, booking]: Turn,
  request: { start: When; minutes: number; location?: Location; note: string | null },
): Step => ({
  when,
  by,
  booking,
  command: (stage) => [
    'booking.request',
    {
      programId: stage.programId,
      mentorId: stage.mentorId,
      start: stage.startFor(by, request.start),
      minutes: request.minutes,
      location: request.location ?? { kind: 'online' },
      note: request.note,
    },
  ],
});

export const proposes = ([by, when, booking]: Turn, start: When): Step => ({
  when,
  by,
  booking,
  command: (stage) => [
    'booking.propose',
    { ...stage.seen(booking), start: stage.startFor(by, start) },
  ],
});

export const accepts = (...[by, when, booking]: Turn): Step => ({
  when,
  by,
  booking,
  command: (stage) => ['booking.accept', stage.seen(booking)],
});

export const refuses = (...[by, when, booking]: Turn): Step => ({
  when,
  by,
  booking,
  command: (stage) => ['booking.refuse', stage.seen(booking)],
});

export const declines = ([by, when, booking]: Turn, reason: string): Step => ({
  when,
  by,
  booking,
  command: (stage) => ['booking.decline', { bookingId: stage.seen(booking).bookingId, reason }],
});

export const withdraws = (...[by, when, booking]: Turn): Step => ({
  when,
  by,
  booking,
  command: (stage) => ['booking.withdraw', { bookingId: stage.seen(booking).bookingId }],
});

export const cancels = ([by, when, booking]: Turn, reason: string): Step => ({
  when,
  by,
  booking,
  command: (stage) => ['booking.cancel', { bookingId: stage.seen(booking).bookingId, reason }],
});

export const completes = ([by, when, booking]: Turn, minutes: number): Step => ({
  when,
  by,
  booking,
  met: { booking, sides: both },
  command: (stage) => ['booking.complete', { bookingId: stage.seen(booking).bookingId, minutes }],
});

/** How it was, afterwards. */
export const reviews = ([by, when, booking]: Turn, rating: Rating, text: string): Step => ({
  when,
  by,
  command: (stage) => ['review.write', { bookingId: stage.seen(booking).bookingId, rating, text }],
});

/** What only they themselves will read. */
export const notes = ([by, when, booking]: Turn, text: string): Step => ({
  when,
  by,
  command: (stage) => ['note.keep', { bookingId: stage.seen(booking).bookingId, version: 0, text }],
});

/** The other one of these two did not come. */
export const misses = ([by, when, booking]: Turn, side: Side): Step => ({
  when,
  by,
  booking,
  met: { booking, sides: [side] },
  command: (stage) => ['booking.no-show', { bookingId: stage.seen(booking).bookingId }],
});

/** They have met; nobody says how long it took. */
export const meets = ([by, when, booking]: Turn): Step => ({
  ...reads(by, when),
  met: { booking, sides: both },
});

export const contests = ([by, when, booking]: Turn, reason: string): Step => ({
  when,
  by,
  booking,
  command: (stage) => ['booking.contest', { bookingId: stage.seen(booking).bookingId, reason }],
});

/** A manager says how long it took. */
export const settles = ([by, when, booking]: Turn, minutes: number, reason: string): Step => ({
  when,
  by,
  command: (stage) => {
    const outcome = { kind: 'completed', minutes } as const;
    return ['booking.settle', { ...stage.judged(booking), outcome, reason }];
  },
});
