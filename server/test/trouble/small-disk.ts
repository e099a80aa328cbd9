import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  fstatSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import type { Place } from '../neighbours/server-process.ts';

const run = promisify(execFile);

/** Whoever is not root becomes root of the namespace alone. */
const isRoot = process.getuid?.() === 0;

/**
 * Mounts, and keeps it for as long as it is listened to. Nobody else is to see it; where that cannot
 * be had, for the system lies in a folder of another's, it at least goes when it is done with.
 */
const keeping = `
  mount --make-rprivate / 2>&-
  mount -t tmpfs -o "size=$1m,mode=700" confab-disk "$0" && echo mounted && cat
  umount --lazy "$0"`;

/** A disk in memory, which only those see who are sent there: it is mounted in a namespace of its own. */
export class SmallDisk implements AsyncDisposable {
  /** Where it is mounted; for everybody else an empty folder. */
  readonly folder: string;
  /** It stays for as long as this process does, which ends with the one that runs the test. */
  readonly #keeper: ChildProcess;
  readonly #seen: string;

  private constructor(folder: string, keeper: ChildProcess) {
    this.folder = folder;
    this.#keeper = keeper;
    this.#seen = `/proc/${String(keeper.pid)}/root${folder}`;
  }

  /** @throws Error with what the system says, where it lets nobody mount */
  static async open(megabytes: number): Promise<SmallDisk> {
    const folder = mkdtempSync(join(tmpdir(), 'confab-disk-'));
    const namespace = ['--mount', '--propagation', 'unchanged'];
    if (!isRoot) namespace.push('--map-root-user');
    const script = ['sh', '-c', keeping, folder, String(megabytes)];
    const keeper = spawn('unshare', [...namespace, ...script]);
    const refused = text(keeper.stderr);
    const mounted = await Promise.race([once(keeper.stdout, 'data'), once(keeper, 'close')]);
    if (String(mounted[0]).startsWith('mounted')) return new SmallDisk(folder, keeper);
    rmSync(folder, { recursive: true });
    throw new Error(`This machine lets nobody mount a disk: ${await refused}`);
  }

  get place(): Place {
    // The folder that is the root here, if the system lies in a folder of another's.
    const namespace = ['--mount', '--root', `--wd=${process.cwd()}`];
    if (!isRoot) namespace.push('--user', '--preserve-credentials');
    const within = ['nsenter', '--target', String(this.#keeper.pid), ...namespace];
    return { dataDir: this.folder, within };
  }

  /** A file on it, as it is found from here. */
  file(name: string): string {
    return join(this.#seen, name);
  }

  /** Takes all the room that there is, to the last byte, but for so many kilobytes. */
  fill(but = 0): void {
    const handle = openSync(this.file('filler'), 'a');
    try {
      for (let size = 1 << 20; size > 0;) size = this.#takes(handle, size) ? size : size >> 1;
      ftruncateSync(handle, fstatSync(handle).size - but * 1024);
    } finally {
      closeSync(handle);
    }
  }

  makeRoom(): void {
    rmSync(this.file('filler'));
  }

  /** @throws Error while somebody has a file on it open for writing */
  async mountFor(what: 'reading' | 'writing'): Promise<void> {
    const mount = ['mount', '-o', what === 'reading' ? 'remount,ro' : 'remount,rw', this.folder];
    const [command = '', ...words] = [...this.place.within, ...mount];
    await run(command, words);
  }

  #takes(handle: number, size: number): boolean {
    try {
      return writeSync(handle, Buffer.alloc(size)) > 0;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false;
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = once(this.#keeper, 'close');
    this.#keeper.stdin?.end();
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}
