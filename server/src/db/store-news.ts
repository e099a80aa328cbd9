import type { Logger } from 'pino';
import { absenceOf, absences, type Absence } from './postgres-fault.ts';
import type { LineWatch } from './postgres-store.ts';
import { troubleOf, troubles } from './sqlite-fault.ts';
import { StoreUnavailable } from './unavailable.ts';

/** Milliseconds within which the same trouble is not told again: people try every second. */
const quiet = 60_000;
/** Milliseconds without trouble after which all is well: small things fit where large ones do not. */
const calm = 2_000;

export interface StoreNews extends LineWatch {
  gone: (error: unknown) => void;
  /** Something was kept just now. */
  kept: () => void;
  /** Whether this error is the store's trouble, which has been told. */
  covers: (error: unknown) => boolean;
}

/** Tells the operator, in the log, when the store cannot keep what it is given, why, and the mend. */
export function storeNews(log: Pick<Logger, 'error' | 'info'>): StoreNews {
  const told = new Map<string, number>();
  let away = false;
  let last = -Infinity;

  const gone = (error: unknown): void => {
    const cause = error instanceof StoreUnavailable ? error.cause : error;
    const trouble = troubleOf(cause);
    const absence = absenceOf(cause);
    const what = trouble ?? absence ?? 'unknown';
    away = true;
    last = performance.now();
    if (last - (told.get(what) ?? -Infinity) < quiet) return;
    told.set(what, last);
    log.error({ err: cause }, trouble ? inFile(trouble) : absence ? absent(absence) : notKept);
  };

  const back = (): void => {
    if (!away) return;
    away = false;
    told.clear();
    log.info('The database answers again');
  };

  return {
    gone,
    back,
    kept() {
      if (away && performance.now() - last > calm) back();
    },
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
