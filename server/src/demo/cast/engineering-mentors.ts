import type { Member } from './member.ts';
import { weekly } from './weekly.ts';

/** Mentors at Tidewater Grid. */
export const engineeringMentors = {
  priya: {
    name: 'Priya Raghunathan',
    portrait: 'priya-6',
    email: 'priya@confab.example',
    password: 'monsoon-window',
    zone: 'Asia/Kolkata',
    role: 'mentor',
    headline: 'Principal engineer, metering data',
    about:
      'I have looked after the metering pipeline since it was one script on one machine. I like tracing a number back to the meter it came from, and I teach that. I will read your design before we meet, so please send it the day before.',
    languages: ['Tamil', 'Hindi', 'English'],
    subjects: ['Data pipelines', 'Design reviews', 'SQL'],
    programs: ['engineers'],
    joined: '-45 11:00',
    hours: weekly({ 'Mon Tue Wed Thu Fri': '10:00-12:00 15:00-18:30' }, { pause: 10 }),
  },
  mateo: {
    name: 'Mateo Fuentes',
    portrait: 'mateo-4',
    email: 'mateo@confab.example',
    password: 'agave-and-lime',
    zone: 'America/Mexico_City',
    role: 'mentor',
    headline: 'Front-end lead, control room screens',
    about:
      'My screens are read at four in the morning by tired people, which has taught me to leave things out. I pair on real work rather than exercises. I am often late by two minutes and will say so.',
    languages: ['Spanish', 'English'],
    subjects: ['Accessibility', 'TypeScript', 'Pair programming'],
    programs: ['engineers'],
    joined: '-45 09:00',
  },
  thabo: {
    name: 'Thabo Nkosi',
    portrait: 'thabo-98',
    email: 'thabo@confab.example',
    password: 'lamp-oil-and-wire',
    zone: 'Africa/Johannesburg',
    role: 'mentor',
    headline: 'Reliability engineer; writes the post-mortems',
    about:
      'I run the on-call rota and have been woken by most of our systems. I help new engineers get ready for their first shift and to write about failures without blame. I was a radio technician before, so I draw circuits for everything.',
    languages: ['Zulu', 'Sotho', 'English'],
    subjects: ['On-call', 'Incident reports', 'Monitoring'],
    programs: ['engineers'],
    joined: '-43 14:00',
    hours: weekly({ 'Tue Wed Thu': '08:00-11:00 14:00-16:00', Sun: '16:00-18:00' }),
  },
  meiling: {
    name: 'Chen Mei-Ling',
    portrait: 'meiling-182',
    email: 'meiling@confab.example',
    password: 'oolong-by-noon',
    zone: 'Asia/Taipei',
    role: 'mentor',
    headline: 'Embedded engineer, smart meters',
    about:
      'I write the firmware that everyone else’s data comes from. I would like to help people who have never met hardware to lose their fear of it. I have mentored interns for three summers.',
    languages: ['Mandarin', 'Taiwanese', 'English'],
    subjects: ['Firmware', 'Debugging', 'Testing on hardware'],
    programs: ['engineers'],
    joined: '-3 10:00',
    isWaiting: true,
  },
} satisfies Record<string, Member>;
