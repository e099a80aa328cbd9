import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { placeOf } from '../../accounts/attempts.ts';
import type { ReadCalendar } from '../../features/calendar/feed.ts';
import type { Edge } from '../edge.ts';
import { refuse, type Asked } from './door.ts';

/** How the path of a private calendar begins; what follows is secret, and in no log. */
export const calendarFolder = '/calendar/';

const secret = /^([0-9a-f]{64})\.ics$/;

/** A person's private calendar, for the program that keeps their calendars. @see N3 */
export const calendar =
  (read: ReadCalendar, limit: RateLimiterAbstract, edge: Edge) =>
  async (asked: Asked): Promise<Response> => {
    const place = placeOf(edge.addressOf(asked.env.incoming));
    const over = await limit.consume(place).then(
      () => null,
      (spent: unknown) => spent as { msBeforeNext?: number },
    );
    if (over) return refuse(asked, { code: 'too-many', retryAfterMs: over.msBeforeNext ?? 60_000 });
    const [, token] = secret.exec(asked.req.path.slice(calendarFolder.length)) ?? [];
    const found = token === undefined ? null : await read(token, known(asked));
    if (!found) return refuse(asked, { code: 'not-found' });
    asked.header('ETag', found.etag);
    asked.header('Cache-Control', 'private, no-cache');
    if (found.content === null) return asked.body(null, 304);
    asked.header('Content-Type', 'text/calendar; charset=utf-8');
    asked.header('Content-Disposition', 'inline; filename="confab.ics"');
    return asked.body(found.content);
  };

/** The tag that the asker has; proxies may have weakened it. */
const known = (asked: Asked): string | null =>
  asked.req.header('if-none-match')?.replace(/^W\//, '') ?? null;
