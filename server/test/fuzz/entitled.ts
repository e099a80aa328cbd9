import { sql } from 'kysely';
import type { Stage } from '../stage/stage.ts';
import type { Secret } from './neighbourhood.ts';

interface Bonds {
  admins: Set<string>;
  members: { program_id: string; person_id: string; role: string; status: string }[];
  pairs: { one: string; other: string }[];
  /** Sessions that managers judge. */
  judged: { person_id: string; booking_id: string }[];
}

/** Who has to do with whom, as the store has it: read here by hand, not by the product's queries. */
export async function bondsOf({ db }: Stage): Promise<Bonds> {
  const admins = await sql<{ id: string }>`select id from person where admin = 1`.execute(db);
  const members = await sql<Bonds['members'][number]>`select * from membership`.execute(db);
  // Managers judge what waits or is marked, and read who decided what.
  const pairs = await sql<Bonds['pairs'][number]>`
    with managing as (select program_id, person_id from membership where role = 'manager'),
    judged as (select managing.person_id, mentor_id, mentee_id from managing
      join booking on booking.program_id = managing.program_id
      where state in ('completed', 'no-show') or id in (select booking_id from open_case)),
    logged as (select managing.person_id, actor_id, audit_entry.person_id as about_id
      from managing join audit_entry on audit_entry.program_id = managing.program_id)
    select low_id as one, high_id as other from conversation
    union select mentor_id, mentee_id from booking
    union select person_id, mentor_id from judged union select person_id, mentee_id from judged
    union select person_id, actor_id from logged union select person_id, about_id from logged`.execute(
    db,
  );
  const judged = await sql<Bonds['judged'][number]>`
    select membership.person_id, booking.id as booking_id from membership
      join booking on booking.program_id = membership.program_id
      where role = 'manager' and (state in ('completed', 'no-show')
        or booking.id in (select booking_id from open_case))`.execute(db);
  return {
    judged: judged.rows,
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
    case 'session':
      return (
        of.includes(viewer) ||
        bonds.judged.some(
          ({ person_id, booking_id }) => person_id === viewer && of.includes(booking_id),
        )
      );
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
