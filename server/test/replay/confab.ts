import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMediaNode } from '@confab/sfu';
import { Temporal, type Instant } from '@confab/shared';
import type { HttpAnswer, Role } from '@confab/shared/protocol';
import { inject } from 'vitest';
import { openApp, type App } from '../../src/app.ts';
import { build } from '../http/house.ts';
import { lendDatabase } from '../postgres/fresh-database.ts';
import { Guest } from './guest.ts';

/** Ports for media: each test file has its own, so that files may run at once. */
interface Ports {
  mediaPort: number;
  /** Where the media node of another process is found; left out: it is inside Confab. */
  nodePort?: number;
}

/** The whole of Confab, as it is served, but for its clock: over HTTP, sockets and media. */
export class Confab implements AsyncDisposable {
  #app: App;
  readonly #open: () => Promise<App>;
  /** Where it keeps its data. */
  readonly folder: string;
  #guests: Guest[] = [];
  #ahead: { ms: number };
  #giveBack: () => Promise<void>;

  private constructor(
    app: App,
    open: () => Promise<App>,
    folder: string,
    ahead: { ms: number },
    giveBack: () => Promise<void>,
  ) {
    this.#app = app;
    this.#open = open;
    this.folder = folder;
    this.#ahead = ahead;
    this.#giveBack = giveBack;
  }

  static async open({ mediaPort, nodePort }: Ports): Promise<Confab> {
    const folder = mkdtempSync(join(tmpdir(), 'confab-replay-'));
    const ahead = { ms: 0 };
    const postgres = inject('postgres');
    const lent = postgres && (await lendDatabase(postgres.maintenance));
    const pages = build(join(folder, 'build'), 'first');
    const open = async () => {
      const opened = await openApp({
        mode: 'serve',
        env: {
          PORT: '0',
          HOST: '127.0.0.1',
          CONFAB_DATA: folder,
          DATABASE_URL: lent?.url,
          MEDIA_PORT: String(apart(mediaPort)),
          ...(nodePort && { SFU_PORT: String(apart(nodePort)) }),
          MEDIA_WORKERS: '1',
          MEDIA_ADDRESSES: '127.0.0.1',
          MEDIASOUP_WORKER_BIN: process.env['MEDIASOUP_WORKER_BIN'],
          LOG_LEVEL: 'warn',
        },
        clock: () => Temporal.Now.instant().add({ milliseconds: ahead.ms }),
        createMediaNode: nodePort ? null : createMediaNode,
        build: pages,
      });
      if (!opened.ok) throw new Error(JSON.stringify(opened.faults));
      return opened.app;
    };
    const giveBack = lent?.giveBack ?? (() => Promise.resolve());
    return new Confab(await open(), open, folder, ahead, giveBack);
  }

  get origin(): string {
    return this.#app.origins[0] ?? '';
  }

  /** Ends it and starts it again, at an address of its own again, by a clock so many minutes from the machine's. */
  async startAgain(minutes: number): Promise<void> {
    await this.#app.close();
    this.setClock(minutes);
    this.#app = await this.#open();
  }

  /** Confab's clock, in minutes from the machine's. */
  setClock(minutes: number): void {
    this.#ahead.ms = minutes * 60_000;
  }

  get now(): Instant {
    return Temporal.Now.instant().add({ milliseconds: this.#ahead.ms });
  }

  get setupCode(): string {
    return this.#app.setupCode ?? '';
  }

  async post(path: string, body: unknown, cookie = '') {
    const response = await fetch(this.origin + path, {
      method: 'POST',
      headers: { origin: this.origin, 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    });
    const cookies = response.headers.getSetCookie().map((set) => set.split(';')[0] ?? '');
    const answer = (await response.json()) as HttpAnswer<unknown>;
    return { status: response.status, answer, cookie: cookies.join('; ') };
  }

  /** Whether a cookie is still somebody. */
  async isSignedIn(cookie: string): Promise<boolean> {
    const response = await fetch(`${this.origin}/api/me`, { headers: { cookie } });
    return ((await response.json()) as { signedIn: boolean }).signedIn;
  }

  /** Comes in at a door. @throws Error when it is closed */
  async enter(path: string, body: Record<string, unknown>): Promise<Guest> {
    const { answer, cookie } = await this.post(path, body);
    if (!answer.ok) throw new Error(answer.code);
    const guest = await Guest.open(this, cookie);
    this.#guests.push(guest);
    return guest;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const guest of this.#guests) guest.leave();
    await this.#app.close();
    await this.#giveBack();
    rmSync(this.folder, { recursive: true });
  }
}

/** The same file may be running on the other database, too. */
export const apart = (port: number): number => port + (inject('postgres') ? 5 : 0);

/** What somebody types at a door. */
export const person = (name: string) => ({
  name,
  email: `${name.toLowerCase()}@example.org`,
  password: 'seventeen apples',
  zone: 'Europe/Helsinki',
});

/** An admin, a program, a mentor and a mentee who has written to the mentor. */
export interface Household {
  admin: Guest;
  mentor: Guest;
  mentee: Guest;
  programId: string;
  /** Links that have let people in. */
  tokens: Record<'mentor' | 'mentee', string>;
}

export async function settleIn(confab: Confab): Promise<Household> {
  const code = confab.setupCode;
  const admin = await confab.enter('/api/setup', { code, ...person('Sanna') });
  const { programId } = await admin.do('admin.create-program', { name: 'First', purpose: '' });
  const invite = async (role: Role) => {
    const token = randomBytes(32).toString('hex');
    await admin.do('admin.invite', { programId, role, token });
    return token;
  };
  const tokens = { mentor: await invite('mentor'), mentee: await invite('mentee') };
  const come = (role: 'mentor' | 'mentee', name: string) =>
    confab.enter('/api/join', { token: tokens[role], ...person(name) });
  const [mentor, mentee] = [await come('mentor', 'Aino'), await come('mentee', 'Farid')];
  await admin.do('admin.approve-mentor', { programId, personId: mentor.personId });
  await mentee.do('chat.send', { to: mentor.personId, text: 'Hello' });
  return { admin, mentor, mentee, programId, tokens };
}

/** A session that is open now, and its room. */
export async function inSession({ mentor, mentee, programId }: Household, confab: Confab) {
  const starts = confab.now.add({ minutes: 5 }).toZonedDateTimeISO('UTC');
  const [date = '', time = ''] = starts
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .split('T');
  const { booking } = await mentee.do('booking.request', {
    programId,
    mentorId: mentor.personId,
    start: { date, time, zone: 'UTC' },
    minutes: 60,
    location: { kind: 'online' },
    note: null,
  });
  await mentor.do('booking.accept', { bookingId: booking.id, version: 1 });
  return { bookingId: booking.id, roomId: booking.roomId ?? '' };
}
