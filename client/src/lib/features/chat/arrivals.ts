import type { ConversationView, MessageView } from '@confab/shared/protocol';

/** How far each conversation had come, by the other person's id. */
export const lastNumbers = (conversations: ConversationView[]): Map<string, number> =>
  new Map(conversations.map((one) => [one.with, one.lastSeq]));

/** What others have sent since, oldest first. */
export const arrivals = (
  seen: Map<string, number>,
  conversations: ConversationView[],
  me: string,
): { from: string; entry: MessageView }[] =>
  conversations.flatMap((one) =>
    one.lastSeq === seen.get(one.with)
      ? []
      : one.tail
          .filter((entry) => entry.seq > (seen.get(one.with) ?? 0) && entry.author !== me)
          .map((entry) => ({ from: one.with, entry })),
  );
