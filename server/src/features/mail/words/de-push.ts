import type { Words } from './words.ts';

/** What devices show: short, for they cut it off. */
export const push: Words['push'] = {
  titles: {
    requested: (name) => `${name} fragt nach einem Treffen`,
    proposed: (name) => `${name} schlägt eine andere Zeit vor`,
    'answer-halfway': (name) => `${name} wartet auf Ihre Antwort`,
    'answer-soon': (name) => `Bitte bald antworten: ${name}`,
    accepted: (name) => `${name} hat angenommen`,
    moved: (name) => `${name} hat die neue Zeit angenommen`,
    declined: (name) => `${name} hat abgelehnt`,
    'proposal-refused': (name) => `${name} hat die neue Zeit abgelehnt`,
    'proposal-withdrawn': (name) => `${name} nimmt die neue Zeit zurück`,
    'proposal-lapsed': (name) => `Die neue Zeit mit ${name} ist verfallen`,
    withdrawn: (name) => `${name} hat die Anfrage zurückgezogen`,
    expired: (name) => `Nicht rechtzeitig beantwortet: ${name}`,
    cancelled: (name) => `Abgesagt: Treffen mit ${name}`,
    completed: (name) => `${name} hat Ihr Treffen abgeschlossen`,
    'marked-no-show': (name) => `${name} hat Ihr Treffen als versäumt vermerkt`,
    undone: (name) => `${name} hat einen Vermerk zurückgenommen`,
    contested: (name) => `${name} widerspricht dem Vermerk`,
    settled: (name) => `Entschieden: Treffen mit ${name}`,
    'room-extended': (name) => `${name} lässt Ihren Raum länger offen`,
    reviewed: (name) => `${name} hat Ihr Treffen bewertet`,
    'day-before': (name) => `Morgen treffen Sie ${name}`,
    'hour-before': (name) => `Bald treffen Sie ${name}`,
    'room-opens': (name) => `Ihr Raum mit ${name} ist offen`,
    unmarked: (name) => `Wie lange dauerte Ihr Treffen mit ${name}?`,
    'still-unmarked': (name) => `Noch nicht abgeschlossen: Treffen mit ${name}`,
  },
  wrote: (name) => `${name} hat Ihnen geschrieben`,
  several: (name) => `${name} und andere haben Ihnen geschrieben`,
};
