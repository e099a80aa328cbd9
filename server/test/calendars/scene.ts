import { fetchingCalendars } from '../../src/calendars/fetch.ts';
import { openReader } from '../../src/calendars/reader.ts';
import { takeTurn, type RefresherParts } from '../../src/features/busy/refresher.ts';
import { claimTurn } from '../../src/features/busy/turns.ts';
import { company, type Company } from '../stage/company.ts';
import { officeHours } from '../stage/hours.ts';
import { testSeal } from '../stage/test-seal.ts';
import { giving, Host } from './host.ts';

/** A mentor with hours, a real host for their calendar, and what reads it. */
export interface Scene extends AsyncDisposable {
  all: Company;
  host: Host;
  parts: RefresherParts;
  /** How each turn ended. */
  outcomes: string[];
  /** Takes every turn that has come, one after the other. */
  turn(): Promise<void>;
  add(): Promise<string>;
  /** The starts that are open to the mentee on Wednesday, 4 March, as `09:15`, in UTC. */
  open(): Promise<string[]>;
}

/** A calendar with an event on that Wednesday, in UTC. */
export const wednesday = (from: string, to: string, ...lines: string[]): string =>
  [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:1',
    `DTSTART:20260304T${from}00Z`,
    `DTEND:20260304T${to}00Z`,
    'SUMMARY:Nobody’s business',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');

export async function scene(): Promise<Scene> {
  await using owned = new AsyncDisposableStack();
  const all = await company();
  const stage = owned.use(all.stage);
  await stage.do(all.mentor, 'hours.set', { hours: { ...officeHours, pause: 0 } });
  const host = owned.use(await Host.open(giving(wednesday('0700', '0900'))));
  const outcomes: string[] = [];
  const { ledger } = stage.core;
  const parts: RefresherParts = {
    ledger,
    clock: () => stage.now,
    fetch: fetchingCalendars({ hosts: ['127.0.0.1'], patience: 5_000 }),
    seal: testSeal,
    reader: owned.use(openReader()),
    counted: (outcome) => void outcomes.push(outcome),
    chance: () => 0.5,
  };
  const everything = owned.move();
  return {
    all,
    host,
    parts,
    outcomes,
    async turn() {
      for (;;) {
        const next = await ledger.store.write((tx) => claimTurn(tx, stage.now, parts.seal));
        if (!next) return;
        await takeTurn(parts, next);
      }
    },
    async add() {
      const input = { name: 'Work', address: host.url('/secret.ics') };
      return (await stage.do(all.mentor, 'calendar-source.add-address', input)).sourceId;
    },
    async open() {
      const { starts } = await stage.know(all.mentee, 'times.open', {
        programId: all.programId,
        mentorId: all.mentor,
        from: '2026-03-03T22:00:00.000Z',
        until: '2026-03-04T22:00:00.000Z',
        minutes: 60,
      });
      return starts.map((start) => start.slice(11, 16));
    },
    [Symbol.asyncDispose]: () => everything.disposeAsync(),
  };
}
