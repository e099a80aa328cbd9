import { another, theNew } from './de-changes.ts';
import type { Words } from './words.ts';

/** What letters about a session say. */
export const letters: Words['letters'] = {
  requested: {
    subject: ({ name, when }) => `${name} bittet um ein Treffen: ${when}`,
    lead: ({ name }) => `${name} bittet Sie um ein Treffen.`,
  },
  proposed: {
    subject: ({ name, when, changed }) => `${name} schlägt ${another(changed)} vor: ${when}`,
    lead: ({ name, changed }) => `${name} schlägt für Ihr Treffen ${another(changed)} vor.`,
  },
  'answer-halfway': {
    subject: ({ name }) => `${name} wartet auf Ihre Antwort`,
    lead: ({ name }) => `${name} wartet auf Ihre Antwort. Die Hälfte der Antwortfrist ist um.`,
  },
  'answer-soon': {
    subject: ({ name }) => `Ihre Antwortfrist läuft bald ab: ${name}`,
    lead: ({ name }) => `${name} wartet noch auf Ihre Antwort, und die Frist läuft bald ab.`,
  },
  accepted: {
    subject: ({ name, when }) => `${name} hat angenommen: ${when}`,
    lead: ({ name }) => `${name} hat Ihr Treffen angenommen.`,
  },
  moved: {
    subject: ({ name, when, changed }) => `${name} hat ${theNew(changed)} angenommen: ${when}`,
    lead: ({ name, changed }) => `${name} hat ${theNew(changed)} für Ihr Treffen angenommen.`,
  },
  declined: {
    subject: ({ name, when }) => `${name} hat abgelehnt: ${when}`,
    lead: ({ name }) => `${name} hat dieses Treffen abgelehnt.`,
  },
  'proposal-refused': {
    subject: ({ name, when }) => `${name} hat Ihren Vorschlag abgelehnt; es bleibt bei: ${when}`,
    lead: ({ name }) =>
      `${name} hat Ihren Vorschlag abgelehnt. Ihr Treffen bleibt, wie es vereinbart war.`,
  },
  'proposal-withdrawn': {
    subject: ({ name }) => `${name} hat den Vorschlag zurückgenommen`,
    lead: ({ name }) => `${name} hat den Vorschlag für Ihr Treffen zurückgenommen.`,
  },
  'proposal-lapsed': {
    subject: ({ name, when }) => `Vorschlag mit ${name} nicht beantwortet; es bleibt bei: ${when}`,
    lead: ({ name }) =>
      `Der Vorschlag für Ihr Treffen mit ${name} wurde nicht beantwortet. Es bleibt, wie es vereinbart war.`,
  },
  withdrawn: {
    subject: ({ name, when }) => `${name} hat die Anfrage zurückgezogen: ${when}`,
    lead: ({ name }) => `${name} hat diese Anfrage zurückgezogen. Sie müssen nichts tun.`,
  },
  expired: {
    subject: ({ name, when }) => `Nicht rechtzeitig beantwortet: ${name}, ${when}`,
    lead: ({ name }) =>
      `Die Anfrage für ein Treffen mit ${name} wurde nicht rechtzeitig beantwortet. Sie kann neu gestellt werden.`,
  },
  cancelled: {
    subject: ({ name, when }) => `Abgesagt: ${name}, ${when}`,
    lead: ({ name }) => `Ihr Treffen mit ${name} ist abgesagt.`,
  },
  completed: {
    subject: ({ name, took }) => `${name} hat Ihr Treffen abgeschlossen${took ? `: ${took}` : ''}`,
    lead: ({ name, took }) =>
      `${name} hat Ihr Treffen abgeschlossen${took ? ` und angegeben, dass es ${took} gedauert hat` : ''}.`,
  },
  'marked-no-show': {
    subject: ({ name }) => `${name} hat Ihr Treffen als versäumt vermerkt`,
    lead: ({ name }) => `${name} hat vermerkt, dass Ihr Treffen versäumt wurde.`,
  },
  undone: {
    subject: ({ name }) => `${name} hat den Vermerk zu Ihrem Treffen zurückgenommen`,
    lead: ({ name }) => `${name} hat den Vermerk zu Ihrem Treffen zurückgenommen.`,
  },
  contested: {
    subject: ({ name }) => `${name} widerspricht dem Vermerk zu Ihrem Treffen`,
    lead: ({ name }) =>
      `${name} ist nicht damit einverstanden, wie Ihr Treffen vermerkt wurde. Die Programmleitung entscheidet.`,
  },
  settled: {
    subject: ({ name, when }) => `Entschieden: Ihr Treffen mit ${name}, ${when}`,
    lead: ({ name }) => `Die Programmleitung hat über Ihr Treffen mit ${name} entschieden.`,
  },
  'room-extended': {
    subject: ({ name }) => `${name} lässt Ihren Raum länger offen`,
    lead: ({ name }) => `${name} lässt Ihren Raum länger offen.`,
  },
  reviewed: {
    subject: ({ name }) => `${name} hat über Ihr Treffen geschrieben`,
    lead: ({ name }) => `${name} hat Ihr Treffen bewertet.`,
  },
  'case-contested': {
    subject: ({ name }) => `Ihre Entscheidung ist gefragt: ${name}`,
    lead: ({ name }) =>
      `Dem Vermerk zum Treffen von ${name} wurde widersprochen. Die Programmleitung entscheidet.`,
  },
  'case-forgotten': {
    subject: ({ name }) => `Ihre Entscheidung ist gefragt: ${name}`,
    lead: ({ name }) =>
      `Niemand hat einen Tag nach dem Ende gesagt, wie das Treffen von ${name} war. Die Programmleitung entscheidet.`,
  },
  'day-before': {
    subject: ({ name, when }) => `Ihr Treffen mit ${name}: ${when}`,
    lead: ({ name }) => `Zur Erinnerung: Sie treffen ${name}.`,
  },
  'hour-before': {
    subject: ({ name, when }) => `Bald treffen Sie ${name}: ${when}`,
    lead: ({ name }) => `In höchstens einer Stunde treffen Sie ${name}.`,
  },
  'room-opens': {
    subject: ({ name }) => `Ihr Raum mit ${name} ist offen`,
    lead: ({ name }) => `Ihr Raum mit ${name} ist offen. Sie können jetzt eintreten.`,
  },
  unmarked: {
    subject: ({ name }) => `Wie lange dauerte Ihr Treffen mit ${name}?`,
    lead: ({ name }) =>
      `Ihr Treffen mit ${name} ist vorbei. Schließen Sie es mit der tatsächlichen Dauer ab, oder geben Sie an, dass ${name} nicht gekommen ist.`,
  },
  'still-unmarked': {
    subject: ({ name, when }) => `Noch nicht abgeschlossen: ${name}, ${when}`,
    lead: ({ name }) =>
      `Niemand hat angegeben, wie Ihr Treffen mit ${name} verlaufen ist. Sie können es noch; auch die Programmleitung sieht es jetzt.`,
  },
  'calendar-request': {
    subject: ({ name, when }) => `Für Ihren Kalender: ${name}, ${when}`,
    lead: ({ name }) => `Ihr Treffen mit ${name} ist vereinbart. Hier ist es für Ihren Kalender.`,
  },
  'calendar-cancel': {
    subject: ({ name, when }) => `Aus Ihrem Kalender: ${name}, ${when}`,
    lead: ({ name }) =>
      `Ihr Treffen mit ${name} ist abgesagt. Damit verschwindet es aus Ihrem Kalender.`,
  },
};
