import type { Me, MembershipView } from '@confab/shared/protocol';

/** Is this the membership of somebody who manages the program now? */
export const isManaging = ({ role, status }: Pick<MembershipView, 'role' | 'status'>): boolean =>
  role === 'manager' && status === 'active';

/** What of a program's management is open to a person; admins decide members and settings. @see F4 */
export function managingOf(me: Me | null, programId: string): 'all' | 'decided-by-admins' | null {
  if (me?.memberships.some((one) => one.programId === programId && isManaging(one))) return 'all';
  return me?.admin ? 'decided-by-admins' : null;
}
