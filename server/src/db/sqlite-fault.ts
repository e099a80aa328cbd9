import SqliteDatabase from 'better-sqlite3';

/** What can be the matter with the database's file. */
export type Trouble = 'full' | 'read-only' | 'locked' | 'damaged' | 'disk';

/** SQLite's codes, by how they begin: what follows tells only where it was noticed. */
const begins: readonly (readonly [string, Trouble])[] = [
  ['SQLITE_FULL', 'full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CANTOPEN', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_LOCKED', 'locked'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_IOERR', 'disk'],
];

/** What is the matter, for the operator, and the mend. */
export const troubles: Record<Trouble, { wrong: string; mend: string }> = {
  full: {
    wrong: 'the disk is full',
    mend: 'Make room on the disk of CONFAB_DATA',
  },
  'read-only': {
    wrong: 'the database cannot be written',
    mend: 'See that confab.db and its folder belong to the user that runs Confab, and that the disk is not mounted read-only',
  },
  locked: {
    wrong: 'another program holds the database',
    mend: 'Let it end (fuser confab.db names it); to copy a database in use, take .backup',
  },
  damaged: {
    wrong: 'the database’s file is damaged',
    mend: 'Stop Confab, keep a copy of the folder, and bring confab.db back from a backup, or save what can be read (sqlite3 confab.db .recover)',
  },
  disk: {
    wrong: 'the disk gives errors',
    mend: 'See dmesg, and bring CONFAB_DATA to a sound disk',
  },
};

/** What an error of the embedded database says about its file; libraries may have wrapped it. */
export function troubleOf(error: unknown): Trouble | null {
  if (error instanceof SqliteDatabase.SqliteError) {
    const { code } = error;
    return begins.find(([beginning]) => code.startsWith(beginning))?.[1] ?? null;
  }
  return error instanceof Error ? troubleOf(error.cause) : null;
}
