import {
  accepts,
  asks,
  completes,
  proposes,
  reads,
  refuses,
  reviews,
  talk,
  type Scene,
} from '../play/scene.ts';

const zone = 'Asia/Ho_Chi_Minh';

/** A proposal that nobody answered in time, between two that went well. */
export const linhAndPriya: Scene = {
  program: 'engineers',
  mentee: 'linh',
  mentor: 'priya',
  zone,
  steps: [
    ...talk(
      -24,
      `14:00 Linh: Hello Priya. My forecasts are good on weekdays and wrong on one particular Sunday, every year.
       15:10 Priya: Hello Linh. Is it a Sunday on which the clocks change?
       15:12 Linh: Oh.
       15:13 Priya: Welcome to metering. Come and I will show you the table with twenty-five hours.`,
    ),
    asks(['linh', '-22 14:00', 'clocks'], {
      start: '-19 15:00',
      minutes: 60,
      note: 'The table with twenty-five hours.',
    }),
    accepts('priya', '-22 15:30', 'clocks'),
    completes(['priya', '-19 16:05', 'clocks'], 60),
    reviews(
      ['linh', '-19 18:00', 'clocks'],
      4,
      'A lot in one hour. The drawing she sent afterwards was what made it stay.',
    ),
    ...talk(
      -19,
      `16:20 Linh: The error on that Sunday is now smaller than on the Saturday. I did not know a bug could be so satisfying.`,
    ),
    asks(['linh', '-15 14:30', 'gaps'], {
      start: '-11 15:00',
      minutes: 45,
      note: 'What to do with readings that arrive a week late.',
    }),
    proposes(['priya', '-15 15:00', 'gaps'], '-10 16:00'),
    ...talk(
      -13,
      `14:00 Linh: I am sorry, I saw your other time only after it had run out. I was writing my thesis and had everything switched off.
       15:40 Priya: A good reason to be out of reach. Ask again, late readings will still be late next week.`,
    ),
    asks(['linh', '-5 14:00', 'late-readings'], {
      start: '+7 15:00',
      minutes: 45,
      note: 'Late readings, with examples from the heat wave.',
    }),
    accepts('priya', '-5 15:15', 'late-readings'),
    reads('priya', '-4 15:00'),
    reads('linh', '-4 15:30'),
  ],
};

/** Getting ready for the first night on call. */
export const linhAndThabo: Scene = {
  program: 'engineers',
  mentee: 'linh',
  mentor: 'thabo',
  zone,
  steps: [
    ...talk(
      -14,
      `16:00 Linh: Hello Thabo, my first on-call week is next month and I have started to dream of the alarm sound.
       16:40 Thabo: Hello Linh. Everyone does. The sound can be changed, and so can the odds: we will break something on purpose together, by daylight.
       16:44 Linh: On purpose?
       16:45 Thabo: In the test grid. Nobody’s kettle will notice.`,
    ),
    asks(['linh', '-12 16:00', 'breaking'], {
      start: '-9 16:00',
      minutes: 90,
      note: 'Breaking something on purpose.',
    }),
    accepts('thabo', '-12 16:50', 'breaking'),
    completes(['thabo', '-9 17:40', 'breaking'], 95),
    reviews(
      ['thabo', '-9 18:10', 'breaking'],
      5,
      'Broke it faster than I did in my first year. Ready for a review of her own.',
    ),
    ...talk(
      -9,
      `18:00 Thabo: You stayed calm and read the graph before the log. Write that on a card for the night.
       18:10 Linh: I have. The card is beside the phone, and the alarm is now a frog.`,
    ),
    reads('thabo', '-8 16:00'),
    asks(['linh', '-120min', 'card'], {
      start: '+3 16:00',
      minutes: 45,
      note: 'Reading two old incident reports together before my week begins.',
    }),
    ...talk(
      'now',
      `-118min Linh: I have chosen two reports, one of them is yours from the year of the flood.`,
    ),
  ],
};

/** Times put forward, countered, refused and at last agreed. @see R3 */
export const linhAndKofi: Scene = {
  program: 'writing',
  mentee: 'linh',
  mentor: 'kofi',
  zone,
  steps: [
    ...talk(
      -18,
      `16:00 Linh: Dear Kofi, my results chapter has nineteen figures and my supervisor calls it “rich”. I fear that is not praise.
       17:10 Kofi: Dear Linh, it is a polite word. Which of the nineteen would you show to a stranger in a lift?
       17:25 Linh: Three, perhaps.
       17:30 Kofi: Then we have a chapter of three figures, and an appendix.`,
    ),
    asks(['linh', '-16 16:00', 'figures'], {
      start: '-13 16:00',
      minutes: 60,
      note: 'Nineteen figures, and which three.',
    }),
    proposes(['kofi', '-16 17:00', 'figures'], '-13 23:00'),
    refuses('linh', '-16 18:00', 'figures'),
    ...talk(
      -16,
      `18:02 Linh: I am sorry, that is very late in Saigon and I would not be of use.
       18:20 Kofi: Of course, I counted in the wrong direction. Try me with another afternoon of yours.`,
    ),
    asks(['linh', '-6 16:00', 'figures-again'], {
      start: '+9 16:00',
      minutes: 60,
      note: 'Three figures and the sentence under each.',
    }),
    proposes(['kofi', '-6 17:00', 'figures-again'], '+10 15:00'),
    proposes(['linh', '-6 18:00', 'figures-again'], '+10 17:00'),
    accepts('kofi', '-6 18:30', 'figures-again'),
    ...talk(-6, `18:32 Kofi: Agreed at last. We negotiate like two ministries.`),
    reads('linh', '-6 19:00'),
  ],
};
