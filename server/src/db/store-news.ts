import type { Logger } from 'pino';
import { absenceOf, absences, type Absence } from './postgres-fault.ts';
import type { LineWatch } from './postgres-store.ts';
import { troubleOf, troubles } from './sqlite-fault.ts';
import { StoreUnavailable } from './unavailable.ts';

/** Milliseconds without trouble after which all is well: small things fit where large ones do not. */
const calm = 2_000;
/** Milliseconds for which a disk without room counts as such: who waits tries every second. */
const fresh = 10_000;

export interface StoreNews extends LineWatch {
  gone: (error: unknown) => void;
  /** Something was kept just now. */
  kept: () => void;
  /** Whether the disk had no room just now, though it may have some for as little as a trial. */
  noRoom: () => boolean;
  /** Whether this error is the store's trouble, which has been told. */
  covers: (error: unknown) => boolean;
}

/**
 * Tells the operator, in the log, when the store cannot keep what it is given, why, and the mend:
 * once until it is over, for people try every second.
 */
export function storeNews(log: Pick<Logger, 'error' | 'info'>): StoreNews {
  const told = new Set<string>();
  let away = false;
  let last = -Infinity;
  let noRoom = -Infinity;

  const gone = (error: unknown): void => {
    const cause = error instanceof StoreUnavailable ? error.cause : error;
    const trouble = troubleOf(cause);
    const absence = absenceOf(cause);
    const what = trouble ?? absence ?? 'unknown';
    away = true;
    last = performance.now();
    if (trouble === 'full' || trouble === 'disk') noRoom = last;
    if (told.has(what)) return;
    told.add(what);
    log.error({ err: cause }, trouble ? inFile(trouble) : absence ? absent(absence) : notKept);
  };

  const back = (): void => {
    if (!away) return;
    away = false;
    told.clear();
    noRoom = -Infinity;
    log.info('The database answers again');
  };

  return {
    gone,
    back,
    kept() {
      if (away && performance.now() - last > calm) back();
    },
    noRoom: () => performance.now() - noRoom < fresh,
    covers(error) {
      if (error instanceof StoreUnavailable) return true;
      if (troubleOf(error)) {
        gone(error);
        return true;
      }
      return away && absenceOf(error) !== null;
    },
  };
}

const inFile = (trouble: keyof typeof troubles): string => {
  const { wrong, mend } = troubles[trouble];
  return `What people send cannot be kept: ${wrong}. They are told to wait, and Confab goes on by itself once it can. ${mend}`;
};

const absent = (absence: Absence): string => {
  const { wrong, mend } = absences[absence];
  return `The database ${wrong}; people are told to wait. ${mend}: Confab goes on by itself once it answers`;
};

const notKept =
  'What people sent could not be kept, and they have been told. See that the disk of CONFAB_DATA has room and can be written';
