import type { MessageView } from '@confab/shared/protocol';

/**
 * A conversation's entries with others joined in, in the server's order, each once. Numbers have no
 * gaps: where entries were missed in between, the older ones are left out, to be loaded again.
 * @see C2 C3
 */
export function joined(known: MessageView[], added: MessageView[]): MessageView[] {
  const bySeq = new Map<number, MessageView>();
  for (const one of known) bySeq.set(one.seq, one);
  for (const one of added) bySeq.set(one.seq, one);
  const all = [...bySeq.values()].toSorted((a, b) => a.seq - b.seq);
  const gap = all.findLastIndex((one, index) => one.seq - (all[index - 1]?.seq ?? one.seq) > 1);
  return gap === -1 ? all : all.slice(gap);
}

/** Are there entries before these? The first of a conversation is number 1. */
export const hasOlder = (entries: MessageView[]): boolean => (entries[0]?.seq ?? 1) > 1;
