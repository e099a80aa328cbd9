import type { TermsChange } from '@confab/shared';
import { legible } from '../../db/damage.ts';

/** A row that keeps what of a session's terms is another by what it tells of. */
interface Keeping {
  table: 'message' | 'notice';
  id: string;
  change: string | null;
}

/** What is kept there; null: nothing, or it cannot be read. @see R1 */
export const changeIn = ({ table, id, change }: Keeping): TermsChange | null =>
  change === null
    ? null
    : legible({ table, id, column: 'change' }, () => JSON.parse(change) as TermsChange);
