import { germanCities } from '@confab/shared';
import { letters } from './de-letters.ts';
import { push } from './de-push.ts';
import type { Words } from './words.ts';

/** @see docs/LANGUAGES.md for what things are called */
export const de: Words = {
  language: 'de',
  locale: 'de-DE',
  moment: (day, time, city) => `${day}, ${time} Uhr (${city})`,
  pair: (mentee, mentor) => `${mentee} mit ${mentor}`,
  span: (day, times, city) => `${day}, ${times} Uhr (${city})`,
  length: {
    hours: (count) => `${String(count)}\u00a0h`,
    minutes: (count) => `${String(count)}\u00a0min`,
  },
  cities: germanCities,
  letters,
  facts: {
    when: 'Wann',
    theirTime: (name) => `Für ${name}`,
    instead: 'Bisher',
    length: 'Dauer',
    took: 'Tatsächliche Dauer',
    where: 'Wo',
    online: 'Online per Video, in Confab',
    program: 'Programm',
    answerBy: 'Antwort bis',
    reason: 'Begründung',
    settled: 'Entschieden als',
    change: (from, to) => `${from} → ${to}`,
  },
  outcomes: {
    completed: (length) => `Abgeschlossen, ${length}`,
    youMissed: 'Sie sind nicht gekommen',
    theyMissed: (name) => `${name} ist nicht gekommen`,
  },
  buttons: {
    answer: 'Antworten',
    open: 'Zum Treffen',
    case: 'Zum Fall',
    room: 'Zum Raum',
    messages: 'Nachrichten lesen',
    all: 'Alle Mitteilungen',
  },
  digest: {
    subject: 'Ihr Tag in Confab',
    lead: 'Was geschehen ist und was Sie noch nicht gelesen haben.',
    unread: (name, count) =>
      count === 1
        ? `1 ungelesene Nachricht von ${name}`
        : `${String(count)} ungelesene Nachrichten von ${name}`,
  },
  push,
  greeting: (name) => `Guten Tag ${name},`,
  footer: (address) => `Sie wählen selbst, worüber wir Ihnen schreiben: ${address}`,
  calendar: {
    summary: (name) => `Treffen mit ${name}`,
    description: (address) => `Einzelheiten und Änderungen: ${address}`,
  },
};
