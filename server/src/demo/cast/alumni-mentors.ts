import type { Member } from './member.ts';
import { weekly } from './weekly.ts';

/** Mentors of the first year. */
export const alumniMentors = {
  daniel: {
    name: 'Daniel Okafor',
    portrait: 'daniel-7',
    email: 'daniel@confab.example',
    password: 'night-train-home',
    zone: 'America/New_York',
    role: 'mentor',
    headline: 'Staff engineer in public transport; Saarni graduate',
    about:
      'I failed my first algorithms exam and now write timetabling software for a living, so I know both sides. I am good at breaking a frightening task into dull pieces, and at reading CVs. I am not the right person for graphics or games. I answer in the mornings, New York time.',
    languages: ['English', 'Igbo', 'Finnish'],
    subjects: ['Algorithms', 'Internships', 'Study planning', 'Interviews'],
    programs: ['firstYear', 'engineers'],
    joined: '-44 09:00',
    hours: weekly({ 'Mon Wed Fri': '12:00-13:30 17:00-20:00', Sat: '10:00-13:00' }, { pause: 15 }),
    timetable: {
      name: 'Office',
      said: { Mon: '17:30-18:30', Wed: '12:00-13:00', Fri: '18:00-19:00' },
    },
  },
  aino: {
    name: 'Aino Lehtonen',
    portrait: 'aino-236',
    email: 'aino@confab.example',
    password: 'birch-and-barley',
    zone: 'Europe/Helsinki',
    role: 'mentor',
    headline: 'University teacher of mathematics; study skills',
    about:
      'I have taught first-year calculus for eleven years and still enjoy the moment when limits make sense. I like to meet at the library with paper and pencil. If you are behind, come anyway: we start from where you are, not from where the course is.',
    languages: ['Finnish', 'Swedish', 'English'],
    subjects: ['Calculus', 'Exam preparation', 'Asking questions'],
    programs: ['firstYear'],
    joined: '-44 13:00',
    hours: weekly(
      { 'Mon Tue Thu': '09:00-12:00 13:00-17:00', Wed: '13:00-19:00' },
      { pause: 15, longestDay: 240 },
    ),
  },
  camila: {
    name: 'Camila Duarte',
    portrait: 'camila-4',
    email: 'camila@confab.example',
    password: 'river-of-january',
    zone: 'America/Sao_Paulo',
    role: 'mentor',
    headline: 'Economist and first in her family to study',
    about:
      'I studied at night and worked by day, and I remember how tired that was. I help with statistics, with organising a week that has too much in it, and with writing to professors. I ask a lot of questions before I give any advice.',
    languages: ['Portuguese', 'English', 'Spanish'],
    subjects: ['Statistics', 'Studying beside a job', 'Academic English'],
    programs: ['firstYear', 'writing'],
    joined: '-43 10:30',
    hours: weekly({ 'Tue Thu': '18:00-21:30', Sat: '09:00-12:00' }, { longestDay: 120 }),
  },
} satisfies Record<string, Member>;
