import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Logger } from 'pino';
import { damage, type Damage } from './damage.ts';

/** Tells the operator, in the log, of each damaged row, once. */
export function damageNews(log: Pick<Logger, 'error' | 'warn'>): Disposable {
  const told = new Set<string>();
  const listen = (message: unknown): void => {
    const { table, id, column, cause, healed } = message as Damage;
    const name = `${table} ${id} ${column} ${String(healed)}`;
    if (told.has(name)) return;
    told.add(name);
    const fields = { table, id, column, err: cause };
    if (healed) log.warn(fields, madeAnew);
    else log.error(fields, unreadable);
  };
  subscribe(damage.name, listen);
  return { [Symbol.dispose]: () => void unsubscribe(damage.name, listen) };
}

const sound =
  'See whether the disk is sound (dmesg), and what else is damaged (pragma integrity_check)';

const madeAnew = `A damaged row was made anew from what else is kept of it; its next change writes it whole. ${sound}`;

const unreadable = `A row of the database cannot be read. Who needs it is told so, everything else goes on. Bring this column of this row back from a backup. ${sound}`;
