import { another, theNew } from './en-changes.ts';
import { push } from './en-push.ts';
import type { Words } from './words.ts';

export const en: Words = {
  language: 'en',
  locale: 'en-GB',
  moment: (day, time, city) => `${day.replace(',', '')} at ${time} (${city})`,
  span: (day, times, city) => `${day.replace(',', '')}, ${times} (${city})`,
  length: { hours: (count) => `${count} h`, minutes: (count) => `${count} min` },
  cities: {},
  letters: {
    requested: {
      subject: ({ name, when }) => `${name} asks you for a session: ${when}`,
      lead: ({ name }) => `${name} asks you for a session.`,
    },
    proposed: {
      subject: ({ name, when, changed }) => `${name} proposes ${another(changed)}: ${when}`,
      lead: ({ name, changed }) => `${name} proposes ${another(changed)} for your session.`,
    },
    'answer-halfway': {
      subject: ({ name }) => `${name} waits for your answer`,
      lead: ({ name }) => `${name} waits for your answer. Half of the time for it has passed.`,
    },
    'answer-soon': {
      subject: ({ name }) => `Your time to answer ${name} runs out soon`,
      lead: ({ name }) => `${name} still waits for your answer, and the time for it runs out soon.`,
    },
    accepted: {
      subject: ({ name, when }) => `${name} accepted: ${when}`,
      lead: ({ name }) => `${name} accepted your session.`,
    },
    moved: {
      subject: ({ name, when, changed }) => `${name} accepted ${theNew(changed)}: ${when}`,
      lead: ({ name, changed }) => `${name} accepted ${theNew(changed)} of your session.`,
    },
    declined: {
      subject: ({ name, when }) => `${name} declined the session ${when}`,
      lead: ({ name }) => `${name} declined this session.`,
    },
    'proposal-refused': {
      subject: ({ name, when }) => `${name} declined your proposal; ${when} stands`,
      lead: ({ name }) => `${name} declined your proposal. Your session stands as it was agreed.`,
    },
    'proposal-withdrawn': {
      subject: ({ name }) => `${name} took the proposal back`,
      lead: ({ name }) => `${name} took the proposal back.`,
    },
    'proposal-lapsed': {
      subject: ({ name, when }) => `The proposal with ${name} was not answered; ${when} stands`,
      lead: ({ name }) =>
        `The proposal for your session with ${name} was not answered. It stands as it was agreed.`,
    },
    withdrawn: {
      subject: ({ name, when }) => `${name} withdrew the request for ${when}`,
      lead: ({ name }) => `${name} withdrew this request. There is nothing to do.`,
    },
    expired: {
      subject: ({ name, when }) => `Not answered in time: ${name}, ${when}`,
      lead: ({ name }) =>
        `The request for a session with ${name} was not answered in time. It can be made again.`,
    },
    cancelled: {
      subject: ({ name, when }) => `Cancelled: ${name}, ${when}`,
      lead: ({ name }) => `Your session with ${name} is cancelled.`,
    },
    completed: {
      subject: ({ name, took }) => `${name} completed your session${took ? `: ${took}` : ''}`,
      lead: ({ name, took }) =>
        `${name} completed your session${took ? ` and set that it took ${took}` : ''}.`,
    },
    'marked-no-show': {
      subject: ({ name }) => `${name} marked that your session was missed`,
      lead: ({ name }) => `${name} marked that your session was missed.`,
    },
    undone: {
      subject: ({ name }) => `${name} took back the mark on your session`,
      lead: ({ name }) => `${name} took back the mark on your session.`,
    },
    contested: {
      subject: ({ name }) => `${name} contests the mark on your session`,
      lead: ({ name }) =>
        `${name} does not agree with how your session was marked. The program’s manager settles it.`,
    },
    settled: {
      subject: ({ name, when }) => `Settled: your session with ${name}, ${when}`,
      lead: ({ name }) => `The program’s manager has settled your session with ${name}.`,
    },
    'room-extended': {
      subject: ({ name }) => `${name} keeps your room open longer`,
      lead: ({ name }) => `${name} keeps your room open longer.`,
    },
    reviewed: {
      subject: ({ name }) => `${name} wrote about your session`,
      lead: ({ name }) => `${name} rated your session.`,
    },
    'case-contested': {
      subject: ({ name }) => `For you to settle: ${name}`,
      lead: ({ name }) =>
        `The mark on the session of ${name} is contested. A manager of the program settles it.`,
    },
    'case-forgotten': {
      subject: ({ name }) => `For you to settle: ${name}`,
      lead: ({ name }) =>
        `Nobody has said how the session of ${name} went, a day after its end. A manager of the program settles it.`,
    },
    'day-before': {
      subject: ({ name, when }) => `You meet ${name}: ${when}`,
      lead: ({ name }) => `A reminder: you meet ${name}.`,
    },
    'hour-before': {
      subject: ({ name, when }) => `Soon you meet ${name}: ${when}`,
      lead: ({ name }) => `In an hour or less you meet ${name}.`,
    },
    'room-opens': {
      subject: ({ name }) => `Your room with ${name} is open`,
      lead: ({ name }) => `Your room with ${name} is open. You can go in now.`,
    },
    unmarked: {
      subject: ({ name }) => `How long was your session with ${name}?`,
      lead: ({ name }) =>
        `Your session with ${name} is over. Complete it with its actual time, or say that ${name} did not come.`,
    },
    'still-unmarked': {
      subject: ({ name, when }) => `Not completed yet: ${name}, ${when}`,
      lead: ({ name }) =>
        `Nobody has said how your session with ${name} went. You still can; the program’s manager sees it now, too.`,
    },
    'calendar-request': {
      subject: ({ name, when }) => `For your calendar: ${name}, ${when}`,
      lead: ({ name }) => `Your session with ${name} is agreed. Here it is for your calendar.`,
    },
    'calendar-cancel': {
      subject: ({ name, when }) => `Out of your calendar: ${name}, ${when}`,
      lead: ({ name }) =>
        `Your session with ${name} is cancelled. This takes it out of your calendar.`,
    },
  },
  pair: (mentee, mentor) => `${mentee} with ${mentor}`,
  facts: {
    when: 'When',
    theirTime: (name) => `For ${name}`,
    instead: 'Before',
    length: 'Duration',
    took: 'Actual time',
    where: 'Where',
    online: 'Online video, in Confab',
    program: 'Program',
    answerBy: 'Answer until',
    reason: 'Reason',
    settled: 'Settled as',
    change: (from, to) => `${from} → ${to}`,
  },
  outcomes: {
    completed: (length) => `Completed, ${length}`,
    youMissed: 'You did not come',
    theyMissed: (name) => `${name} did not come`,
  },
  buttons: {
    answer: 'Answer',
    open: 'See the session',
    case: 'See the case',
    room: 'To the room',
    messages: 'Read your messages',
    all: 'All notices',
  },
  digest: {
    subject: 'Your day in Confab',
    lead: 'What has happened, and what you have not read yet.',
    unread: (name, count) =>
      count === 1 ? `1 unread message from ${name}` : `${count} unread messages from ${name}`,
  },
  push,
  greeting: (name) => `Hello ${name},`,
  footer: (address) => `You choose what you are mailed about: ${address}`,
  calendar: {
    summary: (name) => `Session with ${name}`,
    description: (address) => `Details and changes: ${address}`,
  },
};
