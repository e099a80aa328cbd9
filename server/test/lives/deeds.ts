import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { defaultMailChoices, defaultPushChoices, ratings } from '@confab/shared';
import type { CommandName, CommandWire } from '@confab/shared/protocol';
import { device, deviceIdOf } from '../stage/device.ts';
import { rule, type Call } from './rulings.ts';
import type { Stride as AnyStride } from './strides.ts';
import { toMinute, typed, typedAsBefore } from './wall-time.ts';
import type { Session, World } from './world.ts';
import { nextChange } from './zones.ts';

/** What a stride chooses with, whatever it does. */
type Stride = Omit<AnyStride, 'deed'>;

const minute = 60_000;

const one = <Value>(values: readonly Value[], choice: number): Value | undefined =>
  values[choice % Math.max(1, values.length)];

/** What a person types: mostly some hours ahead, or where clocks change, or over another session. */
function start(world: World, { ahead, zone, flag, what, which }: Stride) {
  const { now } = world;
  const change = nextChange(zone, now);
  if (flag && what % 2 === 0 && change - now < 170 * 24 * 60 * minute) {
    const at = toMinute(change + ((ahead % 120) - 60) * minute);
    return { ...typedAsBefore(zone, change - 1, at), which };
  }
  const near = flag ? one(sessions(world), what) : undefined;
  const at = near ? near.terms.starts + ((ahead % 5) - 2) * 15 * minute : now + ahead * minute;
  return { ...typed(zone, toMinute(at)), which };
}

/** From nine until some hour, on every day; too short to be any where that is nine itself. */
function hoursOf(what: number) {
  const to = `${String(9 + (what % 12)).padStart(2, '0')}:00`;
  const week = Array.from({ length: 7 }, () => [{ from: '09:00', to }]);
  return { week, otherDays: [], longestDay: null, pause: what % 60 };
}

type Fields = { [Name in CommandName]: (world: World, stride: Stride) => CommandWire<Name>[] };

const people = (world: World) => [...world.people.keys()];
const programs = (world: World) => [...world.programs.keys()];
const sessions = (world: World): Session[] => [...world.sessions.values()];
const members = (world: World) =>
  programs(world).flatMap((programId) =>
    people(world).map((personId) => ({ programId, personId })),
  );
const ofSession = (world: World) => sessions(world).map(({ id: bookingId }) => ({ bookingId }));
const ofCalendar = (world: World) => [...world.calendars.keys()].map((sourceId) => ({ sourceId }));
const ofOffer = (world: World, { off }: Stride) =>
  sessions(world).map(({ id: bookingId, version, table }) => ({
    bookingId,
    version: (table?.version ?? version) + off,
  }));

/** Everything that a stride could mean for a command, as the world is. */
const fields: Fields = {
  'chat.send': (world) => people(world).map((to) => ({ to, text: 'A word' })),
  'chat.read': (world, { what }) => people(world).map((other) => ({ with: other, upTo: what % 9 })),
  'notice.read': (_, { what }) => [{ upTo: what % 9 }],
  'mail.choose': (_, { what }) => [
    { ...defaultMailChoices, changes: what % 2 === 0 ? 'off' : 'at-once' },
  ],
  'push.choose': (_, { flag }) => [{ ...defaultPushChoices, messages: flag }],
  'push.subscribe': (_, { aim }) => [
    aim === 'near' ? { ...device, endpoint: 'https://127.0.0.1/' } : device,
  ],
  'push.unsubscribe': () => [{ deviceId: deviceIdOf(device.endpoint) }],
  'calendar.renew': () => [{ token: randomBytes(32).toString('hex') }],
  'calendar.revoke': () => [{}],
  'admin.retry-mail': () => [{ letterId: randomUUID() }],
  'booking.request': (world, stride) =>
    programs(world).flatMap((programId) =>
      people(world).map((mentorId) => ({
        programId,
        mentorId,
        start: start(world, stride),
        minutes: stride.minutes,
        location: stride.place,
        note: null,
      })),
    ),
  'booking.accept': ofOffer,
  'booking.refuse': ofOffer,
  'booking.withdraw-proposal': ofOffer,
  'booking.decline': (world) => ofSession(world).map((input) => ({ ...input, reason: null })),
  'booking.cancel': (world) => ofSession(world).map((input) => ({ ...input, reason: 'Ill' })),
  'booking.propose': (world, stride) =>
    ofOffer(world, stride).map((input) => ({
      ...input,
      ...(stride.names.start && { start: start(world, stride) }),
      ...(stride.names.minutes && { minutes: stride.minutes }),
      ...(stride.names.place && { location: stride.place }),
    })),
  'booking.complete': (world, { minutes }) =>
    ofSession(world).map((input) => ({ ...input, minutes })),
  'booking.contest': (world) =>
    ofSession(world).map((input) => ({ ...input, reason: 'It was not so' })),
  'booking.settle': (world, { minutes, what, flag, off }) =>
    sessions(world).map(({ id: bookingId, revision }) => ({
      bookingId,
      revision: Math.max(0, revision + off),
      outcome: flag
        ? { kind: 'completed', minutes }
        : { kind: 'no-show', of: what % 2 === 0 ? 'mentor' : 'mentee' },
      reason: what % 5 === 0 ? null : 'As both have told me',
    })),
  'booking.withdraw': ofSession,
  'booking.no-show': ofSession,
  'booking.undo': ofSession,
  'booking.extend-room': ofSession,
  'review.write': (world, { what }) =>
    ofSession(world).map((input) => ({ ...input, rating: one(ratings, what) ?? 5, text: '' })),
  'review.take-back': ofSession,
  'note.keep': (world, { off }) =>
    sessions(world).flatMap(({ id: bookingId, notes }) =>
      Object.values(notes).map((kept) => ({
        bookingId,
        version: Math.max(0, kept + off),
        text: 'Ask about Kotka',
      })),
    ),
  'person.update': (_, { zone, aim }) => [
    { zone: aim === 'near' ? 'Europe/Nowhere' : zone, headline: zone },
  ],
  'hours.set': (_, { what }) => [{ hours: what % 3 === 0 ? null : hoursOf(what) }],
  'calendar-source.add-address': (_, { aim }) => [
    { name: 'Work', address: aim === 'near' ? 'ftp://a.example/' : 'webcal://a.example/b' },
  ],
  'calendar-source.add-file': (_, { aim, what }) => [
    { name: 'Holidays', busy: aim === 'near' ? [what] : [29_000_000 + what, 60], leftOut: 0 },
  ],
  'calendar-source.remove': ofCalendar,
  'calendar-source.refresh': ofCalendar,
  'membership.set-availability': (world, { what }) =>
    programs(world).map((programId) => ({
      programId,
      availability: one(['available', 'available', 'busy', 'away'] as const, what) ?? 'available',
    })),
  'invitation.accept': (world) => [...world.invitations.keys(), 'none'].map((token) => ({ token })),
  'program.change-settings': (world, { settings, aim, off }) =>
    [...world.programs].map(([programId, { settingsVersion }]) => ({
      programId,
      version: settingsVersion + off,
      settings: aim === 'near' ? { ...settings, clock: { ...settings.clock, hours: 0 } } : settings,
    })),
  'admin.create-program': () => [{ name: 'Another', purpose: '' }],
  'admin.invite': (world, { who, what }) =>
    programs(world).map((programId) => ({
      programId,
      role: one(['mentee', 'mentor', 'manager'] as const, what) ?? 'mentee',
      token: createHash('sha256')
        .update(String(who % 5))
        .digest('hex'),
    })),
  'admin.approve-mentor': members,
  'admin.suspend': members,
  'admin.reinstate': members,
};

/** What a stride becomes where its own command is open to nobody: lives are to get somewhere. */
const instead: CommandName[] = [
  'booking.extend-room',
  'booking.settle',
  'booking.undo',
  'booking.contest',
  'booking.complete',
  'review.write',
  'review.take-back',
  'booking.no-show',
  'booking.withdraw-proposal',
  'booking.propose',
  'booking.accept',
  'booking.request',
];

const isOpenIn = (world: World) => (call: Call) => rule(world, call).against.length === 0;

/** Everything of this kind that would be carried out now, whoever gave it. */
export const openCallsOf = (world: World, stride: Stride, name: CommandName): Call[] =>
  callsOf(world, stride, name).filter(isOpenIn(world));

/** The command that a stride means here: mostly one that is open to someone. */
export function callOf(world: World, stride: Stride, name: CommandName): Call | null {
  const all = callsOf(world, stride, name);
  const choice = stride.who * 31 + stride.what;
  const isOpen = isOpenIn(world);
  if (stride.aim === 'any') return one(all, choice) ?? null;
  if (stride.aim === 'near') return nearest(world, all, stride) ?? null;
  const open = all.filter(isOpen);
  if (open.length > 0) return one(open, choice) ?? null;
  const others = instead.map((other) => callsOf(world, stride, other).filter(isOpen));
  const possible = others.filter((calls) => calls.length > 0);
  return one(one(possible, stride.who) ?? all, choice) ?? null;
}

const strange = ['not-found', 'forbidden', 'self', 'not-a-mentee', 'not-a-mentor', 'not-your-part'];

/** One that is refused, but not because somebody has no part in it; each reason has its turn. */
function nearest(world: World, calls: Call[], { who, what }: Stride): Call | undefined {
  const byReason = Map.groupBy(calls, (call) => rule(world, call).against.join(' '));
  const reasons = [...byReason.keys()].filter(
    (reason) => reason !== '' && !strange.some((code) => reason.split(' ').includes(code)),
  );
  return one(byReason.get(one(reasons.toSorted(), who) ?? '') ?? [], what);
}

const callsOf = (world: World, stride: Stride, name: CommandName): Call[] => {
  const inputs = fields[name](world, stride) as Call['input'][];
  return people(world).flatMap((actor) =>
    inputs.map((input) => ({ actor, name, input, commandId: randomUUID() }) as Call),
  );
};

/** The instants of a session worth going to. */
function moments(world: World): number[] {
  return sessions(world).flatMap(({ id, terms, table, margins, extension, state, mark }) => {
    if (state !== 'pending' && state !== 'accepted' && state !== 'completed') return [];
    const { starts, ends } = terms;
    const closes = ends + (margins.after + extension) * minute;
    const due = table ? [table.respondBy, table.respondBy] : [];
    const times = [starts - margins.before * minute, starts, starts + 10 * minute, ends, closes];
    const reminders = world.reminders.get(id)?.values() ?? [];
    const week = mark ? [mark.at + 7 * 24 * 60 * minute] : [];
    return [...due, ...week, ...reminders, ...(state === 'pending' ? [] : times)];
  });
}

/** Where a jump leads: to an instant of a session, to the millisecond or one before; or a change of clocks. */
export function landing(world: World, { what, flag, zone }: Stride): number {
  const ahead = moments(world).filter((at) => at - 1 > world.now);
  const at = one(ahead, what);
  if (at !== undefined) return flag ? at - 1 : at;
  const change = nextChange(zone, world.now);
  return change - world.now < 3 * 86_400_000 ? Math.max(change, world.now) : world.now;
}
