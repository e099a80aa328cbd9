import {
  accepts,
  asks,
  cancels,
  completes,
  misses,
  reads,
  reviews,
  talk,
  type Scene,
} from '../play/scene.ts';

const zone = 'America/Bogota';

/** Early in Bogotá, evening in Chennai. */
export const tomasAndPriya: Scene = {
  program: 'engineers',
  mentee: 'tomas',
  mentor: 'priya',
  zone,
  steps: [
    ...talk(
      -30,
      `07:40 Tomas: Good morning Priya, or good evening. I have to present a design in three weeks and have never seen a design review from the inside.
       08:15 Priya: Good evening Tomás. It is a room of people who want to know what happens when it fails. Which system is it?
       08:20 Tomas: The one that fills in missing meter readings.
       08:31 Priya: I know that one well, I wrote its first bug. Let us look at it together before you write anything.`,
    ),
    asks(['tomas', '-29 07:30', 'tracing'], {
      start: '-26 07:30',
      minutes: 60,
      note: 'Tracing one reading from the meter to the invoice.',
    }),
    accepts('priya', '-29 08:00', 'tracing'),
    completes(['priya', '-26 08:45', 'tracing'], 75),
    reviews(
      ['tomas', '-26 12:00', 'tracing'],
      5,
      'We followed one reading through twelve tables. I would have needed a month alone.',
    ),
    ...talk(
      -26,
      `09:00 Tomas: We found a reading that passes through eleven tables. I counted them twice.
       09:12 Priya: Twelve, one is a view. Put that drawing on page one of your design, nobody here has it.`,
    ),
    asks(['tomas', '-16 07:45', 'draft'], {
      start: '-12 07:30',
      minutes: 45,
      note: 'The first draft. Page three is the weak one.',
    }),
    accepts('priya', '-16 08:30', 'draft'),
    completes(['priya', '-12 08:20', 'draft'], 45),
    reviews(['tomas', '-12 12:30', 'draft'], 5, 'Direct, and right. Say the decision first.'),
    ...talk(
      -12,
      `08:40 Priya: Say in the first sentence what you decided. You hide it on page three as if it were bad news.
       08:52 Tomas: In my old agency the first sentence was always how happy we were to be asked.
       08:58 Priya: You may be happy in the second sentence.`,
    ),
    asks(['tomas', '-9 07:40', 'rehearsal'], {
      start: '-6 07:30',
      minutes: 30,
      note: 'A rehearsal, ten minutes of talk and twenty of questions.',
    }),
    accepts('priya', '-9 08:10', 'rehearsal'),
    cancels(
      ['tomas', '-7 07:35', 'rehearsal'],
      'The review has moved by two weeks, and I would rather rehearse closer to it.',
    ),
    asks(['tomas', '-4 07:30', 'rehearsal-later'], {
      start: '+4 07:30',
      minutes: 45,
      note: 'The rehearsal, for the new date.',
    }),
    accepts('priya', '-4 08:05', 'rehearsal-later'),
    ...talk(
      -4,
      `08:07 Priya: I have invited my own doubts and will bring all of them.
       08:10 Tomas: I shall make room at the table.`,
    ),
    reads('priya', '-3 09:00'),
  ],
};

/** Pair programming: one session was forgotten by the mentor, one is running now. */
export const tomasAndMateo: Scene = {
  program: 'engineers',
  mentee: 'tomas',
  mentor: 'mateo',
  zone,
  steps: [
    ...talk(
      -15,
      `10:05 Tomas: Hola Mateo, I have a ticket in the control room screens and the keyboard focus goes somewhere I cannot see.
       10:30 Mateo: Hola Tomás, it goes behind the map, it likes it there. Shall we pair on it? Real work, no slides.
       10:33 Tomas: Please.`,
    ),
    asks(['tomas', '-13 10:00', 'focus'], {
      start: '-8 10:00',
      minutes: 60,
      note: 'The focus that hides behind the map.',
    }),
    accepts('mateo', '-13 11:20', 'focus'),
    misses(['tomas', '-8 10:20', 'focus'], 'mentee'),
    ...talk(
      -8,
      `10:22 Tomas: I think we missed each other, so I have noted it. The focus is still behind the map.
       12:05 Mateo: Entirely my fault. My calendar was an hour off after the office move, and I was explaining a screen to an auditor. I owe you one, and a good one.
       12:10 Tomas: No harm done, I read the code of the map meanwhile.`,
    ),
    asks(['tomas', '-5 10:10', 'focus-again'], {
      start: '-20min',
      minutes: 60,
      note: 'The focus, second try. I know now which element holds it.',
    }),
    accepts('mateo', '-5 11:00', 'focus-again'),
    ...talk(
      'now',
      `-24min Mateo: I am in the room already, early for once in my life.
       -22min Tomas: Coming, with the branch checked out.`,
    ),
    reads('mateo', '-21min'),
  ],
};
