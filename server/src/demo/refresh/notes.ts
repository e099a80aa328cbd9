import type { Instant } from '@confab/shared';

/** What a mentee writes who needs somebody now. */
const urgent = [
  'Do you have a moment now? It would help me a great deal.',
  'May I read you one paragraph, while it is still warm?',
  'I am stuck on one exercise and have been for two hours. Could you look at it with me?',
  'Good news, and a question that comes with it.',
  'Could we go over my week before it begins?',
] as const;

/** What she writes who looks ahead. */
const ahead = [
  'I have questions again, and would like to bring them in one go.',
  'The next project begins, and this time I want to plan it first.',
  'Two offers came for the summer. I should like to think aloud with somebody.',
  'A practice talk, ten minutes long, if you will be my audience.',
  'I would like to look back on this month: what worked and what only looked like work.',
] as const;

const kinds = { urgent, ahead };
const dayMs = 86_400_000;

/** Another note every day, so that a long-lived demo does not repeat itself. */
export function noteFor(kind: keyof typeof kinds, now: Instant): string {
  const [first, ...others] = kinds[kind];
  const day = Math.floor(now.epochMilliseconds / dayMs);
  return others[day % (others.length + 1)] ?? first;
}
