// Confab without its edges, in a process of its own that its parent can kill. It does what it is
// told in the order in which it is told.
import { flushCompileCache } from 'node:module';
import { sql } from 'kysely';
import { Temporal, toText, type Instant } from '@confab/shared';
import { createCore, planAnew, type Core } from '../../src/core.ts';
import { openPostgres } from '../../src/db/open-postgres.ts';
import { openSqlite } from '../../src/db/open.ts';
import type { Store } from '../../src/db/store.ts';
import { concernedBy } from '../../src/features/concerned.ts';
import { addPerson } from '../../src/features/people/store.ts';
import { startWakeups } from '../../src/wakeup/timer.ts';
import { plainSigner, QuietMedia } from '../stage/quiet-media.ts';
import { outcomesOf, wakeupRows } from '../stage/rows.ts';
import { testSeal } from '../stage/test-seal.ts';
import type { Asked, Deeds } from './deeds.ts';

let now: Instant = Temporal.Instant.fromEpochMilliseconds(0);
let opened: { store: Store; core: Core } | null = null;
let timer: AsyncDisposable | null = null;
const silent = () => undefined;

/** So many commits from now on it kills itself: what was to follow the last of them does not. */
let commitsLeft = Infinity;
const watch = {
  committed() {
    commitsLeft -= 1;
    if (commitsLeft === 0) process.kill(process.pid, 'SIGKILL');
  },
  failed: silent,
};

function running(): { store: Store; core: Core } {
  if (!opened) throw new Error('It is not open yet');
  return opened;
}

const signedIn = (personId: string) => ({ personId, sessionId: `sign-in of ${personId}` });

const dueNow = ({ db }: Store) =>
  db
    .selectFrom('wakeup')
    .select(['kind', 'ref'])
    .where('due_at', '<=', toText(now))
    .where('kind', 'not in', ['trim', 'digest'])
    .execute();

function startTimer(): void {
  const { core } = running();
  timer ??= startWakeups(core.ledger, () => now, core.wakeups, concernedBy);
}

const deeds: Deeds = {
  async open(kept, at) {
    now = Temporal.Instant.fromEpochMilliseconds(at);
    const store = await ('url' in kept ? openPostgres(kept.url) : openSqlite(kept.file, { watch }));
    const core = createCore({
      store,
      clock: () => now,
      media: new QuietMedia(),
      signer: plainSigner,
      seal: testSeal,
      pushed: silent,
      directoryChanged: silent,
      failed: (error) => void process.send?.({ failed: String(error) }),
      wakeSender: silent,
      pushing: { key: 'the key for browsers', services: ['push.example'] },
    });
    opened = { store, core };
    const undone = await dueNow(store);
    await planAnew(core.ledger, now);
    flushCompileCache();
    return undone.length;
  },
  dieAtCommit(count) {
    commitsLeft = count;
    return Promise.resolve();
  },
  goTo(at) {
    now = Temporal.Instant.fromEpochMilliseconds(at);
    return Promise.resolve();
  },
  startTimer() {
    startTimer();
    return Promise.resolve();
  },
  async wake() {
    startTimer();
    const { store } = running();
    while ((await dueNow(store)).length > 0) await new Promise(setImmediate);
    await timer?.[Symbol.asyncDispose]();
    timer = null;
  },
  clockWasSet: () => planAnew(running().core.ledger, now),
  give: ({ actor, name, input, commandId }) =>
    running().core.dispatch.command(signedIn(actor), name, commandId, input, now),
  query: (personId, name, input) =>
    running().core.dispatch.query(signedIn(personId), name, input, now),
  async person(id, name, zone, admin) {
    const email = `${name.toLowerCase()}@example.org`;
    await addPerson(running().store.db, { id, name, email, zone, admin }, now);
  },
  planned: () => wakeupRows(running().store.db),
  kept: (commandIds) => outcomesOf(running().store.db, commandIds),
  async letters() {
    const { db } = running().store;
    const rows = await db.selectFrom('outbox').selectAll().where('channel', '=', 'mail').execute();
    return rows.map(({ person_id: to, kind, booking_id: of, revision, made_at: at }) =>
      // The one letter a day is of no booking.
      [to, kind, ...(of === null ? [at] : [of, String(revision)])].join(' '),
    );
  },
  async faults() {
    const { store } = running();
    const found = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(store.db);
    const astray = await sql<object>`pragma foreign_key_check`.execute(store.db);
    return [
      ...found.rows.map((row) => row.integrity_check).filter((said) => said !== 'ok'),
      ...astray.rows.map((row) => JSON.stringify(row)),
    ];
  },
};

process.on('message', ({ no, deed, given }: Asked) => {
  const does = deeds[deed] as (...all: unknown[]) => Promise<unknown>;
  does(...given).then(
    (value) => process.send?.({ no, value }),
    (error: unknown) => process.send?.({ no, error: String(error) }),
  );
});
