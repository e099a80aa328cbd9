import { join } from 'node:path';
import { Temporal } from '@confab/shared';
import type { Browser } from 'playwright-core';
import { accepted } from '../../e2e/stage/agreed.ts';
import { company, type Company } from '../../e2e/stage/company.ts';
import { inMinutes } from '../../e2e/stage/deeds.ts';
import type { Person } from '../../e2e/stage/person.ts';
import { Folder } from '../frame/folder.ts';
import { Process } from '../frame/process.ts';
import { within } from '../frame/within.ts';
import { openWindow, type Visit } from './browser.ts';
import { confabPlace, originOf } from './ports.ts';

const origin = originOf(confabPlace);

/** Confab as people have it: a server, a media node, and a session that is open now. */
export interface House extends AsyncDisposable {
  all: Company;
  room: string;
  /** The process in which the node is; the media worker is its child. */
  pid: number;
  /** The app in a window of this person's, loaded and at rest. */
  enter: (person: Person, path?: string) => Promise<Visit>;
}

export async function openHouse(browser: Browser): Promise<House> {
  await using opening = new AsyncDisposableStack();
  const folder = opening.use(new Folder());
  const served = opening.use(
    await Process.start<{ setupCode: string; pid: number }>(
      join(import.meta.dirname, 'confab.ts'),
      [],
      {
        CONFAB_DATA: folder.path,
        HOST: '127.0.0.1',
        PORT: String(confabPlace.signalling.far),
        ORIGIN: origin,
        MEDIA_PORT: String(confabPlace.media),
        MEDIA_ADDRESSES: '127.0.0.1',
        MEDIA_WORKERS: '1',
        LOG_LEVEL: 'error',
      },
    ),
  );
  const { setupCode } = served.ready;
  const all = await within(60, 'a company moves in', company({ origin, setupCode }));
  for (const person of [all.admin, all.mentor, all.mentee, all.other]) opening.use(person);
  const start = inMinutes(Temporal.Now.instant(), 5);
  const { roomId } = await within(60, 'a session is agreed', accepted(all, start));
  const owned = opening.move();
  return {
    all,
    room: `/rooms/${roomId}`,
    pid: served.ready.pid,
    enter: async (person, path = '/') => {
      const cookies = person.cookies.map((one) => ({ ...one, url: origin }));
      const one = await openWindow(browser, cookies);
      await one.page.goto(origin + path);
      await one.page.waitForLoadState('networkidle');
      // Every page has its heading once what it tells of has come; the frame is there before.
      await one.page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
      return one;
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
