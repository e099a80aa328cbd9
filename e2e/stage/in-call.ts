import type { Page } from '@playwright/test';
import { accepted } from './agreed.ts';
import type { Company } from './company.ts';
import { inMinutes } from './deeds.ts';
import { sees } from './media.ts';
import type { Person } from './person.ts';
import { join } from './room.ts';
import type { StageServer } from './server.ts';

/** A call that has begun: each of the two has a window in the room, and sees the other. */
export interface Call {
  bookingId: string;
  roomId: string;
  mentor: Page;
  mentee: Page;
}

/** The mentor and the mentee meet in the room of a session that starts in five minutes. */
export async function inCall(journey: {
  server: StageServer;
  all: Company;
  open: (person: Person, path: string) => Promise<Page>;
}): Promise<Call> {
  const { server, all, open } = journey;
  const agreed = await accepted(all, inMinutes(server.now, 5));
  const mentor = await open(all.mentor, `/rooms/${agreed.roomId}`);
  const mentee = await open(all.mentee, `/rooms/${agreed.roomId}`);
  for (const page of [mentor, mentee]) await join(page);
  await sees(mentor, all.menteeId);
  await sees(mentee, all.mentorId);
  return { ...agreed, mentor, mentee };
}
