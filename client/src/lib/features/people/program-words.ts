import type { Role } from '@confab/shared/protocol';
import { m } from '#lib/paraglide/messages.js';

const roles: Record<Role, () => string> = {
  mentee: m.people_mentee,
  mentor: m.people_mentor,
  manager: m.people_manager,
};

export const roleWord = (role: Role): string => roles[role]();

/** `no mentors yet`, `1 mentor`, `8 mentors` */
export function mentorCount(count: number): string {
  if (count === 0) return m.people_mentors_none();
  return count === 1 ? m.people_mentors_one() : m.people_mentors_many({ count });
}
