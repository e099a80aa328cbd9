import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as ask, type IncomingMessage, type RequestOptions } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Registry } from 'prom-client';
import { tongues } from '@confab/shared';
import { readConfig } from '../../src/config/read.ts';
import type { Mode } from '../../src/config/config.ts';
import { createHttp } from '../../src/http/http.ts';
import { documentIn } from '../../src/http/kept-pages.ts';
import type { Health } from '../../src/http/api/app.ts';
import { AnswerLinks } from '../../src/features/bookings/answer-links.ts';
import { readCalendar } from '../../src/features/calendar/feed.ts';
import { frontDesk, now } from '../accounts/front-desk.ts';

export const demoPeople = [
  { name: 'Noor', email: 'noor@example.org', password: 'x', role: 'mentee', portrait: 'noor' },
];

/** Built pages as a build makes them, with a script that has its content's digest in its name. */
export function build(folder: string, digest: string): string {
  mkdirSync(join(folder, '_app/immutable'), { recursive: true });
  for (const tongue of tongues)
    writeFileSync(
      join(folder, documentIn(tongue)),
      `<!doctype html><html lang="${tongue}"><title>${digest}</title>`,
    );
  writeFileSync(join(folder, `_app/immutable/${digest}.js`), `export default '${digest}'`);
  writeFileSync(join(folder, 'theme.js'), '');
  return folder;
}

/** Confab’s HTTP on a port of its own, with real accounts on a real store. */
export async function house(
  mode: Mode = 'demo',
  environment: Record<string, string> = {},
  built: (pages: string) => void = () => undefined,
) {
  const folder = mkdtempSync(join(tmpdir(), 'confab-http-'));
  const desk = await frontDesk();
  const read = readConfig(mode, { PORT: '0', CONFAB_DATA: folder, ...environment });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  const node = {
    node: '',
    connected: true,
    trouble: null,
    well: true,
    rooms: 0,
    people: 0,
    load: 0,
    draining: false,
  };
  const health: Health = { draining: false, db: true, nodes: [node] };
  const failures: unknown[] = [];
  const lines: unknown[] = [];
  const log = {
    info: (line: unknown) => lines.push(line),
    debug: (line: unknown) => lines.push(line),
  };
  const pages = build(join(folder, 'build'), 'first');
  built(pages);
  const http = createHttp({
    config: mode === 'serve' ? { ...read.config, hosts: ['127.0.0.1'] } : read.config,
    build: pages,
    accounts: desk.accounts,
    demo: mode === 'demo' ? demoPeople : null,
    links: new AnswerLinks('a secret of this test', desk.ledger, () => now),
    readCalendar: readCalendar(
      desk.ledger.store,
      () => 'http://localhost',
      () => now,
    ),
    clock: () => now,
    health: () => health,
    registry: new Registry(),
    failed: (error) => failures.push(error),
    log,
  });
  const listening = await http.listen();
  if (!listening.ok) throw new Error(listening.fault.wrong);
  const { port } = listening;

  return {
    desk,
    http,
    port,
    health,
    failures,
    lines,
    folder,
    origin: http.edge.origins()[0] ?? '',
    /** Sends exactly these headers; Host names the first origin unless told. */
    async ask(path: string, options: RequestOptions & { body?: string } = {}) {
      const host = new URL(http.edge.origins()[0] ?? '').host;
      const sent = ask({
        host: '127.0.0.1',
        port,
        path,
        ...options,
        headers: { host, ...(options.headers as Record<string, string>) },
      });
      sent.end(options.body);
      const [response] = (await once(sent, 'response')) as [IncomingMessage];
      const bytes = await buffer(response);
      const body = bytes.toString();
      return {
        status: response.statusCode,
        headers: response.headers,
        body,
        bytes,
        json: () => JSON.parse(body) as unknown,
      };
    },
    /** What a page of Confab sends. */
    post(path: string, body: unknown, headers: Record<string, string> = {}) {
      return this.ask(path, {
        method: 'POST',
        headers: {
          origin: http.edge.origins()[0] ?? '',
          'content-type': 'application/json',
          ...headers,
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
    },
    async [Symbol.asyncDispose]() {
      await http.close();
      await desk[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true });
    },
  };
}
