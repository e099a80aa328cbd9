import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import type { ProgramSettings } from '@confab/shared';
import type { Role } from '@confab/shared/protocol';
import { anySettings } from '../lives/any-settings.ts';
import { add } from '../lives/talks.ts';
import { newWorld, type World } from '../lives/world.ts';
import { nextChange, zones } from '../lives/zones.ts';

/** What is different from life to life before it begins. */
export interface Founding {
  /** Where each of two to four people lives. */
  homes: string[];
  begins: number;
  /** What everybody is in each of two programs. */
  roles: [Role[], Role[]];
  settings: [ProgramSettings, ProgramSettings];
  /** Whether all have written to each other before. */
  written: boolean;
}

const hour = 3_600_000;

/** Most lives begin within a day or so before the clocks of somebody in them change. */
export const foundings: fc.Arbitrary<Founding> = fc
  .array(fc.constantFrom(...zones), { minLength: 2, maxLength: 4 })
  .chain((homes) => {
    const anyRoles = fc.array(
      fc.constantFrom<Role>('mentor', 'mentor', 'mentee', 'mentee', 'manager'),
      {
        minLength: homes.length,
        maxLength: homes.length,
      },
    );
    return fc.record({
      homes: fc.constant(homes),
      begins: fc
        .record({
          zone: fc.constantFrom(...homes),
          after: fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2030, 0, 1) }),
          before: fc.integer({ min: 0, max: 30 * hour }),
        })
        .map(({ zone, after, before }) => nextChange(zone, after) - before),
      roles: fc.tuple(
        anyRoles.map((others): Role[] => ['mentor', 'mentee', ...others.slice(2)]),
        anyRoles.map((others): Role[] => ['mentee', 'mentor', ...others.slice(2)]),
      ),
      settings: fc.tuple(anySettings, anySettings),
      written: fc.boolean(),
    });
  });

const names = ['Aino', 'Farid', 'Kofi', 'Noor'];

/** Two programs and their people, all of whom may do what their part is. */
export function worldOf({ homes, begins, roles, settings, written }: Founding): World {
  const world = newWorld(begins);
  const ids = names.slice(0, homes.length);
  for (const [who, id] of ids.entries())
    world.people.set(id, { id, zone: homes[who] ?? 'UTC', admin: who === 0 });
  for (const [index, parts] of roles.entries())
    world.programs.set(`Program ${String(index)}`, {
      settings: settings[index] ?? settings[0],
      settingsVersion: 1,
      members: new Map(
        parts.map((role, who) => [
          ids[who] ?? '',
          { role, status: 'active', availability: 'available' },
        ]),
      ),
    });
  for (const one of written ? ids : [])
    for (const other of ids)
      if (one !== other) add(world, [one, other], { id: randomUUID(), author: one, text: true });
  return world;
}
