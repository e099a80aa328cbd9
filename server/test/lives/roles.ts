import type { Membership, World } from './world.ts';

export const membershipOf = (
  world: World,
  programId: string,
  personId: string,
): Membership | undefined => world.programs.get(programId)?.members.get(personId);

/** The role that counts; null without an active membership. @see P2 */
export function roleIn(world: World, programId: string, personId: string) {
  const found = membershipOf(world, programId, personId);
  return found?.status === 'active' ? found.role : null;
}
