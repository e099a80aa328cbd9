import SqliteDatabase from 'better-sqlite3';
import { unprivileged } from '../postgres/unprivileged.ts';

/** Does the work as a user to whom a file’s mode means something, which root is not. */
export async function asNobodySpecial<Result>(work: () => Promise<Result>): Promise<Result> {
  const user = unprivileged();
  if (!user) return work();
  // Loaded while it may be read, wherever the checkout lies.
  new SqliteDatabase(':memory:').close();
  process.seteuid?.(user.uid);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

/** Whose the files must be for that. */
export const nobodySpecial = () =>
  unprivileged() ?? { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
