import { randomUUID } from 'node:crypto';
import { fromJson, type Booking } from '@confab/shared';
import { shelves, type BookingView, type Shelf, type Snapshot } from '@confab/shared/protocol';
import { createDemo, type Demo } from '../../src/demo/demo.ts';
import { findPeople } from '../../src/demo/refresh/people.ts';
import type { CreateAccount } from '../../src/demo/sign-in.ts';
import { addPerson } from '../../src/features/people/store.ts';
import { snapshotFor } from '../stage/snapshots.ts';
import { Stage } from '../stage/stage.ts';

/** A Confab in which the demo has been played. */
export interface DemoStage {
  stage: Stage;
  demo: Demo;
  /** Ids by e-mail address. */
  people: Map<string, string>;
  noor: string;
  daniel: string;
}

/** Seeds under `now` and leaves the stage there. */
export async function seeded(now = '2026-11-22T10:07:31Z'): Promise<DemoStage> {
  const stage = await Stage.open(now);
  const createAccount: CreateAccount = async ({ password: _, now: at, ...person }) => {
    const id = randomUUID();
    await addPerson(stage.db, { id, ...person }, at);
    return { personId: id };
  };
  const demo = createDemo({ core: stage.core, createAccount });
  await demo.seed(stage.now);
  const people = await findPeople(stage.core);
  const idOf = (email: string) => people.get(email) ?? '';
  return {
    stage,
    demo,
    people,
    noor: idOf('noor@confab.example'),
    daniel: idOf('daniel@confab.example'),
  };
}

export async function snapshotsOf({ stage, people }: DemoStage): Promise<Snapshot[]> {
  const all: Snapshot[] = [];
  for (const id of people.values()) all.push(await snapshotFor(stage, id));
  return all;
}

/** Every booking of these people (anyone's, if none is named), from their shelves, to the ends. */
export async function bookingsOf(
  { stage, people }: DemoStage,
  ids: Iterable<string> = people.values(),
): Promise<Booking[]> {
  const all = new Map<string, BookingView>();
  for (const id of ids)
    for (const shelf of shelves)
      for (const view of await shelfOf(stage, id, shelf)) all.set(view.booking.id, view);
  return [...all.values()].map((view) => fromJson<Booking>(view.booking));
}

async function shelfOf(
  stage: Stage,
  id: string,
  shelf: Shelf,
  before: { startsAt: string; id: string } | null = null,
): Promise<BookingView[]> {
  const { bookings, next } = await stage.know(id, 'booking.list', { shelf, before });
  return next ? [...bookings, ...(await shelfOf(stage, id, shelf, next))] : bookings;
}
