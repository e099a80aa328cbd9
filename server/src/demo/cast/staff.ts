import type { Member } from './member.ts';

/** Those who keep the programs running. */
export const staff = {
  anneli: {
    name: 'Anneli Kask',
    portrait: 'anneli-337',
    email: 'anneli@confab.example',
    password: 'keys-on-the-hook',
    zone: 'Europe/Tallinn',
    role: 'admin',
    headline: 'Looks after this Confab',
    about: 'I set up the programs, make the invitations and read every mentor’s application.',
    languages: ['Estonian', 'English', 'Finnish'],
    subjects: [],
    programs: [],
    joined: '-48 09:00',
  },
  sofia: {
    name: 'Sofia Marchetti',
    portrait: 'sofia-13',
    email: 'sofia@confab.example',
    password: 'coffee-at-eleven',
    zone: 'Europe/Rome',
    role: 'manager',
    headline: 'Keeps the three programs in step',
    about: 'If a session went wrong or a pairing does not fit, tell me and we will sort it out.',
    languages: ['Italian', 'English', 'French'],
    subjects: [],
    programs: ['firstYear', 'engineers', 'writing'],
    joined: '-46 10:00',
  },
} satisfies Record<string, Member>;
