import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { fromText, tongues } from '@confab/shared';
import { lengthIn } from '../../src/features/mail/moments.ts';
import { momentIn, wordsFor } from '../../src/features/mail/queries.ts';
import { readCalendar } from '../../src/features/calendar/feed.ts';
import { accepted, company, requested, type Company } from '../stage/company.ts';
import { wake } from '../stage/woken.ts';
import { MailServer, readBy } from './mail-server.ts';
import { allGone, openOffice, origin } from './post-office.ts';

const [mentor, mentee] = ['aino@example.org', 'farid@example.org'];

/** Aino reads English, Farid German. */
async function scene() {
  const all = await company();
  const server = new MailServer();
  await server.up();
  const office = openOffice(all.stage, server.url);
  await all.stage.do(all.mentee, 'person.update', { tongue: 'de' });
  return {
    all,
    stage: all.stage,
    /** Subjects that came to an address. */
    subjects: (address: string) =>
      readBy(server, address).map(({ headers }) => headers.get('subject')),
    read: (address: string) => readBy(server, address),
    async [Symbol.asyncDispose]() {
      await office[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
      await all.stage[Symbol.asyncDispose]();
    },
  };
}

const eventOf = (calendar: string | null | undefined) =>
  new ICAL.Component(ICAL.parse(calendar ?? '') as unknown[]).getFirstSubcomponent('vevent');

test('N4: one change comes to each in their own language, whoever caused it', async () => {
  await using place = await scene();
  await accepted(place.all);
  await allGone(place.stage);
  expect(place.subjects(mentor)).toEqual([
    'Farid asks you for a session: Wednesday 4 March 2026, 12:30–13:30 (Helsinki)',
    'For your calendar: Farid, Wednesday 4 March 2026, 12:30–13:30 (Helsinki)',
  ]);
  expect(place.subjects(mentee)).toEqual([
    'Aino hat angenommen: Mittwoch, 4. März 2026, 14:00–15:00 Uhr (Teheran)',
  ]);
  const [letter] = place.read(mentee);
  expect(letter?.html).toContain('<html lang="de">');
  for (const body of [letter?.text, letter?.html]) {
    expect(body).toContain('Guten Tag Farid,');
    expect(body).toContain('Aino hat Ihr Treffen angenommen.');
    expect(body).toContain('Mittwoch, 4. März 2026, 12:30–13:30 Uhr (Helsinki)');
    expect(body).toContain('Sie wählen selbst, worüber wir Ihnen schreiben');
    expect(body).not.toMatch(/session |Hello|at \d\d:\d\d/);
  }
  expect(String(eventOf(letter?.calendar)?.getFirstPropertyValue('summary'))).toBe(
    'Treffen mit Aino',
  );
  expect(letter?.calendar).toContain('//DE');
});

test('N4: the language counts when a letter is sent; names, reasons and programs stay as written', async () => {
  await using place = await scene();
  const { all, stage } = place;
  const bookingId = await accepted(all);
  await allGone(stage);
  await stage.do(all.mentor, 'person.update', { tongue: 'de', name: 'Aino Smith' });
  await stage.do(all.mentee, 'person.update', { tongue: 'en' });
  await stage.do(all.mentor, 'booking.cancel', { bookingId, reason: 'Leider krank' });
  await allGone(stage);
  const letter = place.read(mentee).at(-1);
  expect(letter?.headers.get('subject')).toBe(
    'Cancelled: Aino Smith, Wednesday 4 March 2026, 14:00–15:00 (Tehran)',
  );
  expect(letter?.text).toContain('Reason: Leider krank');
  expect(letter?.text).toContain('Program: First steps');
  expect(place.subjects(mentor).at(-1)).toBe(
    'Aus Ihrem Kalender: Farid, Mittwoch, 4. März 2026, 12:30–13:30 Uhr (Helsinki)',
  );
});

test('N2 N4: reminders and the letter of a day come in their reader’s language', async () => {
  await using place = await scene();
  const { all, stage } = place;
  await accepted(all);
  stage.now = fromText('2026-03-03T10:30:00Z');
  await wake(stage);
  for (const text of ['One', 'Two'])
    await stage.do(all.mentor, 'chat.send', { to: all.mentee, text });
  stage.now = fromText('2026-03-04T04:30:00Z');
  await wake(stage);
  await allGone(stage);
  const [day] = place.read(mentee).filter(({ headers }) => headers.get('subject')?.includes('Tag'));
  expect(day?.headers.get('subject')).toBe('Ihr Tag in Confab');
  expect(day?.text).toContain('2 ungelesene Nachrichten von Aino');
  expect(day?.text).toContain(`Alle Mitteilungen: ${origin}/notices`);
  expect(place.subjects(mentee)).toContain(
    'Ihr Treffen mit Aino: Mittwoch, 4. März 2026, 14:00–15:00 Uhr (Teheran)',
  );
  expect(place.subjects(mentor)).toContain(
    'You meet Farid: Wednesday 4 March 2026, 12:30–13:30 (Helsinki)',
  );
});

test('N3 N4: a private calendar speaks its owner’s language, and is another once they choose another', async () => {
  await using place = await scene();
  const { all, stage } = place;
  await accepted(all);
  const token = 'ab'.repeat(32);
  await stage.do(all.mentee, 'calendar.renew', { token });
  const read = readCalendar(
    stage.core.ledger.store,
    () => origin,
    () => stage.now,
  );
  const german = await read(token, null);
  const said = (content: string | null | undefined) =>
    ['summary', 'description', 'location'].map((name) =>
      String(eventOf(content)?.getFirstPropertyValue(name)),
    );
  expect(said(german?.content)[0]).toBe('Treffen mit Aino');
  expect(said(german?.content)[1]).toMatch(/^Einzelheiten und Änderungen: https:/);
  await stage.do(all.mentee, 'person.update', { tongue: 'en' });
  const english = await read(token, german?.etag ?? '');
  expect(said(english?.content)[0]).toBe('Session with Aino');
});

test('N4: a language that Confab does not speak is refused, and what was chosen stays', async () => {
  await using place = await scene();
  const { all, stage } = place;
  for (const tongue of ['fr', 'de-AT', '', null])
    expect(await stage.give(all.mentee, 'person.update', { tongue } as never)).toMatchObject({
      ok: false,
      code: 'malformed',
    });
  await requested(all);
  await stage.do(all.mentor, 'booking.decline', { bookingId: await bookingOf(all), reason: null });
  await allGone(stage);
  expect(place.subjects(mentee).at(-1)).toMatch(/^Aino hat abgelehnt: /);
});

const bookingOf = async ({ stage }: Company): Promise<string> =>
  (await stage.db.selectFrom('booking').select('id').executeTakeFirstOrThrow()).id;

const about = {
  name: 'Zoë Möller',
  when: 'THEN',
  changed: new Set(['place'] as const),
  took: null,
};

test.each(tongues)(
  'N4: every sentence of %s names whom it is about, and none is empty',
  (tongue) => {
    const words = wordsFor(tongue);
    const letters = Object.values(words.letters);
    const sentences = letters.flatMap(({ subject, lead }) => [subject(about), lead(about)]);
    const titles = Object.values(words.push.titles).map((title) => title(about));
    for (const said of [...sentences, ...titles]) {
      expect(said).toContain(about.name);
      expect(said).not.toMatch(/undefined|\$\{|  /);
    }
    expect(new Set(letters.map(({ lead }) => lead(about))).size).toBe(letters.length);
    const named = [words.facts, words.buttons, words.digest].flatMap((one) => Object.values(one));
    expect(named.filter((said) => said === '')).toEqual([]);
  },
);

test('N4: no two languages say a letter in the same words', () => {
  const [en, de] = [wordsFor('en'), wordsFor('de')];
  for (const kind of Object.keys(en.letters) as (keyof typeof en.letters)[])
    expect(de.letters[kind].lead(about)).not.toBe(en.letters[kind].lead(about));
});

test('N4 R1: what changes is listed as each language lists things; what is not known is a change', () => {
  const parts = ['start', 'length', 'place'] as const;
  const said = (tongue: (typeof tongues)[number], ...which: number[]) => {
    const { letters } = wordsFor(tongue);
    const changed = new Set(which.flatMap((one) => parts[one] ?? []));
    const told = { name: 'Zoë', when: 'THEN', changed, took: null };
    return [letters.proposed.subject(told), letters.moved.lead(told)];
  };
  expect(said('en', 0)).toEqual([
    'Zoë proposes another time: THEN',
    'Zoë accepted the new time of your session.',
  ]);
  expect(said('en', 2, 0)).toEqual([
    'Zoë proposes another time and place: THEN',
    'Zoë accepted the new time and place of your session.',
  ]);
  expect(said('en', 0, 1, 2)[0]).toBe('Zoë proposes another time, duration and place: THEN');
  expect(said('en')).toEqual([
    'Zoë proposes a change: THEN',
    'Zoë accepted the change of your session.',
  ]);
  expect(said('de', 1)).toEqual([
    'Zoë schlägt eine andere Dauer vor: THEN',
    'Zoë hat die neue Dauer für Ihr Treffen angenommen.',
  ]);
  expect(said('de', 0, 2)).toEqual([
    'Zoë schlägt eine andere Zeit und einen anderen Ort vor: THEN',
    'Zoë hat die neue Zeit und den neuen Ort für Ihr Treffen angenommen.',
  ]);
  expect(said('de', 0, 1, 2)[0]).toBe(
    'Zoë schlägt eine andere Zeit, eine andere Dauer und einen anderen Ort vor: THEN',
  );
  expect(said('de')[0]).toBe('Zoë schlägt eine Änderung vor: THEN');
});

test('N4: lengths are hours and minutes, whole hours alone', () => {
  for (const tongue of tongues)
    expect([45, 60, 90, 605].map((minutes) => lengthIn(minutes, wordsFor(tongue)))).toEqual(
      ['45 min', '1 h', '1 h 30 min', '10 h 5 min'].map((said) =>
        tongue === 'de' ? said.replace(/(\d) /g, '$1\u00a0') : said,
      ),
    );
});

test('N4: moments are written with 24 hours and the city as the language calls it', () => {
  const at = fromText('2026-01-05T23:05:00Z');
  expect(momentIn(at, 'Europe/Vienna', wordsFor('de'))).toBe(
    'Dienstag, 6. Januar 2026, 00:05 Uhr (Wien)',
  );
  expect(momentIn(at, 'Europe/Vienna', wordsFor('en'))).toBe(
    'Tuesday 6 January 2026 at 00:05 (Vienna)',
  );
  expect(momentIn(at, 'Africa/Johannesburg', wordsFor('de'))).toContain('(Johannesburg)');
});
