import type { Instant } from '@confab/shared';
import type { Me } from '@confab/shared/protocol';
import { m } from '#lib/paraglide/messages.js';
import { clockTime, moment } from '#lib/ui/time/words.ts';
import type { Need } from './need.ts';

/** A need as one sentence and one button. */
export function needWords(
  need: Need,
  name: string,
  me: Me,
  now: Instant,
): { says: string; does: string; href: string } {
  const when = (at: Instant) => moment(at, me.zone, now);
  switch (need.kind) {
    case 'join': {
      const { roomId, terms } = need.session.booking;
      const time = clockTime(terms.startsAt, me.zone);
      const begun = terms.startsAt.epochMilliseconds <= now.epochMilliseconds;
      return {
        says: begun
          ? m.dashboard_join_running({ name, time })
          : m.dashboard_join({ name, when: when(terms.startsAt) }),
        does: m.dashboard_join_do(),
        href: `/rooms/${roomId ?? ''}`,
      };
    }
    case 'answer': {
      const words = { name, when: when(need.offer.respondBy) };
      const first = need.offer.version === 1;
      return {
        says: first ? m.dashboard_answer_request(words) : m.dashboard_answer_proposal(words),
        does: m.dashboard_answer_do(),
        href: `/sessions/${need.session.booking.id}`,
      };
    }
    case 'complete':
      return {
        says: m.dashboard_complete({ name, when: when(need.session.booking.terms.startsAt) }),
        does: m.dashboard_complete_do(),
        href: `/sessions/${need.session.booking.id}`,
      };
    case 'settle': {
      const { programId, count } = need;
      const found = me.memberships.find((one) => one.programId === programId);
      const program = found?.programName ?? '';
      return {
        says:
          count === 1
            ? m.dashboard_settle_one({ program })
            : m.dashboard_settle({ count, program }),
        does: m.dashboard_settle_do(),
        href: `/programs/${programId}/cases`,
      };
    }
    case 'read':
      return {
        says: m.dashboard_read_one({ name }),
        does: m.dashboard_read_do(),
        href: `/messages/${need.with}`,
      };
    case 'meet':
      return {
        says: m.dashboard_meet({ name, when: when(need.session.booking.terms.startsAt) }),
        does: m.dashboard_meet_do(),
        href: `/sessions/${need.session.booking.id}`,
      };
    case 'waiting':
      return {
        says: m.dashboard_waiting({ name, when: when(need.offer.respondBy) }),
        does: m.dashboard_waiting_do(),
        href: `/sessions/${need.session.booking.id}`,
      };
    case 'nothing':
      return { says: m.dashboard_nothing(), ...firstStep(me) };
  }
}

function firstStep(me: Me): { does: string; href: string } {
  if (me.memberships.some(({ role }) => role === 'mentee')) {
    return { does: m.dashboard_find_do(), href: '/programs' };
  }
  if (me.admin) return { does: m.dashboard_admin_do(), href: '/admin' };
  const managed = me.memberships.find(({ role }) => role === 'manager');
  if (managed) return { does: m.dashboard_manager_do(), href: `/programs/${managed.programId}` };
  return { does: m.dashboard_profile_do(), href: '/me' };
}
