import { defaultSettings } from '@confab/shared';
import type { Role } from '@confab/shared/protocol';
import { revisionOf } from '../stage/cases.ts';
import { device } from '../stage/device.ts';
import { Stage } from '../stage/stage.ts';
import { copiesOf } from './copies.ts';

/** A text that only some may ever be shown. */
export interface Secret {
  text: string;
  /** Those it belongs to; everybody else by what they have to do with the person or program. */
  of: string[];
  kind:
    | 'pair'
    | 'session'
    | 'case'
    | 'own'
    | 'review'
    | 'comment'
    | 'nobody'
    | 'mail'
    | 'name'
    | 'profile'
    | 'purpose';
}

/** Two programs of people who have to do with each other, or not, and what nobody else may learn. */
export interface Neighbourhood {
  now: string;
  people: string[];
  admin: string;
  /** Everybody by name. */
  who: Record<Who, string>;
  /** Those with most to do. */
  busiest: string[];
  programs: string[];
  bookings: string[];
  /** Every session by what became of it. */
  session: Record<SessionName, Session>;
  rooms: string[];
  messages: string[];
  reviews: string[];
  /** Letters that were given up. */
  letters: string[];
  /** Calendars that mentors have named. */
  calendars: string[];
  /** A command given before, by whom. */
  given: { actor: string; commandId: string };
  tokens: string[];
  secrets: Secret[];
  /** Opens a copy of it, to be spoilt. */
  visit(): Promise<Stage>;
  [Symbol.dispose](): void;
}

interface Session {
  bookingId: string;
  programId: string;
  mentee: string;
  mentor: string;
  /** None, where it is not by online video. */
  roomId: string;
  /** How often it has changed. */
  revision: number;
}

const begins = '2026-03-02T09:00:00Z';

/** Who is what in the first program and in the second. */
const cast = {
  sanna: [null, null],
  aino: ['mentor', 'mentee'],
  farid: ['mentee', null],
  lea: ['mentee', null],
  kofi: ['mentor', null],
  maria: ['manager', null],
  sulo: ['mentee', null],
  otto: [null, 'mentor'],
  noor: [null, 'mentee'],
  ben: [null, null],
  ida: ['mentee', null],
  juho: ['mentor', null],
} satisfies Record<string, [Role | null, Role | null]>;
type Who = keyof typeof cast;

/** Each session: what becomes of it, whose, in which program, when, and how they meet. */
const sessions = {
  contested: ['farid', 'aino', 0, '11:10', 'online'],
  declined: ['farid', 'aino', 0, '18:00', 'online'],
  begun: ['lea', 'kofi', 0, '11:10', 'online'],
  asked: ['lea', 'aino', 0, '15:00', 'in-person'],
  askedToo: ['ida', 'juho', 0, '16:00', 'online'],
  begunElsewhere: ['noor', 'otto', 1, '11:10', 'online'],
  proposed: ['noor', 'otto', 1, '17:00', 'in-person'],
  accepted: ['aino', 'otto', 1, '19:00', 'online'],
  completed: ['ida', 'juho', 0, '11:10', 'online'],
} satisfies Record<string, [Who, Who, 0 | 1, string, 'online' | 'in-person']>;
type SessionName = keyof typeof sessions;

const agreed: readonly SessionName[] = [
  'contested',
  'begun',
  'begunElsewhere',
  'accepted',
  'completed',
];

/** Builds it by commands, once. */
export async function neighbourhood(): Promise<Neighbourhood> {
  const { promise: built, resolve } = Promise.withResolvers<Built & { now: string }>();
  const copies = await copiesOf(async (store) => {
    const stage = Stage.on(store, begins);
    resolve({ ...(await settle(stage)), now: stage.now.toString() });
  });
  const { now, ...rest } = await built;
  return {
    ...rest,
    now,
    visit: async () => Stage.on(await copies.copy(), now),
    [Symbol.dispose]: () => {
      copies[Symbol.dispose]();
    },
  };
}

type Built = Awaited<ReturnType<typeof settle>>;

async function settle(stage: Stage) {
  const id: Partial<Record<Who, string>> = {};
  const secrets: Secret[] = [];
  for (const who of keysOf(cast)) {
    const person = await stage.person(`mail-${who}`, 'Europe/Helsinki', who === 'sanna');
    id[who] = person;
    const said = { name: `name-${who}`, headline: `headline-${who}`, about: `about-${who}` };
    await stage.do(person, 'person.update', said);
    secrets.push(
      { kind: 'mail', text: `mail-${who}@`, of: [person] },
      { kind: 'name', text: said.name, of: [person] },
      { kind: 'profile', text: said.headline, of: [person] },
      { kind: 'profile', text: said.about, of: [person] },
    );
  }
  const the = (who: Who) => id[who] ?? '';
  const admin = the('sanna');
  const programs: string[] = [];
  for (const index of [0, 1]) {
    const purpose = `purpose-${String(index)}`;
    const { programId } = await stage.do(admin, 'admin.create-program', {
      name: 'Program',
      purpose,
    });
    programs.push(programId);
    secrets.push({ kind: 'purpose', text: purpose, of: [programId] });
    for (const who of keysOf(cast)) {
      const role = cast[who][index];
      if (role) await stage.join(admin, programId, the(who), role);
    }
  }
  const [first = '', second = ''] = programs;
  await stage.do(admin, 'admin.suspend', { programId: first, personId: the('sulo') });
  const settings = { ...defaultSettings, roomExtension: true };
  await stage.do(admin, 'program.change-settings', { programId: second, version: 1, settings });
  const tokens = ['mentee', 'mentor', 'manager'].map((role) => ({ role: role as Role }));
  const links: string[] = [];
  for (const { role } of tokens) links.push(await stage.invite(admin, second, role));
  secrets.push(...links.map((text) => ({ kind: 'nobody' as const, text, of: [] })));

  const bookings: string[] = [];
  const rooms: string[] = [];
  const messages: string[] = [];
  const session: Partial<Record<SessionName, Session>> = {};
  let commandId = '';
  for (const name of keysOf(sessions)) {
    const [mentee, mentor, program, time, kind] = sessions[name];
    const programId = programs[program] ?? '';
    const of = [the(mentee), the(mentor)];
    const secret = (what: string) => {
      const text = `${what}-${mentee}-${mentor}-${name}`;
      secrets.push({ kind: 'pair', text, of });
      return text;
    };
    const sent = await stage.do(the(mentee), 'chat.send', {
      to: the(mentor),
      text: secret('message'),
    });
    messages.push(sent.id);
    commandId = sent.id;
    const { booking } = await stage.do(the(mentee), 'booking.request', {
      programId,
      mentorId: the(mentor),
      start: { date: '2026-03-02', time, zone: 'Europe/Helsinki' },
      minutes: 60,
      location: kind === 'online' ? { kind } : { kind, place: secret('place') },
      note: secret('note'),
    });
    const { id: bookingId, roomId } = booking;
    bookings.push(bookingId);
    secrets.push({ kind: 'session', text: bookingId, of: [...of, bookingId] });
    if (roomId) rooms.push(roomId);
    if (roomId) secrets.push({ kind: 'pair', text: roomId, of });
    session[name] = {
      bookingId,
      programId,
      mentee: the(mentee),
      mentor: the(mentor),
      roomId: roomId ?? '',
      revision: 0,
    };
    if (agreed.includes(name))
      await stage.do(the(mentor), 'booking.accept', { bookingId, version: 1 });
    if (name === 'declined')
      await stage.do(the(mentor), 'booking.decline', { bookingId, reason: secret('reason') });
    if (name === 'proposed')
      await stage.do(the(mentor), 'booking.propose', { bookingId, version: 1, minutes: 30 });
  }
  const found = session as Record<SessionName, Session>;
  const calendars: string[] = [];
  for (const mentor of ['aino', 'otto'] as const) {
    const own = { name: `calendar-${mentor}` };
    const address = `https://calendar.example/address-${mentor}.ics`;
    const byAddress = await stage.do(the(mentor), 'calendar-source.add-address', {
      ...own,
      address,
    });
    const byFile = await stage.do(the(mentor), 'calendar-source.add-file', {
      ...own,
      busy: [29_541_600, 60],
      leftOut: 0,
    });
    calendars.push(byAddress.sourceId, byFile.sourceId);
    secrets.push(
      { kind: 'pair', text: own.name, of: [the(mentor)] },
      { kind: 'nobody', text: `address-${mentor}`, of: [] },
    );
  }
  stage.pass({ minutes: 20 });
  const { bookingId: open } = found.contested;
  for (const { mentor, bookingId } of [found.contested, found.completed])
    await stage.do(mentor, 'booking.complete', { bookingId, minutes: 60 });
  const why = 'reason-of-a-contest';
  secrets.push({ kind: 'case', text: why, of: [the('farid'), the('aino'), first] });
  await stage.do(the('farid'), 'booking.contest', { bookingId: open, reason: why });
  for (const [who, what, kind] of [
    ['farid', 'review', 'review'],
    ['aino', 'comment', 'comment'],
  ] as const) {
    const text = `${what}-of-${who}`;
    await stage.do(the(who), 'review.write', { bookingId: open, rating: 3, text });
    secrets.push({ kind, text, of: [the(who), first] });
    const note = `own-note-of-${who}`;
    await stage.do(the(who), 'note.keep', { bookingId: open, version: 0, text: note });
    secrets.push({ kind: 'own', text: note, of: [the(who)] });
  }
  // A device is told of what happens, and somebody waits to be a mentor.
  await stage.do(the('kofi'), 'push.subscribe', device);
  await stage.do(the('sulo'), 'invitation.accept', { token: links[1] ?? '' });
  for (const one of keysOf(found))
    found[one].revision = await revisionOf(stage, found[one].bookingId);
  const written = await stage.db.selectFrom('review').select('id').execute();
  await stage.db.updateTable('outbox').set({ state: 'dead' }).execute();
  const out = await stage.db.selectFrom('outbox').select('id').limit(5).execute();
  const letters = out.map((one) => one.id);
  const who = id as Record<Who, string>;
  const people = Object.values(who);
  const given = { actor: the('aino'), commandId };
  const busiest = (['aino', 'farid', 'otto', 'noor'] as const).map(the);
  return {
    people,
    admin,
    who,
    busiest,
    programs,
    bookings,
    session: found,
    rooms,
    messages,
    reviews: written.map((one) => one.id),
    letters,
    calendars,
    tokens: links,
    secrets,
    given,
  };
}

const keysOf = <Key extends string>(all: Record<Key, unknown>) => Object.keys(all) as Key[];
