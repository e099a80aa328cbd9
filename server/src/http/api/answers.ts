import * as v from 'valibot';
import { placeOf, type Attempts } from '../../accounts/attempts.ts';
import type { AnswerLinks } from '../../features/bookings/answer-links.ts';
import type { Edge } from '../edge.ts';
import { answer, type Asked } from './door.ts';

const token = v.pipe(v.string(), v.maxLength(1_000));

export const answerLook = v.strictObject({ token });
export const answerGiven = v.strictObject({ token, says: v.picklist(['accept', 'refuse']) });

/** Answering from a letter: to look changes nothing; to answer is asked for by a button only. */
export const answers = (links: AnswerLinks, attempts: Attempts, edge: Edge) => {
  const guarded = async (
    asked: Asked,
    work: () => ReturnType<AnswerLinks['look'] | AnswerLinks['answer']>,
  ) => {
    const place = placeOf(edge.addressOf(asked.env.incoming));
    const outcome = await attempts.guard<Awaited<ReturnType<typeof work>>>(place, work);
    return answer(asked, outcome.ok ? { ...outcome, cookies: [] } : outcome);
  };
  return {
    look: ({ token: given }: v.InferOutput<typeof answerLook>, asked: Asked) =>
      guarded(asked, () => links.look(given)),
    give: ({ token: given, says }: v.InferOutput<typeof answerGiven>, asked: Asked) =>
      guarded(asked, () => links.answer(given, says)),
  };
};
