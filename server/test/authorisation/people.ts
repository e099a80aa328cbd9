import { accepted, company, requested, type Company } from '../stage/company.ts';

/**
 * Every kind of person a call may come from. The mentee and the mentor are the booking's own; the
 * fellow is another mentee of the program, the colleague another of its mentors.
 */
export const kinds = [
  'mentee',
  'mentor',
  'fellow',
  'colleague',
  'manager',
  'admin',
  'stranger',
  'suspended',
] as const;
export type Kind = (typeof kinds)[number];

export interface Everyone extends Company {
  fellow: string;
  colleague: string;
  manager: string;
  /** Was a mentee of the program; suspended. */
  suspended: string;
}

export async function everyone(): Promise<Everyone> {
  const all = await company();
  const { stage, admin, programId } = all;
  const manager = await stage.person('Maria');
  const suspended = await stage.person('Sulo');
  const fellow = await stage.person('Lea');
  const colleague = await stage.person('Kofi');
  await stage.join(admin, programId, fellow, 'mentee');
  await stage.join(admin, programId, colleague, 'mentor');
  await stage.join(admin, programId, manager, 'manager');
  await stage.join(admin, programId, suspended, 'mentee');
  await stage.do(admin, 'admin.suspend', { programId, personId: suspended });
  return { ...all, fellow, colleague, manager, suspended };
}

export const ofRequest = async (all: Company) => ({ bookingId: await requested(all) });
export const ofRequestVersion = async (all: Company) => ({ ...(await ofRequest(all)), version: 1 });
export const ofAccepted = async (all: Company) => ({ bookingId: await accepted(all) });

/** The mentor has proposed another time for a request. */
export const ofProposal = async (all: Company) => {
  const bookingId = await requested(all);
  await all.stage.do(all.mentor, 'booking.propose', { bookingId, version: 1, minutes: 30 });
  return { bookingId, version: 2 };
};

/** Twenty minutes into an accepted session. */
export const during = async (all: Company) => {
  const bookingId = await accepted(all, '2026-03-02', '14:00');
  all.stage.pass({ hours: 1, minutes: 50 });
  return { bookingId };
};

export const completed = async (all: Company) => {
  const { bookingId } = await during(all);
  await all.stage.do(all.mentor, 'booking.complete', { bookingId, minutes: 60 });
  return { bookingId };
};

/** The mentee says that the mark is not right. */
export const contested = async (all: Company) => {
  const { bookingId } = await completed(all);
  await all.stage.do(all.mentee, 'booking.contest', { bookingId, reason: 'It was shorter' });
  return { bookingId };
};

/** The mentee has reviewed the session. */
export const reviewed = async (all: Company) => {
  const { bookingId } = await completed(all);
  await all.stage.do(all.mentee, 'review.write', { bookingId, rating: 4, text: 'Thank you' });
  return { bookingId };
};

export const written = async (all: Company) => {
  await all.stage.do(all.mentee, 'chat.send', { to: all.mentor, text: 'Hello' });
};

export const room = async (all: Company) => {
  const { bookingId } = await during(all);
  const { booking } = await all.stage.know(all.mentee, 'booking.open', { bookingId });
  return { roomId: booking.roomId ?? '' };
};

/** A calendar of the mentor's. */
export const calendarOf = ({ stage, mentor }: Company) =>
  stage.do(mentor, 'calendar-source.add-address', {
    name: 'Work',
    address: 'https://calendar.example/a.ics',
  });

/** A letter that could not be delivered. */
export const givenUp = async (all: Company): Promise<string> => {
  await requested(all);
  const { db } = all.stage;
  await db.updateTable('outbox').set({ state: 'dead' }).execute();
  return (await db.selectFrom('outbox').select('id').executeTakeFirstOrThrow()).id;
};
