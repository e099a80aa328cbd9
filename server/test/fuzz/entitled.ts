import { sql } from 'kysely';
import type { Stage } from '../stage/stage.ts';
import type { Secret } from './neighbourhood.ts';

interface Bonds {
  admins: Set<string>;
  members: { program_id: string; person_id: string; role: string; status: string }[];
  pairs: { one: string; other: string }[];
}

/** Who has to do with whom, as the store has it: read here by hand, not by the product's queries. */
export async function bondsOf({ db }: Stage): Promise<Bonds> {
  const admins = await sql<{ id: string }>`select id from person where admin = 1`.execute(db);
  const members = await sql<Bonds['members'][number]>`select * from membership`.execute(db);
  const pairs = await sql<Bonds['pairs'][number]>`
    select low_id as one, high_id as other from conversation
    union select mentor_id, mentee_id from booking
    union select membership.person_id, booking.mentor_id from membership
      join open_case on open_case.program_id = membership.program_id
      join booking on booking.id = open_case.booking_id where membership.role = 'manager'
    union select membership.person_id, booking.mentee_id from membership
      join open_case on open_case.program_id = membership.program_id
      join booking on booking.id = open_case.booking_id where membership.role = 'manager'`.execute(
    db,
  );
  return {
    admins: new Set(admins.rows.map(({ id }) => id)),
    members: members.rows,
    pairs: pairs.rows,
  };
}

/** May this person be shown this? */
export function mayLearn(bonds: Bonds, viewer: string, { kind, of }: Secret): boolean {
  const [first = '', second = ''] = of;
  const active = bonds.members.filter(({ status }) => status === 'active');
  const own = active.filter(({ person_id }) => person_id === viewer);
  const withThem = active.filter(
    ({ person_id, program_id }) =>
      person_id === first && own.some((one) => one.program_id === program_id),
  );
  switch (kind) {
    case 'nobody':
      return false;
    case 'pair':
      return of.includes(viewer);
    case 'case':
      return (
        of.includes(viewer) ||
        own.some(({ program_id, role }) => of.includes(program_id) && role === 'manager')
      );
    case 'own':
      return viewer === first;
    case 'review':
      return (
        viewer === first ||
        bonds.admins.has(viewer) ||
        own.some(({ program_id }) => program_id === second)
      );
    case 'comment':
      return (
        viewer === first ||
        own.some(({ program_id, role }) => program_id === second && role === 'manager')
      );
    case 'mail':
      return viewer === first || bonds.admins.has(viewer);
    case 'purpose':
      return bonds.admins.has(viewer) || own.some(({ program_id }) => program_id === first);
    case 'profile':
      return (
        viewer === first ||
        bonds.admins.has(viewer) ||
        withThem.some(({ role }) => role === 'mentor')
      );
    case 'name':
      return (
        viewer === first ||
        bonds.admins.has(viewer) ||
        withThem.length > 0 ||
        bonds.pairs.some(
          ({ one, other }) =>
            (one === viewer && other === first) || (other === viewer && one === first),
        )
      );
  }
}
