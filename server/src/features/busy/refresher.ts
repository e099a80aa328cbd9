import type { Instant, SourceFault } from '@confab/shared';
import { reachFrom } from '@confab/shared';
import type { FetchCalendar } from '../../calendars/fetch.ts';
import type { CalendarReader } from '../../calendars/reader.ts';
import { behind, transact, type Ledger } from '../../command/transact.ts';
import type { Seal } from '../../db/seal.ts';
import { StoreUnavailable } from '../../db/unavailable.ts';
import { anyTurn, claimTurn, endTurn, type Read, type Turn } from './turns.ts';

export interface RefresherParts {
  ledger: Ledger;
  clock: () => Instant;
  fetch: FetchCalendar;
  reader: CalendarReader;
  seal: Seal;
  /** Told how each turn ended. */
  counted: (outcome: 'whole' | 'same' | SourceFault) => void;
  chance?: () => number;
}

/** Milliseconds between two looks whether it is any calendar's turn. */
const lookEvery = 2_000;
/** Calendars under way at once. */
const lanes = 2;

/** Reads mentors' calendars, each in its turn, while it runs. Owns its timer, and the reader. @see A8 */
export function startRefreshing(parts: RefresherParts): AsyncDisposable {
  const { ledger, clock, seal } = parts;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const goesOn = () => !stopped;

  const lane = async (): Promise<void> => {
    while (goesOn()) {
      const turn = await ledger.store.behind.write((tx) => claimTurn(tx, clock(), seal));
      if (!turn) return;
      await takeTurn(parts, turn);
    }
  };

  const look = async (): Promise<void> => {
    if (await ledger.store.behind.read((tx) => anyTurn(tx, clock())))
      await Promise.all(Array.from({ length: lanes }, lane));
  };

  const schedule = (ms: number) => {
    if (stopped) return;
    timer = setTimeout(() => {
      running = look()
        .catch((error: unknown) => {
          // A store that is away is said once, by whoever watches it.
          if (!(error instanceof StoreUnavailable)) ledger.failed(error);
        })
        .finally(() => schedule(lookEvery));
    }, ms);
  };

  schedule(0);
  return {
    async [Symbol.asyncDispose]() {
      stopped = true;
      clearTimeout(timer);
      await running;
      await parts.reader[Symbol.asyncDispose]();
    },
  };
}

/** Fetches and reads a calendar, and writes down what came of it. */
export async function takeTurn(
  { ledger, clock, fetch, reader, counted, chance = Math.random }: RefresherParts,
  turn: Turn,
): Promise<void> {
  const read = await readAgain(turn, { fetch, reader, now: clock() });
  counted(read.kind === 'failed' ? read.fault : read.kind);
  await transact(behind(ledger), clock(), (context) => endTurn(context, turn, read, chance()));
}

async function readAgain(
  { address, known, zone }: Turn,
  { fetch, reader, now }: Pick<RefresherParts, 'fetch' | 'reader'> & { now: Instant },
): Promise<Read> {
  if (address === null) return { kind: 'failed', fault: 'address-lost' };
  const fetched = await fetch(address, known);
  if (fetched.kind !== 'whole') return fetched;
  const { body, etag, lastModified } = fetched;
  const within = reachFrom(now.epochMilliseconds, 'address');
  const found = await reader.read(body, { zone, within });
  if (!found.ok) return { kind: 'failed', fault: found.fault };
  return { kind: 'whole', busy: found.busy, leftOut: found.leftOut, etag, lastModified };
}
