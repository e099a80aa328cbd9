import { another, theNew } from './en-changes.ts';
import type { Words } from './words.ts';

/** What devices show: short, for they cut it off. */
export const push: Words['push'] = {
  titles: {
    requested: ({ name }) => `${name} asks you for a session`,
    proposed: ({ name, changed }) => `${name} proposes ${another(changed)}`,
    'answer-halfway': ({ name }) => `${name} waits for your answer`,
    'answer-soon': ({ name }) => `Answer ${name} soon`,
    accepted: ({ name }) => `${name} accepted`,
    moved: ({ name, changed }) => `${name} accepted ${theNew(changed)}`,
    declined: ({ name }) => `${name} declined`,
    'proposal-refused': ({ name }) => `${name} declined your proposal`,
    'proposal-withdrawn': ({ name }) => `${name} took the proposal back`,
    'proposal-lapsed': ({ name }) => `The proposal with ${name} lapsed`,
    withdrawn: ({ name }) => `${name} withdrew the request`,
    expired: ({ name }) => `Not answered in time: ${name}`,
    cancelled: ({ name }) => `Cancelled: session with ${name}`,
    completed: ({ name, took }) => `${name} completed your session${took ? `: ${took}` : ''}`,
    'marked-no-show': ({ name }) => `${name} marked your session as missed`,
    undone: ({ name }) => `${name} took a mark back`,
    contested: ({ name }) => `${name} contests the mark on your session`,
    settled: ({ name }) => `Settled: session with ${name}`,
    'room-extended': ({ name }) => `${name} keeps your room open longer`,
    reviewed: ({ name }) => `${name} rated your session`,
    'case-contested': ({ name }) => `To settle: ${name}`,
    'case-forgotten': ({ name }) => `To settle: ${name}`,
    'day-before': ({ name }) => `Tomorrow you meet ${name}`,
    'hour-before': ({ name }) => `Soon you meet ${name}`,
    'room-opens': ({ name }) => `Your room with ${name} is open`,
    unmarked: ({ name }) => `How long did you meet ${name}?`,
    'still-unmarked': ({ name }) => `Not completed yet: session with ${name}`,
  },
  wrote: (name) => `${name} wrote to you`,
  several: (name) => `${name} and others wrote to you`,
};
