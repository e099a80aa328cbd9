import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { Histogram, type Registry } from 'prom-client';
import { calendarFolder } from './api/calendar.ts';
import { pathOf } from './edge.ts';

/**
 * Counts and logs what was asked. Paths of pages may hold invitation links or rooms, so that a
 * request is known by its kind only, never by its whole address.
 */
export function watchTraffic(
  log: Pick<Logger, 'info' | 'debug'>,
  registry: Registry,
  known: ReadonlySet<string>,
): (request: IncomingMessage, response: ServerResponse) => void {
  const seconds = new Histogram({
    name: 'confab_http_request_seconds',
    help: 'Time to answer requests, by what was asked',
    labelNames: ['asked', 'status'],
    registers: [registry],
  });
  const kindOf = (path: string): string => {
    if (known.has(path)) return path;
    if (path.startsWith('/api/')) return '/api/…';
    if (path.startsWith(calendarFolder)) return `${calendarFolder}…`;
    return path.startsWith('/_app/') ? 'file' : 'page';
  };

  return (request, response) => {
    const began = performance.now();
    response.once('close', () => {
      const asked = kindOf(pathOf(request));
      const status = response.statusCode;
      const took = performance.now() - began;
      seconds.observe({ asked, status }, took / 1000);
      const line = { method: request.method, asked, status, ms: Math.round(took) };
      // Whether all is well is asked every few seconds.
      if (asked === 'file' || asked === '/healthz' || asked === '/metrics')
        log.debug(line, 'asked');
      else log.info(line, 'asked');
    });
  };
}
