import { createHash, randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { inject } from 'vitest';
import { defaultSettings, Temporal, type ProgramSettings } from '@confab/shared';
import type { CommandName, CommandWire, Role } from '@confab/shared/protocol';
import { device } from '../stage/device.ts';
import { anySettings } from './any-settings.ts';
import type { Confab } from './confab.ts';
import { must, type Life } from './life.ts';
import { rule, type Call } from './rulings.ts';
import { MortalOnFile } from './mortal-on-file.ts';
import { MortalOnPostgres } from './mortal-on-postgres.ts';
import { Window } from './window.ts';
import { newWorld } from './world.ts';
import { beginnings, zones } from './zones.ts';

/** What is different from life to life before it begins. */
export interface Founding {
  begins: number;
  homes: string[];
  settings: [ProgramSettings, ProgramSettings];
  /** Who has written to whom before, by number. */
  written: [number, number][];
}

export const foundings: fc.Arbitrary<Founding> = fc.record({
  begins: beginnings,
  homes: fc.array(fc.constantFrom(...zones), { minLength: 5, maxLength: 5 }),
  settings: fc.tuple(anySettings, anySettings),
  written: fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 2, maxLength: 6 }),
});

const names = ['Sanna', 'Aino', 'Kofi', 'Noor', 'Farid'];
/** Who is what in the two programs: some are mentors here and mentees there. @see P1 */
const roles: Role[][] = [
  ['manager', 'mentor', 'mentor', 'mentee', 'mentee'],
  ['mentee', 'mentee', 'mentor', 'mentor', 'mentee'],
];

/** A Confab on the database that this run of the tests is for. */
function openMortal(begins: number): Promise<Confab> {
  const at = Temporal.Instant.fromEpochMilliseconds(begins);
  const postgres = inject('postgres');
  return postgres ? MortalOnPostgres.open(at, postgres.maintenance) : MortalOnFile.open(at);
}

/** An installation with two programs and five people, one with a calendar, made by commands. */
export async function found(
  { begins, homes, settings, written }: Founding,
  open: (begins: number) => Promise<Confab> = openMortal,
): Promise<Life> {
  const confab = await open(begins);
  const life: Life = { world: newWorld(begins), confab, windows: [], given: [] };
  const ids: string[] = [];
  for (const [index, name] of names.entries()) {
    const zone = homes[index] ?? 'UTC';
    const id = await confab.person(name, zone, index === 0);
    ids.push(id);
    life.world.people.set(id, { id, zone, admin: index === 0 });
    life.windows.push(new Window(id));
  }
  const [admin = '', mentor = ''] = ids;
  for (const [index, parts] of roles.entries()) {
    const input = { name: `Program ${String(index)}`, purpose: '' };
    const { programId } = await must(life, by(admin, 'admin.create-program', input));
    const decided = { programId, version: 1, settings: settings[index] ?? defaultSettings };
    await must(life, by(admin, 'program.change-settings', decided));
    for (const [who, role] of parts.entries())
      await admit(life, admin, { programId, personId: ids[who] ?? '', role });
  }
  const calendar = { name: 'Work', address: 'https://calendar.example/a.ics' };
  await must(life, by(mentor, 'calendar-source.add-address', calendar));
  // Else nobody would ever have one to let go of.
  await must(life, by(admin, 'push.subscribe', device));
  for (const [from, to] of written) {
    const call = by(ids[from] ?? '', 'chat.send', { to: ids[to] ?? '', text: 'Hello' });
    if (rule(life.world, call).against.length === 0) await must(life, call);
  }
  return life;
}

const by = <Name extends CommandName>(actor: string, name: Name, input: CommandWire<Name>) =>
  ({ actor, name, input, commandId: randomUUID() }) as Extract<Call, { name: Name }>;

async function admit(
  life: Life,
  admin: string,
  { programId, personId, role }: { programId: string; personId: string; role: Role },
): Promise<void> {
  const token = createHash('sha256')
    .update(programId + role)
    .digest('hex');
  if (!life.world.invitations.has(token))
    await must(life, by(admin, 'admin.invite', { programId, role, token }));
  await must(life, by(personId, 'invitation.accept', { token }));
  if (role === 'mentor')
    await must(life, by(admin, 'admin.approve-mentor', { programId, personId }));
}
