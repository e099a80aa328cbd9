import {
  accepts,
  asks,
  cancels,
  completes,
  contests,
  meets,
  proposes,
  reads,
  reviews,
  talk,
  type Scene,
} from '../play/scene.ts';

const library = { kind: 'in-person', place: 'Saarni main library, room 2B' } as const;

/** Two people of one town, who mostly meet in person. */
export const noorAndAino: Scene = {
  program: 'firstYear',
  mentee: 'noor',
  mentor: 'aino',
  zone: 'Europe/Helsinki',
  steps: [
    ...talk(
      -32,
      `12:10 Noor: Hello Aino, I am in Professor Salmi’s calculus course and limits have defeated me. Daniel from this program said you like limits.
       12:40 Aino: Hello Noor, I do, and they can be negotiated with. Come to the library, I have a room there after lunch on most days.
       12:52 Noor: I would like that. Should I prepare anything?
       12:55 Aino: Bring one exercise that you began and did not finish. The unfinished ones are the interesting ones.`,
    ),
    asks(['noor', '-31 12:00', 'limits'], {
      start: '-25 13:00',
      minutes: 45,
      location: library,
      note: 'Exercise 14. I have begun it four times.',
    }),
    accepts('aino', '-31 14:05', 'limits'),
    completes(['aino', '-25 13:50', 'limits'], 45),
    reviews(
      ['noor', '-25 16:00', 'limits'],
      5,
      'Asked me what I wanted before she said what she thought.',
    ),
    ...talk(
      -25,
      `15:00 Noor: I finished exercise 14 on the tram home.
       15:20 Aino: On the tram, even better. Epsilon does not mind the rails.`,
    ),
    asks(['noor', '-19 12:30', 'series'], {
      start: '-17 13:00',
      minutes: 60,
      location: library,
      note: null,
    }),
    accepts('aino', '-19 13:15', 'series'),
    cancels(
      ['noor', '-18 20:10', 'series'],
      'I have a fever and do not want to bring it to the library. I am sorry.',
    ),
    ...talk(
      -18,
      `20:30 Aino: Stay in bed. Series converge without you for a week.
       20:41 Noor: Thank you. I will read lying down.`,
    ),
    asks(['noor', '-7 10:30', 'sequences'], {
      start: '-4 10:00',
      minutes: 60,
      location: library,
      note: 'Sequences, before they turn into series.',
    }),
    accepts('aino', '-7 12:00', 'sequences'),
    asks(['noor', '-6 11:00', 'derivatives'], {
      start: '-3 12:00',
      minutes: 30,
      note: 'Only the chain rule, so online is enough, I think.',
    }),
    accepts('aino', '-6 11:30', 'derivatives'),
    asks(['noor', '-5 11:30', 'mock-exam'], {
      start: '+8 13:00',
      minutes: 90,
      location: library,
      note: 'A practice exam under a clock, if you have an old one.',
    }),
    accepts('aino', '-5 13:10', 'mock-exam'),
    ...talk(
      -5,
      `13:12 Aino: I have three old ones, and shall choose the one with the nasty second question.
       13:30 Noor: I knew you would.`,
    ),
    completes(['aino', '-4 11:20', 'sequences'], 60),
    meets(['aino', '-3 12:31', 'derivatives']),
    ...talk(
      -3,
      `12:45 Noor: That was exactly half an hour and now I see why it is called a chain.
       12:50 Aino: Link by link. I must run to my own lecture, more next time.`,
    ),
    contests(
      ['noor', '-3 13:30', 'sequences'],
      'We stopped after half an hour, when the room was needed. My stipend counts these hours, so I would like them to be right.',
    ),
    ...talk(
      -3,
      `13:34 Noor: I have said so under our session on sequences: it was half an hour. I hope that is all right.
       13:50 Aino: It is quite right, I confirmed what was booked without thinking. Sofia will put it straight.`,
    ),
    reads('noor', '-700min'),
    asks(['noor', '-600min', 'integrals'], {
      start: '+4 10:00',
      minutes: 60,
      note: 'Integration by parts before the tutorial, if your morning is free.',
    }),
    proposes(['aino', '-200min', 'integrals'], '+4 14:00'),
    ...talk(
      'now',
      `-198min Aino: My morning belongs to the faculty council, I am afraid. Would the afternoon of the same day do?
       -197min Aino: And bring the photograph of your fridge, Daniel told me nothing but I have heard of it.`,
    ),
  ],
};
