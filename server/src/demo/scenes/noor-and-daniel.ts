import {
  accepts,
  asks,
  cancels,
  completes,
  declines,
  notes,
  proposes,
  reads,
  reviews,
  talk,
  withdraws,
  type Scene,
} from '../play/scene.ts';

/** The main pair: five weeks, the longest conversation, and a room that is open now. */
export const noorAndDaniel: Scene = {
  program: 'firstYear',
  mentee: 'noor',
  mentor: 'daniel',
  zone: 'Europe/Helsinki',
  steps: [
    ...talk(
      -38,
      `16:10 Noor: Hello Daniel, I am Noor, first year in computer science. Your profile says you failed your first algorithms exam, and I found that oddly encouraging.
       17:02 Daniel: Hello Noor, then it was worth writing down. Welcome. What is the week like at the moment?
       17:09 Noor: Loud. Four courses, a part-time job at the café in the main building, and I nod in lectures without understanding.
       17:15 Daniel: Nodding is the standard protocol for the first month. Which course makes you nod most?
       17:18 Noor: Algorithms. I can follow each line of a proof and still not see why anyone thought of it.
       17:26 Daniel: That is a better complaint than most people have in week three. Ask me for an hour when it suits you and we will take one proof apart.`,
    ),
    asks(['noor', '-37 15:40', 'first'], {
      start: '-35 16:00',
      minutes: 60,
      note: 'I would like to bring one proof I cannot explain, and a photograph of my timetable.',
    }),
    accepts('daniel', '-37 16:20', 'first'),
    ...talk(
      -37,
      `16:22 Daniel: Gladly. Bring the proof you like least.
       16:40 Noor: That is easy, it is the one about merge sort.`,
    ),
    ...talk(
      -35,
      `15:50 Noor: I have tea and the proof. I am a bit nervous, is that normal?
       15:53 Daniel: Perfectly. I have coffee and have not looked at merge sort in years.`,
    ),
    completes(['daniel', '-35 16:58', 'first'], 55),
    reviews(
      ['noor', '-35 19:10', 'first'],
      5,
      'I came with a proof I could not explain and left able to draw it. He never once said “it is easy”.',
    ),
    ...talk(
      -35,
      `17:20 Noor: Thank you. I had not understood that the picture comes first and the proof is written afterwards, backwards.
       17:31 Daniel: Nobody tells you that. Homework from me, a small one: draw three recursion trees, no formulas.
       17:33 Noor: No formulas I can do.`,
    ),
    ...talk(
      -33,
      `18:05 Noor: Here are my trees. The third one has a branch that never ends, so I think I have found a bug and not a tree.
       18:40 Daniel: You found the missing base case. That is the whole chapter in one drawing.
       18:44 Noor: I am going to put it on the fridge.`,
    ),
    ...talk(
      -31,
      `16:15 Noor: A question that is not about algorithms. How did you ask things in lectures? There are two hundred people and the ones who speak all seem to know already.
       16:48 Daniel: I did not, for a year, and I regret it. Then a friend and I agreed that each would ask one thing a week, however small, and the other would pay for lunch.
       16:50 Daniel: Questions of the form “could you say again what n stands for” are always welcome. Half the room did not catch it either.
       17:01 Noor: I could try one. One.
       17:02 Daniel: One is the right number.`,
    ),
    asks(['noor', '-30 16:30', 'second'], {
      start: '-28 16:30',
      minutes: 60,
      note: 'Master theorem. And how to plan the two weeks before the mid-term.',
    }),
    accepts('daniel', '-30 17:10', 'second'),
    ...talk(
      -29,
      `15:45 Noor: I asked my one question. The professor said “good point” and drew the thing again. Three people thanked me in the corridor.
       16:10 Daniel: Lunch is on me the next time I am in Helsinki.
       16:12 Noor: I will remember that.`,
    ),
    completes(['daniel', '-28 17:45', 'second'], 70),
    reviews(
      ['noor', '-28 20:00', 'second'],
      4,
      'The plan for the two weeks is on my wall. A little less about hash tables next time, or a little more.',
    ),
    reviews(
      ['daniel', '-28 18:30', 'second'],
      5,
      'Prepared, honest about what she does not know, and quick. She could do with hearing that from somebody other than me.',
    ),
    notes(
      ['noor', '-28 20:05', 'second'],
      'Three trees, then the picture, then the formula.\nAsk next time: how did he choose his first team?',
    ),
    ...talk(
      -28,
      `17:50 Daniel: We ran over by ten minutes, my fault, I enjoyed the detour about hash tables.
       18:02 Noor: So did I. The plan for the two weeks is on my wall, with Sunday left empty as you said.
       18:04 Daniel: Empty Sundays are load-bearing.`,
    ),
    ...talk(
      -26,
      `16:20 Noor: Small crisis. Our group of four has become a group of two and a half, and the project is due in ten days.
       17:05 Daniel: Who is the half?
       17:07 Noor: Someone who answers messages but does not do the thing the message is about.
       17:15 Daniel: Then ask for something small and dated. Not “can you do the parser”, but “can you send the three test files by noon”. If it does not come you know where you are, and nobody has been accused of anything.
       17:19 Noor: That is less dramatic than what I had written. I will delete what I had written.
       17:20 Daniel: Keep it in a drawer. It is good for the soul to have written it.`,
    ),
    asks(['noor', '-24 16:00', 'travelling'], {
      start: '-21 16:00',
      minutes: 45,
      note: 'A last look at my notes before the mid-term.',
    }),
    accepts('daniel', '-24 17:30', 'travelling'),
    ...talk(
      -23,
      `17:00 Noor: The three test files came. Two hours late, but they came.
       17:12 Daniel: A full person after all.`,
    ),
    cancels(
      ['daniel', '-22 16:00', 'travelling'],
      'I am needed at a site in Chicago that day and will be on a train. I am sorry to move it so close to your exam.',
    ),
    ...talk(
      -22,
      `16:03 Daniel: I am sorry about this. Send me your notes today and I will write my remarks on the train.
       16:20 Noor: It is all right. They are nine pages, and page six is a drawing of a cat.
       22:10 Daniel: Read all nine. Page four has a sign the wrong way round, the rest is sound. The cat is balanced and of height log n.`,
    ),
    asks(['noor', '-20 16:20', 'unanswered'], {
      start: '-18 17:00',
      minutes: 30,
      note: 'How the exam went, if you have half an hour.',
    }),
    ...talk(
      -18,
      `15:30 Daniel: I see your request ran out while I was underground without a signal for most of two days. That was not a no. Please ask again, any afternoon.
       16:00 Noor: I guessed you were in a tunnel. The exam was fine, I think. I left nothing empty.
       16:04 Daniel: Leaving nothing empty is most of it.`,
    ),
    asks(['noor', '-17 16:10', 'after-exam'], {
      start: '-15 16:00',
      minutes: 45,
      note: 'The exam, and what comes after it.',
    }),
    proposes(['daniel', '-17 17:00', 'after-exam'], '-14 17:00'),
    accepts('noor', '-17 18:10', 'after-exam'),
    ...talk(
      -17,
      `17:02 Daniel: Could we say a day later? I would rather not squeeze you in between two meetings.
       18:12 Noor: A day later is better for me as well, the café needs me on the other one.`,
    ),
    completes(['daniel', '-14 17:50', 'after-exam'], 45),
    reviews(['noor', '-14 20:15', 'after-exam'], 5, ''),
    ...talk(
      -14,
      `18:00 Noor: I wrote down the sentence “you are not behind, you are in the middle”. It may go on the fridge too.
       18:06 Daniel: Your fridge is becoming a textbook.`,
    ),
    ...talk(
      -13,
      `15:20 Noor: The results are out. Four out of five.
       15:31 Daniel: Noor. That is three more than I had.
       15:33 Noor: I called my mother before I wrote to you, I hope you do not mind.
       15:34 Daniel: That is the correct order.`,
    ),
    asks(['noor', '-12 19:30', 'late'], {
      start: '-9 20:00',
      minutes: 60,
      note: 'Summer internships. I have a list of eleven companies and no idea.',
    }),
    declines(
      ['daniel', '-12 20:15', 'late'],
      'That is the hour of our weekly release and I cannot be sure of the line. Late afternoon your time nearly always works.',
    ),
    ...talk(
      -12,
      `20:20 Daniel: Bring the eleven companies down to four before we meet. Ask of each: would I like to have lunch with the people who wrote this advertisement?
       20:45 Noor: That rule removes seven at once.`,
    ),
    ...talk(
      -10,
      `16:30 Noor: Here is my CV. It is one page because there is not more of me yet.
       17:40 Daniel: It is good. Move the café up: you have handled queues, cash and angry people for a year, and half of engineering is that.
       17:44 Noor: I was going to leave it out.
       17:45 Daniel: Please do not leave it out.`,
    ),
    asks(['noor', '-8 16:00', 'double'], {
      start: '-5 16:00',
      minutes: 30,
      note: 'A practice interview, if you would be strict with me.',
    }),
    withdraws('noor', '-8 16:25', 'double'),
    ...talk(
      -8,
      `16:27 Noor: I took that one back, I had forgotten my own calculus deadline. Your lesson about looking at the whole week first is not learnt yet.
       16:50 Daniel: You looked at the whole week, only afterwards. That counts for half.`,
    ),
    asks(['noor', '-6 15:30', 'interview'], {
      start: '+5 16:00',
      minutes: 60,
      note: 'The practice interview, this time really. I will have one algorithm and one story ready.',
    }),
    accepts('daniel', '-6 16:40', 'interview'),
    asks(['noor', '-4 15:30', 'today'], {
      start: '8min',
      minutes: 45,
      note: 'My covering letter, sentence by sentence.',
    }),
    accepts('daniel', '-4 16:15', 'today'),
    ...talk(
      -4,
      `16:18 Daniel: Send the letter the evening before and I will read it aloud to myself. What stumbles when read aloud gets rewritten.
       16:30 Noor: I tried that just now. The second paragraph falls down the stairs.`,
    ),
    ...talk(
      -2,
      `18:10 Noor: The letter, version three. I replaced “passionate” with what I did.
       19:05 Daniel: I can already hear a person in it. We will go through it line by line when we meet.
       19:10 Noor: Thank you. I have also asked my second question in a lecture, for the record.
       19:11 Daniel: It is in the record.`,
    ),
    reads('noor', '-600min'),
    proposes(['daniel', '-150min', 'interview'], '+6 17:00'),
    ...talk(
      'now',
      `-148min Daniel: I have proposed a day later for the practice interview. A colleague who hires interns could then sit in for ten minutes, if you would like that. If not, we keep the old time, truly.
       -60min Noor: I would like that and am also terrified of it. Let me look at my week first.
       -58min Daniel: Now you have learnt it.`,
    ),
    reads('noor', '-45min'),
    asks(['noor', '-40min', 'waiting'], {
      start: '+3 16:00',
      minutes: 60,
      note: 'Choosing courses for next term. I have room for two out of five, and want all of them.',
    }),
    ...talk(
      'now',
      `-38min Noor: One more thing I should like to ask you about, I have sent a request. And see you in our room shortly.`,
    ),
  ],
};
