import { channel } from 'node:diagnostics_channel';
import type { Tables } from './tables.ts';

/** A row of which something cannot be read. */
export interface Damage {
  table: keyof Tables;
  id: string;
  column: string;
  cause: unknown;
  /** What was lost stands elsewhere in the store, and was taken from there. */
  healed?: boolean;
}

/** Where the operator is told of it; nobody needs to be handed down to every query for that. */
export const damage = channel('confab:damaged-row');

/** Says so; whoever listens may say it once. */
export const tellDamage = (one: Damage): void => {
  damage.publish(one);
};

/** Reads what a row keeps as JSON. @returns null where it is not what it should be, which is told */
export function legible<Value>(
  row: Pick<Damage, 'table' | 'id' | 'column'>,
  read: () => Value,
): Value | null {
  try {
    return read();
  } catch (cause) {
    tellDamage({ ...row, cause });
    return null;
  }
}

/** Thrown where nothing can be decided or shown without the row. It has been told. */
export class DamagedRow extends Error {
  /** Those who may know that there is such a row; null: everybody. */
  readonly of: readonly string[] | null;

  constructor(row: Pick<Damage, 'table' | 'id'>, of: readonly string[] | null) {
    super(`${row.table} ${row.id} is damaged`);
    this.name = 'DamagedRow';
    this.of = of;
  }
}
