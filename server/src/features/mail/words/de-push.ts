import { another, theNew } from './de-changes.ts';
import type { Words } from './words.ts';

/** What devices show: short, for they cut it off. */
export const push: Words['push'] = {
  titles: {
    requested: ({ name }) => `${name} bittet um ein Treffen`,
    proposed: ({ name, changed }) => `${name} schlägt ${another(changed)} vor`,
    'answer-halfway': ({ name }) => `${name} wartet auf Ihre Antwort`,
    'answer-soon': ({ name }) => `Bitte bald antworten: ${name}`,
    accepted: ({ name }) => `${name} hat angenommen`,
    moved: ({ name, changed }) => `${name} hat ${theNew(changed)} angenommen`,
    declined: ({ name }) => `${name} hat abgelehnt`,
    'proposal-refused': ({ name }) => `${name} hat Ihren Vorschlag abgelehnt`,
    'proposal-withdrawn': ({ name }) => `${name} nimmt den Vorschlag zurück`,
    'proposal-lapsed': ({ name }) => `Der Vorschlag mit ${name} ist verfallen`,
    withdrawn: ({ name }) => `${name} hat die Anfrage zurückgezogen`,
    expired: ({ name }) => `Nicht rechtzeitig beantwortet: ${name}`,
    cancelled: ({ name }) => `Abgesagt: Treffen mit ${name}`,
    completed: ({ name, took }) =>
      `${name} hat Ihr Treffen abgeschlossen${took ? `: ${took}` : ''}`,
    'marked-no-show': ({ name }) => `${name} hat Ihr Treffen als versäumt vermerkt`,
    undone: ({ name }) => `${name} hat einen Vermerk zurückgenommen`,
    contested: ({ name }) => `${name} widerspricht dem Vermerk`,
    settled: ({ name }) => `Entschieden: Treffen mit ${name}`,
    'room-extended': ({ name }) => `${name} lässt Ihren Raum länger offen`,
    reviewed: ({ name }) => `${name} hat Ihr Treffen bewertet`,
    'case-contested': ({ name }) => `Zu entscheiden: ${name}`,
    'case-forgotten': ({ name }) => `Zu entscheiden: ${name}`,
    'day-before': ({ name }) => `Morgen treffen Sie ${name}`,
    'hour-before': ({ name }) => `Bald treffen Sie ${name}`,
    'room-opens': ({ name }) => `Ihr Raum mit ${name} ist offen`,
    unmarked: ({ name }) => `Wie lange dauerte Ihr Treffen mit ${name}?`,
    'still-unmarked': ({ name }) => `Noch nicht abgeschlossen: Treffen mit ${name}`,
  },
  wrote: (name) => `${name} hat Ihnen geschrieben`,
  several: (name) => `${name} und andere haben Ihnen geschrieben`,
};
