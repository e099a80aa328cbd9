import type { Member } from './member.ts';
import { weekly } from './weekly.ts';

/** Mentors of the writing circle. */
export const writingMentors = {
  hana: {
    name: 'Hana Sato',
    portrait: 'hana-158',
    email: 'hana@confab.example',
    password: 'plum-rain-sunday',
    zone: 'Asia/Tokyo',
    role: 'mentor',
    headline: 'Associate professor of oceanography; journal editor',
    about:
      'I edit a small journal and have read some two thousand abstracts, about forty of them good on the first try. I comment on structure first and on sentences last. This month I can only see people I already work with.',
    languages: ['Japanese', 'English'],
    subjects: ['Abstracts', 'Peer review', 'Thesis structure'],
    programs: ['writing'],
    joined: '-46 09:30',
    hours: weekly({ 'Mon Tue Wed Thu': '20:00-22:00' }),
    availability: { since: '-10 09:00', is: 'busy' },
  },
  ingrid: {
    name: 'Ingrid Solberg',
    portrait: 'ingrid-48',
    email: 'ingrid@confab.example',
    password: 'fjord-and-wool',
    zone: 'Europe/Oslo',
    role: 'mentor',
    headline: 'Science writer, former fisheries biologist',
    about:
      'I left research to write about it and have not regretted either half. I help with openings, with cutting, and with saying what was actually found. I am at sea for some weeks of the year and then out of reach.',
    languages: ['Norwegian', 'English', 'German'],
    subjects: ['Openings', 'Cutting', 'Writing for the public'],
    programs: ['writing'],
    joined: '-46 11:00',
    hours: weekly({ 'Mon Fri': '10:00-15:00' }, { pause: 30 }),
    availability: { since: '-5 20:00', is: 'away' },
  },
  kofi: {
    name: 'Kofi Mensah',
    portrait: 'kofi-14',
    email: 'kofi@confab.example',
    password: 'drum-before-dawn',
    zone: 'Africa/Accra',
    role: 'mentor',
    headline: 'Statistician; methods and results chapters',
    about:
      'Most of my work is asking what a number was measured with. I read methods and results chapters and will tell you which figure is doing nothing. I learnt English third and am patient with it.',
    languages: ['Twi', 'English', 'French'],
    subjects: ['Statistics', 'Figures', 'Methods chapters'],
    programs: ['writing'],
    joined: '-41 08:30',
  },
} satisfies Record<string, Member>;
