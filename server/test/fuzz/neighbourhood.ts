import type { Role } from '@confab/shared/protocol';
import { Stage } from '../stage/stage.ts';
import { copiesOf } from './copies.ts';

/** A text that only some may ever be shown. */
export interface Secret {
  text: string;
  /** Those it belongs to; everybody else by what they have to do with the person or program. */
  of: string[];
  kind:
    | 'pair'
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
  /** Those with most to do. */
  busiest: string[];
  programs: string[];
  bookings: string[];
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

/** What is the two's is the managers' of this program, too, where it is a case. */
const caseOf = ({ of }: Secret, programId: string) => ({
  kind: 'case' as const,
  of: [...of, programId],
});

const begins = '2026-03-02T09:00:00Z';

/** Who is what in the first program and in the second. */
const cast: Record<string, [Role | null, Role | null]> = {
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
};

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
  const id: Record<string, string> = {};
  const secrets: Secret[] = [];
  for (const who of Object.keys(cast)) {
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
  const the = (who: string) => id[who] ?? '';
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
    for (const [who, roles] of Object.entries(cast)) {
      const role = roles[index];
      if (role) await stage.join(admin, programId, the(who), role);
    }
  }
  const [first = '', second = ''] = programs;
  await stage.do(admin, 'admin.suspend', { programId: first, personId: the('sulo') });
  const tokens = ['mentee', 'mentor', 'manager'].map((role) => ({ role: role as Role }));
  const links: string[] = [];
  for (const { role } of tokens) links.push(await stage.invite(admin, second, role));
  secrets.push(...links.map((text) => ({ kind: 'nobody' as const, text, of: [] })));

  const pairs: [string, string, string, string, 'online' | 'in-person'][] = [
    ['farid', 'aino', first, '11:10', 'online'],
    ['farid', 'aino', first, '18:00', 'online'],
    ['lea', 'kofi', first, '11:10', 'online'],
    ['lea', 'aino', first, '15:00', 'in-person'],
    ['noor', 'otto', second, '11:10', 'online'],
    ['noor', 'otto', second, '17:00', 'in-person'],
    ['aino', 'otto', second, '19:00', 'online'],
  ];
  const bookings: string[] = [];
  const rooms: string[] = [];
  const messages: string[] = [];
  let commandId = '';
  for (const [index, [mentee, mentor, programId, time, kind]] of pairs.entries()) {
    const of = [the(mentee), the(mentor)];
    const secret = (what: string) => {
      const text = `${what}-${mentee}-${mentor}-${String(index)}`;
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
    bookings.push(booking.id);
    secrets.push({ kind: 'pair', text: booking.id, of });
    if (booking.roomId) rooms.push(booking.roomId);
    if (booking.roomId) secrets.push({ kind: 'pair', text: booking.roomId, of });
    const about = { bookingId: booking.id };
    if (index % 2 === 0) await stage.do(the(mentor), 'booking.accept', { ...about, version: 1 });
    if (index === 1)
      await stage.do(the(mentor), 'booking.decline', { ...about, reason: secret('reason') });
    if (index === 5)
      await stage.do(the(mentor), 'booking.propose', { ...about, version: 1, minutes: 30 });
  }
  const calendars: string[] = [];
  for (const mentor of ['aino', 'otto']) {
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
  const [open = ''] = bookings;
  await stage.do(the('aino'), 'booking.complete', { bookingId: open, minutes: 60 });
  const why = 'reason-of-a-contest';
  secrets.push({ kind: 'case', text: why, of: [the('farid'), the('aino'), first] });
  await stage.do(the('farid'), 'booking.contest', { bookingId: open, reason: why });
  for (const secret of secrets)
    if (secret.text === open) Object.assign(secret, caseOf(secret, first));
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
  const written = await stage.db.selectFrom('review').select('id').execute();
  await stage.db.updateTable('outbox').set({ state: 'dead' }).execute();
  const out = await stage.db.selectFrom('outbox').select('id').limit(5).execute();
  const letters = out.map((one) => one.id);
  const people = Object.values(id);
  const given = { actor: the('aino'), commandId };
  const busiest = ['aino', 'farid', 'otto', 'noor'].map(the);
  return {
    people,
    admin,
    busiest,
    programs,
    bookings,
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
