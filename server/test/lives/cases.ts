import { tellOfCase } from './notices.ts';
import { tally } from './tally.ts';
import type { Session, World } from './world.ts';

export const day = 24 * 60 * 60_000;

/** An agreed session is looked at a day after its end; a contest waits for a manager. @see F2 F5 */
export function followCase(world: World, session: Session): void {
  const isAgreed = session.state === 'accepted';
  if (isAgreed) world.lookedAt.set(session.id, session.terms.ends + day);
  else world.lookedAt.delete(session.id);
  if (session.mark?.contested) {
    if (session.case !== 'contested') tellOfCase(world, session);
    session.case = 'contested';
  } else if (!isAgreed || session.case === 'contested') session.case = null;
}

/** The timer comes to what nobody marked. @see F5 */
export function lookAtForgotten(world: World): void {
  for (const [id, at] of world.lookedAt) {
    if (at > world.now) continue;
    world.lookedAt.delete(id);
    tally.count('due forgotten');
    const session = world.sessions.get(id);
    if (!session || session.case) continue;
    session.case = 'forgotten';
    tellOfCase(world, session);
  }
}

/** The clock was set back: what is not forgotten yet is no case. */
export function forgetAgain(world: World): void {
  for (const session of world.sessions.values()) {
    if (session.case !== 'forgotten' || session.terms.ends + day <= world.now) continue;
    session.case = null;
    world.lookedAt.set(session.id, session.terms.ends + day);
  }
}
