import { keptNotices } from '../protocol/snapshot.ts';
import type { NoticesView, NoticeView } from '../protocol/views.ts';

/** The people whom a notice names. */
export const namedIn = ({ with: other, managed }: NoticeView): string[] =>
  managed ? [other, managed.mentorId] : [other];

/** How many notices a person has not seen; those that do not hold any more are none. @see N1 */
export function unseenCount({ readUpTo, lastNo, latest }: NoticesView): number {
  const older = Math.max(0, lastNo - keptNotices - readUpTo);
  return older + latest.filter(({ no }) => no > readUpTo).length;
}
