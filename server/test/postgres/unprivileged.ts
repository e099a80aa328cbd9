import { readFileSync } from 'node:fs';

/** PostgreSQL does not run as root: then as the user that its package has made. */
export function unprivileged(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const entry = /^postgres:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'));
  if (!entry) throw new Error('There is no user postgres. Run apt-get install postgresql');
  return { uid: Number(entry[1]), gid: Number(entry[2]) };
}
