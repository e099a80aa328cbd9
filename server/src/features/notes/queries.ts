import { askedOften } from '../../db/asked-often.ts';
import type { Tx } from '../../db/database.ts';

interface Note {
  /** Rises with each keeping; 0: none yet. */
  version: number;
  text: string;
}

/** What this person has noted down on a booking. Nobody else's is ever read. */
export async function noteOf(tx: Tx, bookingId: string, personId: string): Promise<Note> {
  const [row] = await own(tx, bookingId, personId);
  return row ?? { version: 0, text: '' };
}

const own = askedOften((tx, bookingId: string, personId: string) =>
  tx
    .selectFrom('private_note')
    .select(['version', 'text'])
    .where('booking_id', '=', bookingId)
    .where('person_id', '=', personId),
);
