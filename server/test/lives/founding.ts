import { createHash, randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { inject } from 'vitest';
import { defaultSettings, Temporal, type ProgramSettings } from '@confab/shared';
import type { CommandName, CommandWire, Role } from '@confab/shared/protocol';
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

const two = (value: number) => String(value).padStart(2, '0');
const timeText = (five: number) => `${two(Math.floor(five / 12))}:${two((five % 12) * 5)}`;

/** Settings that a program may have, in whole five minutes where they are times. */
const anySettings: fc.Arbitrary<ProgramSettings> = fc
  .record({
    messageGate: fc.constantFrom('required', 'recommended', 'recommended'),
    minimumNotice: fc.constantFrom(0, 0, 0, 60, 1440),
    bookingHorizon: fc.constantFrom(180, 180, 30, 3),
    roomExtension: fc.boolean(),
    margins: fc.constantFrom(
      { before: 30, after: 30 },
      { before: 0, after: 0 },
      { before: 5, after: 120 },
    ),
    clock: fc.oneof(
      fc.constant(defaultSettings.clock),
      fc
        .record({
          opens: fc.integer({ min: 0, max: 200 }),
          length: fc.integer({ min: 24, max: 288 }),
          hours: fc.constantFrom(0.5, 3, 12, 24),
          closedDays: fc.subarray([1, 3, 6, 7], { maxLength: 3 }),
        })
        .map(({ opens, length, hours, closedDays }) => {
          const closes = timeText(Math.min(opens + length, 288));
          return { hours, opens: timeText(opens), closes, closedDays };
        }),
    ),
  })
  .map((changed) => ({ ...defaultSettings, ...changed, otherLocations: ['By telephone'] }));

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

/** An installation with two programs and five people, made by commands. */
export async function found(founding: Founding): Promise<Life> {
  const { begins, homes, settings, written } = founding;
  const at = Temporal.Instant.fromEpochMilliseconds(begins);
  const postgres = inject('postgres');
  const confab = await (postgres
    ? MortalOnPostgres.open(at, postgres.maintenance)
    : MortalOnFile.open(at));
  const life: Life = {
    world: newWorld(begins),
    confab,
    windows: [],

    given: [],
  };
  const ids: string[] = [];
  for (const [index, name] of names.entries()) {
    const zone = homes[index] ?? 'UTC';
    const id = await confab.stage.person(name, zone, index === 0);
    ids.push(id);
    life.world.people.set(id, { id, zone, admin: index === 0 });
    life.windows.push(new Window(id));
  }
  const [admin = ''] = ids;
  for (const [index, parts] of roles.entries()) {
    const input = { name: `Program ${String(index)}`, purpose: '' };
    const { programId } = await must(life, by(admin, 'admin.create-program', input));
    await decideSettings(life, programId, settings[index] ?? defaultSettings);
    for (const [who, role] of parts.entries())
      await admit(life, admin, { programId, personId: ids[who] ?? '', role });
  }
  for (const [from, to] of written) {
    const call = by(ids[from] ?? '', 'chat.send', { to: ids[to] ?? '', text: 'Hello' });
    if (rule(life.world, call).against.length === 0) await must(life, call);
  }
  return life;
}

const by = <Name extends CommandName>(actor: string, name: Name, input: CommandWire<Name>) =>
  ({ actor, name, input, commandId: randomUUID() }) as Extract<Call, { name: Name }>;

/** No command changes them yet. */
async function decideSettings(
  { confab, world }: Life,
  programId: string,
  chosen: ProgramSettings,
): Promise<void> {
  const settings = JSON.stringify(chosen);
  const { db } = confab.stage;
  await db.updateTable('program').set({ settings }).where('id', '=', programId).execute();
  Object.assign(world.programs.get(programId) ?? {}, { settings: chosen });
}

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
