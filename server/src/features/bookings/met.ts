import { askedOften } from '../../db/asked-often.ts';

/** With whom, where and on which side a person has ever had sessions, the latest requested first. */
export const metBy = askedOften((tx, personId: string) =>
  tx
    .selectFrom('met')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('latest_at', 'desc')
    .orderBy('other_id'),
);
