// @ts-check
// Packages of the system itself, by apt-get where we may, else by asking for them by name.
import { spawnSync } from 'node:child_process';
import { SetUpFailure } from './failure.mjs';
import { run } from './run.mjs';

/**
 * Which of these packages are not installed.
 *
 * @param {string[]} names
 * @throws SetUpFailure where the system is not of Debian's kind
 */
export function missing(names) {
  const asked = spawnSync('dpkg-query', ['-W', '-f=${Package} ${db:Status-Status}\n', ...names], {
    encoding: 'utf8',
  });
  if (asked.error) {
    throw new SetUpFailure(
      'This system has no dpkg, so that its packages cannot be looked at.',
      `Use Debian or Ubuntu, or install what these packages hold by other means: ${names.join(' ')}.`,
    );
  }
  const installed = new Set(
    asked.stdout
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return names.filter((name) => !installed.has(name));
}

/**
 * Installs what is missing of these packages.
 *
 * @param {string[]} names
 * @param {string} purpose  what they are for, to say to whoever has to install them
 * @throws SetUpFailure when that takes root, or fails
 */
export async function ensureInstalled(names, purpose) {
  const wanted = missing(names);
  if (wanted.length === 0) return;
  const byHand = `apt-get update && apt-get install -y --no-install-recommends ${wanted.join(' ')}`;
  if (process.getuid?.() !== 0) {
    throw new SetUpFailure(
      `System packages are missing ${purpose}, and installing them takes root: ${wanted.join(' ')}.`,
      `Run this as root, then start again: ${byHand}`,
    );
  }
  console.log(`  apt-get install ${wanted.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = ['-qq', '-o', 'Dpkg::Use-Pty=0'];
  const install = [...quiet, 'install', '-y', '--no-install-recommends', ...wanted];
  const updated = await run('apt-get', [...quiet, 'update'], env);
  const installed = updated.code === 0 ? await run('apt-get', install, env) : updated;
  if (installed.code !== 0) {
    throw new SetUpFailure(
      `apt-get could not install ${wanted.join(' ')} (see above).`,
      `Check that the system's package sources can be reached, try it by hand, then start again: ${byHand}`,
    );
  }
}
