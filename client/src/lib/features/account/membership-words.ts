import type { MembershipStatus, Role } from '@confab/shared/protocol';
import { m } from '#lib/paraglide/messages.js';

/** A role as people read it. */
export function roleWord(role: Role): string {
  if (role === 'mentor') return m.account_role_mentor();
  return role === 'mentee' ? m.account_role_mentee() : m.account_role_manager();
}

/** What is to be said of a membership's status; null while all is well. */
export function statusWord(status: MembershipStatus): string | null {
  switch (status) {
    case 'active':
      return null;
    case 'awaiting-approval':
      return m.account_status_awaiting();
    case 'suspended':
      return m.account_status_suspended();
    case 'ended':
      return m.account_status_ended();
  }
}
