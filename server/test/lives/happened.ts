import { randomUUID } from 'node:crypto';
import { followCase } from './cases.ts';
import { tell } from './notices.ts';
import { planReminders } from './reminders.ts';
import { end } from './sessions.ts';
import { add } from './talks.ts';
import type { Session, World } from './world.ts';

/** What happened appears in the conversation, is told, and moves the reminders. @see C5 N1 N2 */
export const tellLine = (world: World, session: Session, author: string | null): void => {
  const { mentorId, menteeId } = session;
  session.revision += 1;
  add(world, [mentorId, menteeId], { id: randomUUID(), author, text: false });
  tell(
    world,
    [mentorId, menteeId].filter((one) => one !== author),
  );
  planReminders(world, session);
  followCase(world, session);
};

/** Does what is due, soonest first. @see D6 B4 R2 R4 */
export function settle(world: World): void {
  const due = [...world.sessions.values()]
    .filter(({ table }) => table !== null && table.respondBy <= world.now)
    .toSorted((a, b) => (a.table?.respondBy ?? 0) - (b.table?.respondBy ?? 0));
  for (const session of due) {
    if (session.state === 'pending') end(session, 'expired');
    else session.table = null;
    tellLine(world, session, null);
  }
}
