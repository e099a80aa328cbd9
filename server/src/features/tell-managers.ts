import type { Context } from '../command/context.ts';
import { managersOf } from './programs/queries.ts';

/** Whoever manages the program sees in their windows how many cases wait, and reads the log anew. */
export async function tellManagers(context: Context, programId: string): Promise<void> {
  for (const personId of await managersOf(context.tx, programId))
    await context.tell(personId, 'me', '');
}
