import type { Words } from './words.ts';

/** What devices show: short, for they cut it off. */
export const push: Words['push'] = {
  titles: {
    requested: (name) => `${name} asks you for a session`,
    proposed: (name) => `${name} proposes another time`,
    'answer-halfway': (name) => `${name} waits for your answer`,
    'answer-soon': (name) => `Answer ${name} soon`,
    accepted: (name) => `${name} accepted`,
    moved: (name) => `${name} accepted the new time`,
    declined: (name) => `${name} declined`,
    'proposal-refused': (name) => `${name} declined the new time`,
    'proposal-withdrawn': (name) => `${name} took the new time back`,
    'proposal-lapsed': (name) => `The new time with ${name} lapsed`,
    withdrawn: (name) => `${name} withdrew the request`,
    expired: (name) => `Not answered in time: ${name}`,
    cancelled: (name) => `Cancelled: session with ${name}`,
    completed: (name) => `${name} completed your session`,
    'marked-no-show': (name) => `${name} marked your session as missed`,
    undone: (name) => `${name} took a mark back`,
    contested: (name) => `${name} contests the mark on your session`,
    settled: (name) => `Settled: session with ${name}`,
    'room-extended': (name) => `${name} keeps your room open longer`,
    reviewed: (name) => `${name} rated your session`,
    'day-before': (name) => `Tomorrow you meet ${name}`,
    'hour-before': (name) => `Soon you meet ${name}`,
    'room-opens': (name) => `Your room with ${name} is open`,
    unmarked: (name) => `How long did you meet ${name}?`,
    'still-unmarked': (name) => `Not completed yet: session with ${name}`,
  },
  wrote: (name) => `${name} wrote to you`,
  several: (name) => `${name} and others wrote to you`,
};
