import { randomBytes } from 'node:crypto';
import type { Instant } from '@confab/shared';
import type { Role } from '@confab/shared/protocol';
import type { Core } from '../../core.ts';
import { cast, castNames, type CastName } from '../cast/cast.ts';
import { busyBy } from '../cast/timetable.ts';
import { programNames, programs, type ProgramName } from '../programs.ts';
import type { CreateAccount } from '../sign-in.ts';
import { give, granted } from './give.ts';
import type { Act } from './perform.ts';
import { moment, type When } from './when.ts';
import type { World } from './world.ts';

const admin: CastName = 'anneli';
/** After the admin has come, before anybody else. */
const programsMade: When = '-47 09:30';

/** When everybody last looked at what they are told. */
const lastLook: When = '-1 18:00';

/** How everything came to be there: accounts, programs, links into them, profiles, approvals. */
export function opening(core: Core, world: World, create: CreateAccount, now: Instant): Act[] {
  const made = moment(programsMade, cast[admin].zone, now);
  return [
    ...programNames.map((name) => ({ at: made, perform: () => makeProgram(name, made) })),
    ...castNames.flatMap(arrival),
  ];

  async function makeProgram(name: ProgramName, at: Instant): Promise<void> {
    const command = ['admin.create-program', programs[name]] as const;
    const { programId } = granted(name, await give(core, world.person(admin), command, at));
    world.addProgram(name, programId);
  }

  function arrival(name: CastName): Act[] {
    const { joined, zone, availability } = cast[name];
    const at = moment(joined, zone, now);
    const looked = moment(lastLook, zone, now);
    const acts: Act[] = [
      { at, perform: () => arrive(name, at) },
      { at: looked, perform: () => lookAtNotices(name, looked) },
    ];
    if (!availability) return acts;
    const since = moment(availability.since, zone, now);
    return [...acts, { at: since, perform: () => changeAvailability(name, since) }];
  }

  async function arrive(name: CastName, at: Instant): Promise<void> {
    const { email, password, zone, role, programs: own, ...profile } = cast[name];
    const isAdmin = role === 'admin';
    const account = { email, password, name: profile.name, zone, admin: isAdmin, now: at };
    const { personId } = await create(account);
    world.addPerson(name, personId);
    const { headline, about, languages, subjects, portrait } = profile;
    const described = { headline, about, languages, subjects, portrait };
    granted(name, await give(core, personId, ['person.update', described], at));
    if (role !== 'admin') for (const program of own) await join(name, program, role, at);
    const { hours, timetable } = cast[name];
    if (hours) granted(name, await give(core, personId, ['hours.set', { hours }], at));
    if (!timetable) return;
    const source = { name: timetable.name, busy: busyBy(timetable, zone, at), leftOut: 0 };
    granted(name, await give(core, personId, ['calendar-source.add-file', source], at));
  }

  /** By a link, and an approval for mentors: the way people come in. */
  async function join(name: CastName, program: ProgramName, role: Role, at: Instant) {
    const programId = world.program(program);
    const personId = world.person(name);
    const by = world.person(admin);
    const token = randomBytes(32).toString('hex');
    const link = await give(core, by, ['admin.invite', { programId, role, token }], at);
    granted(`inviting ${name}`, link);
    granted(name, await give(core, personId, ['invitation.accept', { token }], at));
    if (role !== 'mentor' || cast[name].isWaiting) return;
    const approval = ['admin.approve-mentor', { programId, personId }] as const;
    granted(`approving ${name}`, await give(core, by, approval, at));
  }

  async function lookAtNotices(name: CastName, at: Instant): Promise<void> {
    const command = ['notice.read', { upTo: Number.MAX_SAFE_INTEGER }] as const;
    granted(name, await give(core, world.person(name), command, at));
  }

  async function changeAvailability(name: CastName, at: Instant): Promise<void> {
    const { availability, programs: own } = cast[name];
    if (!availability) return;
    for (const program of own) {
      const change = { programId: world.program(program), availability: availability.is };
      const command = ['membership.set-availability', change] as const;
      granted(name, await give(core, world.person(name), command, at));
    }
  }
}
