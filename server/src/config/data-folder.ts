import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Fault } from './config.ts';

/** What the system's word for a file that cannot be used means here, and the mend. */
const words: Record<string, Pick<Fault, 'wrong' | 'mend'>> = {
  EACCES: {
    wrong: 'this user may not read and write it',
    mend: 'Give it to the user that runs Confab (chown -R), or start Confab as the one it belongs to',
  },
  EROFS: {
    wrong: 'it lies on a disk that cannot be written',
    mend: 'Mount the disk for writing (a disk with errors is made read-only: see dmesg), or name another folder',
  },
  ENOSPC: {
    wrong: 'the disk is full',
    mend: 'Make room on it, or name a folder on another disk',
  },
  ENOTDIR: { wrong: 'it is not a folder', mend: 'Name a folder' },
  EIO: {
    wrong: 'the disk gives errors',
    mend: 'See dmesg, and bring the folder to a sound disk',
  },
};
const sameAs: Record<string, string> = { EPERM: 'EACCES', EDQUOT: 'ENOSPC', EEXIST: 'ENOTDIR' };

/** Bytes for which there has to be room: what a start writes before anybody comes. */
const room = 256 * 1024;

/** Makes the data folder if need be, and tries it. @returns what keeps this user from using it, or null */
export function openDataFolder(dataDir: string): Fault | null {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    tryOut(mkdtempSync(join(dataDir, 'trial-')));
    return null;
  } catch (error) {
    const fault = dataFault(error, dataDir);
    if (!fault) throw error;
    return { ...fault, variable: 'CONFAB_DATA' };
  }
}

/** Writes in this folder, lest a full disk leave what the start makes half made. Removes it. */
function tryOut(trial: string): void {
  const file = join(trial, 'room');
  try {
    writeFileSync(file, Buffer.alloc(room));
  } catch (error) {
    // The system tells of no path where a file that is open cannot grow.
    throw Object.assign(error as NodeJS.ErrnoException, { path: file });
  } finally {
    rmSync(trial, { recursive: true });
  }
}

/** What is wrong with a file in the data folder; null where the error is about something else. */
export function dataFault(error: unknown, dataDir: string): Fault | null {
  const { code = '', path } = error as NodeJS.ErrnoException;
  const known = words[sameAs[code] ?? code];
  if (!known || typeof path !== 'string') return null;
  const within = path === dataDir || path.startsWith(dataDir + sep);
  // The folder itself could not be made.
  const above = dataDir.startsWith(path + sep);
  return within || above ? { variable: path, ...known } : null;
}
