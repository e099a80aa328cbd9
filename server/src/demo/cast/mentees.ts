import type { Member } from './member.ts';

/** Those who ask. */
export const mentees = {
  noor: {
    name: 'Noor Haddad',
    email: 'noor@confab.example',
    password: 'paper-lanterns',
    zone: 'Europe/Helsinki',
    role: 'mentee',
    headline: 'First-year computer science student',
    about:
      'I moved from Beirut to Helsinki to study. I like proofs more than I expected and group work less. I would like to find an internship, and to write English that sounds like me.',
    languages: ['Arabic', 'French', 'English'],
    subjects: ['Algorithms', 'Internships', 'Academic English'],
    programs: ['firstYear', 'writing'],
    joined: '-40 12:00',
  },
  wanjiru: {
    name: 'Wanjiru Kamau',
    email: 'wanjiru@confab.example',
    password: 'long-rains-late',
    zone: 'Africa/Nairobi',
    role: 'mentee',
    headline: 'First-year student of environmental economics, by distance',
    about:
      'I study from Nairobi and work mornings at my aunt’s seed shop. I know how a harvest is priced; now I am learning how to write it down as a model.',
    languages: ['Kikuyu', 'Swahili', 'English'],
    subjects: ['Statistics', 'Studying beside a job'],
    programs: ['firstYear'],
    joined: '-39 15:00',
  },
  tomas: {
    name: 'Tomás Rivera',
    email: 'tomas@confab.example',
    password: 'mountain-coffee',
    zone: 'America/Bogota',
    role: 'mentee',
    headline: 'Software engineer, four months at Tidewater Grid',
    about:
      'I came from a small agency where I did everything myself. Here I am learning to read code that I did not write and to ask before I rewrite it.',
    languages: ['Spanish', 'English'],
    subjects: ['Code reading', 'Design reviews', 'On-call'],
    programs: ['engineers'],
    joined: '-38 09:30',
  },
  linh: {
    name: 'Trần Mỹ Linh',
    email: 'linh@confab.example',
    password: 'lotus-and-steel',
    zone: 'Asia/Ho_Chi_Minh',
    role: 'mentee',
    headline: 'Data engineer and part-time doctoral student',
    about:
      'By day I move meter readings about; in the evening I write a thesis on forecasting demand in heat waves. I would like the two to speak to each other, and to finish both.',
    languages: ['Vietnamese', 'English'],
    subjects: ['Forecasting', 'Data quality', 'Thesis writing'],
    programs: ['engineers', 'writing'],
    joined: '-37 10:00',
  },
  aroha: {
    name: 'Aroha Ngata',
    email: 'aroha@confab.example',
    password: 'tide-tables-two',
    zone: 'Pacific/Auckland',
    role: 'mentee',
    headline: 'Doctoral student in marine ecology',
    about:
      'My thesis is about kelp, and about the people who have watched over it for longer than there have been journals. I am looking for readers who are honest about structure and gentle about commas.',
    languages: ['English', 'te reo Māori'],
    subjects: ['Thesis structure', 'Peer review', 'Talks'],
    programs: ['writing'],
    joined: '-42 11:00',
  },
} satisfies Record<string, Member>;
