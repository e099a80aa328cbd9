import { defaultSettings, type Location } from '@confab/shared';
import type { Store } from '../../src/db/store.ts';
import { Stage } from './stage.ts';

const begins = '2026-03-02T09:00:00Z';

/** An admin, a program with a mentor and a mentee, and a stranger to it all. */
export interface Company {
  stage: Stage;
  admin: string;
  programId: string;
  mentor: string;
  mentee: string;
  stranger: string;
}

export async function company(now?: string, store?: Store): Promise<Company> {
  const stage = store ? Stage.on(store, now ?? begins) : await Stage.open(now);
  const admin = await stage.person('Sanna', 'Europe/Helsinki', true);
  const mentor = await stage.person('Aino', 'Europe/Helsinki');
  const mentee = await stage.person('Farid', 'Asia/Tehran');
  const stranger = await stage.person('Otto', 'Europe/Berlin');
  const { programId } = await stage.do(admin, 'admin.create-program', {
    name: 'First steps',
    purpose: 'For those who begin.',
  });
  await stage.join(admin, programId, mentor, 'mentor');
  await stage.join(admin, programId, mentee, 'mentee');
  return { stage, admin, programId, mentor, mentee, stranger };
}

/** What the program lists beside video and in person, once {@link byTelephone} is done. */
export const telephone = 'By telephone';

/** Lets the program list another kind of location. */
export async function byTelephone({ stage, admin, programId }: Company): Promise<void> {
  const settings = { ...defaultSettings, otherLocations: [telephone] };
  await stage.do(admin, 'program.change-settings', { programId, version: 1, settings });
}

/** What a request for an Online video session says; the start is local to Tehran. */
export const requestFor = (
  { programId, mentor }: Company,
  date = '2026-03-04',
  time = '14:00',
  minutes = 60,
) => ({
  programId,
  mentorId: mentor,
  start: { date, time, zone: 'Asia/Tehran' },
  minutes,
  location: { kind: 'online' as const },
  note: null,
});

/** Writes the message that opens the gate, and requests. @returns the booking's id */
export async function requested(all: Company, date?: string, time?: string): Promise<string> {
  await all.stage.do(all.mentee, 'chat.send', { to: all.mentor, text: 'Hello Aino' });
  const view = await all.stage.do(all.mentee, 'booking.request', requestFor(all, date, time));
  return view.booking.id;
}

export async function accepted(all: Company, date?: string, time?: string): Promise<string> {
  const bookingId = await requested(all, date, time);
  await all.stage.do(all.mentor, 'booking.accept', { bookingId, version: 1 });
  return bookingId;
}

/** The same, anywhere. */
export async function acceptedAt(all: Company, location: Location): Promise<string> {
  await all.stage.do(all.mentee, 'chat.send', { to: all.mentor, text: 'Hello Aino' });
  const asked = { ...requestFor(all), location };
  const { booking } = await all.stage.do(all.mentee, 'booking.request', asked);
  await all.stage.do(all.mentor, 'booking.accept', { bookingId: booking.id, version: 1 });
  return booking.id;
}
