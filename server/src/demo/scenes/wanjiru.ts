import {
  accepts,
  asks,
  completes,
  misses,
  reads,
  reviews,
  talk,
  type Scene,
} from '../play/scene.ts';

const zone = 'Africa/Nairobi';

/** A mentor who asks before she advises; one session was missed, and talked about. */
export const wanjiruAndCamila: Scene = {
  program: 'firstYear',
  mentee: 'wanjiru',
  mentor: 'camila',
  zone,
  steps: [
    ...talk(
      -27,
      `15:30 Wanjiru: Good afternoon Camila. You studied at night and worked by day. I do it the other way round, and would like to know how you stayed awake.
       16:20 Camila: Good afternoon Wanjiru. I did not always. What does a day look like for you, from the first hour to the last?
       16:45 Wanjiru: Shop from six to one, lectures from two, reading from eight until the book falls on my face.
       17:05 Camila: And which hour of those is the best one? Not the longest, the best.
       17:10 Wanjiru: Five in the morning, before the shop, when nobody needs me.
       17:22 Camila: Then statistics gets that hour and the laundry gets the evening. Shall we talk it through?`,
    ),
    asks(['wanjiru', '-25 16:00', 'week'], {
      start: '-20 16:00',
      minutes: 60,
      note: 'My week, drawn honestly.',
    }),
    accepts('camila', '-25 16:40', 'week'),
    completes(['camila', '-20 17:05', 'week'], 60),
    reviews(
      ['wanjiru', '-20 19:00', 'week'],
      4,
      'My week has an empty evening in it now, and it was my idea, which is how she does it.',
    ),
    reviews(
      ['camila', '-20 18:00', 'week'],
      4,
      'Works two jobs beside her courses. Somebody should tell her about the hardship grant.',
    ),
    ...talk(
      -20,
      `18:00 Wanjiru: I have moved statistics to the morning and told my aunt about it. She says you sound sensible.
       18:15 Camila: Please tell your aunt that I am flattered.`,
    ),
    asks(['wanjiru', '-14 16:10', 'variance'], {
      start: '-11 16:00',
      minutes: 45,
      note: 'Variance and why it is squared.',
    }),
    accepts('camila', '-14 16:30', 'variance'),
    misses(['camila', '-11 16:25', 'variance'], 'mentor'),
    ...talk(
      -11,
      `16:26 Camila: I waited for a while and then marked it, so that the record is straight. Is everything all right with you?
       20:40 Wanjiru: I am so sorry. A lorry came with the whole season’s maize seed and there was nobody else to count it. I should have written.
       20:55 Camila: Seed does not wait. Next time send me one word, “lorry” will do. Ask again when the counting is over.`,
    ),
    asks(['wanjiru', '-7 16:00', 'variance-again'], {
      start: '+2 16:00',
      minutes: 45,
      note: 'Variance, second try. No lorry is expected.',
    }),
    accepts('camila', '-7 17:00', 'variance-again'),
    ...talk(
      -7,
      `17:02 Camila: With pleasure. Bring the maize numbers, real data is kinder than dice.
       17:20 Wanjiru: I have four seasons of them in a school notebook.`,
    ),
    reads('camila', '-2 17:00'),
  ],
};

/** She asks the main mentor for the same time as somebody else does. @see B6 */
export const wanjiruAndDaniel: Scene = {
  program: 'firstYear',
  mentee: 'wanjiru',
  mentor: 'daniel',
  zone,
  steps: [
    ...talk(
      -4,
      `17:10 Wanjiru: Hello Daniel, Camila says you read CVs and are kind about it. Mine has a seed shop in it.
       18:00 Daniel: Hello Wanjiru, then it has more in it than most. Send it over, and ask for an hour when you like.
       18:30 Wanjiru: Thank you. I shall look at the calendar after the harvest accounts.`,
    ),
    reads('daniel', '-3 18:00'),
    asks(['wanjiru', '-180min', 'cv'], {
      start: '+3 16:30',
      minutes: 60,
      note: 'My CV, and whether a shop counts as experience.',
    }),
    ...talk(
      'now',
      `-178min Wanjiru: I have asked for an hour. If it does not suit you, any afternoon of mine is a morning of yours.`,
    ),
  ],
};
