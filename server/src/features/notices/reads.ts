import { namedIn } from '@confab/shared/live';
import type { QueryHandlers } from '../../command/handlers.ts';
import { cards } from '../people/queries.ts';
import { noticeMark, noticesBefore } from './queries.ts';

const pageLength = 30;

export const noticeReads = {
  'notice.list': async ({ tx, actorId }, { before }) => {
    const { lastNo } = await noticeMark(tx, actorId);
    const end = Math.max(0, Math.min(before, lastNo + 1));
    const page = await noticesBefore(tx, actorId, end, pageLength + 1);
    const notices = page.slice(0, pageLength);
    const people = await cards(tx, notices.flatMap(namedIn));
    return { ok: true, value: { notices, people, more: page.length > pageLength } };
  },
} satisfies Partial<QueryHandlers>;
