import {
  accepts,
  asks,
  cancels,
  completes,
  contests,
  reads,
  reviews,
  settles,
  talk,
  withdraws,
  type Scene,
} from '../play/scene.ts';

const zone = 'Pacific/Auckland';

/** An editor who has little time now, and keeps it for those she works with. @see P3 */
export const arohaAndHana: Scene = {
  program: 'writing',
  mentee: 'aroha',
  mentor: 'hana',
  zone,
  steps: [
    ...talk(
      -34,
      `12:30 Aroha: Kia ora Hana, my abstract is four hundred words and the journal allows two hundred. Every word is somebody’s favourite, mostly mine.
       13:40 Hana: Hello Aroha. Send me the four hundred, and beside each sentence write what the reader would lose without it.
       13:55 Aroha: For some of them the honest answer is “nothing, but it took me a month”.
       14:05 Hana: Those go into the thesis, where a month is visible.`,
    ),
    asks(['aroha', '-32 12:00', 'abstract'], {
      start: '-23 13:00',
      minutes: 60,
      note: 'From four hundred words to two hundred.',
    }),
    accepts('hana', '-32 13:20', 'abstract'),
    completes(['hana', '-23 13:50', 'abstract'], 50),
    reviews(
      ['aroha', '-23 15:00', 'abstract'],
      5,
      'Four sentences went, and it says more. Kind about every one of them.',
    ),
    ...talk(
      -23,
      `14:00 Aroha: One hundred and ninety-six. I feel lighter.
       14:12 Hana: Keep the four spare words for the reviewers.`,
    ),
    asks(['aroha', '-8 12:30', 'reviewers'], {
      start: '+6 13:00',
      minutes: 60,
      note: 'The reviewers answered. The second one is cross.',
    }),
    accepts('hana', '-8 13:40', 'reviewers'),
    ...talk(
      -8,
      `13:45 Hana: Do not reply to anyone before we have met. Sleep on the second one for at least three nights.
       13:50 Aroha: I have put the letter in the garden shed.
       13:52 Hana: An excellent place for it.`,
    ),
    reads('aroha', '-7 12:00'),
  ],
};

/** Agreed before the mentor went to sea; what is booked stands. @see P3 */
export const arohaAndIngrid: Scene = {
  program: 'writing',
  mentee: 'aroha',
  mentor: 'ingrid',
  zone,
  steps: [
    ...talk(
      -39,
      `20:00 Aroha: Hello Ingrid, I read your piece on cod and cried a little, which I had not expected of cod. Could you teach me to open a chapter like that?
       20:40 Ingrid: Hello Aroha, thank you. I can show you what I cut. The opening was page eleven once.`,
    ),
    asks(['aroha', '-37 19:30', 'openings'], {
      start: '-30 19:30',
      minutes: 45,
      note: 'Finding page eleven in my own chapter.',
    }),
    accepts('ingrid', '-37 20:10', 'openings'),
    completes(['ingrid', '-30 20:20', 'openings'], 45),
    reviews(
      ['aroha', '-30 21:30', 'openings'],
      4,
      'She reads aloud, and then you hear it yourself.',
    ),
    ...talk(
      -30,
      `20:45 Aroha: It was page seven. It begins with my grandmother counting fronds.
       20:58 Ingrid: Then that is where it begins. The literature can wait until page two.`,
    ),
    contests(
      ['aroha', '-29 12:10', 'openings'],
      'It was a whole hour, and the last quarter was the best of it. I would like the record to say so.',
    ),
    settles(
      ['sofia', '-28 10:00', 'openings'],
      60,
      'You both tell me that it was an hour, the last part of it by telephone.',
    ),
    asks(['aroha', '-10 19:30', 'second-chapter'], {
      start: '+9 19:30',
      minutes: 45,
      note: 'The second chapter, which has no grandmother in it.',
    }),
    accepts('ingrid', '-10 20:20', 'second-chapter'),
    ...talk(
      -8,
      `20:00 Ingrid: I shall be on the research ship from the end of this week and back on land just before we meet. The satellite carries text on good days.
       20:20 Aroha: Fair winds. I will not send you forty pages.`,
    ),
    reads('ingrid', '-7 20:00'),
  ],
};

/** A first session that has not come about yet. */
export const arohaAndKofi: Scene = {
  program: 'writing',
  mentee: 'aroha',
  mentor: 'kofi',
  zone,
  steps: [
    ...talk(
      -21,
      `20:30 Aroha: Hello Kofi, my methods chapter says “samples were taken” eleven times. By whom, asks the second reviewer.
       21:10 Kofi: Hello Aroha, a fair question, and a short answer: by you. Say so.`,
    ),
    asks(['aroha', '-19 20:30', 'methods'], {
      start: '-15 20:30',
      minutes: 45,
      note: 'Saying “I” in a methods chapter.',
    }),
    withdraws('aroha', '-19 21:15', 'methods'),
    ...talk(
      -19,
      `21:17 Aroha: I took that back, it is the evening of my nephew’s school play and he is a lighthouse.`,
    ),
    asks(['aroha', '-12 20:30', 'methods-again'], {
      start: '-7 20:30',
      minutes: 45,
      note: 'Saying “I”, second attempt.',
    }),
    accepts('kofi', '-12 21:00', 'methods-again'),
    cancels(
      ['kofi', '-9 21:00', 'methods-again'],
      'The power company works on our street that morning and I would have neither light nor line.',
    ),
    ...talk(
      -9,
      `21:05 Kofi: I am sorry. Send me the chapter in the meantime and I will mark every passive.
       21:20 Aroha: There may not be enough ink.`,
    ),
  ],
};
