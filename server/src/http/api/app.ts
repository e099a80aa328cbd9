import { timingSafeEqual } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Registry } from 'prom-client';
import type { Instant } from '@confab/shared';
import type * as v from 'valibot';
import type { Accounts, Visitor } from '../../accounts/accounts.ts';
import { joinInput, lookInput, nothing, setupInput, signInInput } from '../../accounts/fields.ts';
import type { NodeReport } from '../../media/member.ts';
import type { AnswerLinks } from '../../features/bookings/answer-links.ts';
import type { ReadCalendar } from '../../features/calendar/feed.ts';
import { Attempts } from '../../accounts/attempts.ts';
import { countHere, type Counting } from '../../accounts/counting.ts';
import type { Edge } from '../edge.ts';
import { answerGiven, answerLook, answers } from './answers.ts';
import { calendar, calendarFolder } from './calendar.ts';
import { answer, bodyOf, refuse, type Asked } from './door.ts';
import { me, type DemoPerson } from './me.ts';

/** Whether Confab is well, part by part. */
export interface Health {
  draining: boolean;
  db: boolean;
  /** Whether other servers can be heard; without it everything works, less quickly. */
  redis?: boolean;
  nodes: readonly NodeReport[];
}

export interface ApiParts {
  accounts: Accounts;
  edge: Edge;
  /** The demo's people, or null when this is no demo. */
  demo: readonly DemoPerson[] | null;
  links: AnswerLinks;
  readCalendar: ReadCalendar;
  /** Counts what comes too often, where several servers do so together. */
  counting?: Counting | undefined;
  /** Calls come to this address, too. */
  mediaHere: boolean;
  clock: () => Instant;
  health: () => Health | Promise<Health>;
  registry: Registry;
  metricsToken: string | null;
  failed: (error: unknown) => void;
}

/** Everything that is asked over plain HTTP and is no page. */
export function createApi(parts: ApiParts): {
  fetch: (request: Request, bindings: HttpBindings) => Promise<Response>;
  /** The paths it knows. */
  known: ReadonlySet<string>;
} {
  const { accounts, edge, clock } = parts;
  const app = new Hono<{ Bindings: HttpBindings }>();
  const known = new Set<string>();
  const visitorOf = (asked: Asked): Visitor => ({
    address: edge.addressOf(asked.env.incoming),
    userAgent: asked.req.header('user-agent'),
  });

  app.use(async (asked, next) => {
    await next();
    if (!asked.res.headers.has('Cache-Control')) asked.header('Cache-Control', 'no-store');
  });
  /** One path, one method; other methods are told so. */
  const at = (method: 'GET' | 'POST', path: string, work: (asked: Asked) => Promise<Response>) => {
    known.add(path);
    app.on(method, path, work);
    app.all(path, (asked) => {
      asked.header('Allow', method === 'GET' ? 'GET, HEAD' : method);
      return refuse(asked, { code: 'method' });
    });
  };
  /** What changes something: asked from our own pages only, with a body of a known shape. */
  const post = <Schema extends v.GenericSchema>(
    path: string,
    schema: Schema,
    work: (input: v.InferOutput<Schema>, asked: Asked) => Promise<Response>,
  ) =>
    at('POST', path, async (asked) => {
      if (!edge.allowedOrigin(asked.env.incoming)) return refuse(asked, { code: 'origin' });
      const body = await bodyOf(asked, schema);
      return body.ok ? work(body.input, asked) : body.refused;
    });

  at('GET', '/api/me', me(parts));
  post('/api/sign-in', signInInput, async (input, asked) =>
    answer(asked, await accounts.signIn(input, visitorOf(asked))),
  );
  post('/api/sign-out', nothing, async (_, asked) => {
    const cookies = await accounts.signOut(asked.env.incoming.headers, clock());
    return answer(asked, { ok: true, value: null, cookies });
  });
  post('/api/sign-out-everywhere', nothing, async (_, asked) => {
    const { headers } = asked.env.incoming;
    const session = await accounts.sessionOf(headers, clock());
    if (!session) return refuse(asked, { code: 'signed-out' });
    await accounts.signOutEverywhere(session.personId);
    return answer(asked, {
      ok: true,
      value: null,
      cookies: await accounts.signOut(headers, clock()),
    });
  });
  post('/api/setup', setupInput, async (input, asked) =>
    answer(asked, await accounts.setUp(input, visitorOf(asked), clock())),
  );
  post('/api/join/look', lookInput, async ({ token }, asked) => {
    const found = await accounts.look(token, visitorOf(asked), clock());
    const nobody = !found.ok && found.code === 'invitation';
    // To have looked is no failure, whatever was seen.
    return answer(asked, nobody ? { ok: true, value: null, cookies: [] } : found);
  });
  post('/api/join', joinInput, async (input, asked) =>
    answer(asked, await accounts.join(input, visitorOf(asked), clock())),
  );

  const counting = parts.counting ?? countHere;
  const { look, give } = answers(parts.links, new Attempts(60, counting, 'links'), edge);
  post('/api/answer/look', answerLook, look);
  post('/api/answer', answerGiven, give);
  app.on(
    'GET',
    `${calendarFolder}:file`,
    calendar(parts.readCalendar, counting('calendar', 300, 600), edge),
  );

  at('GET', '/healthz', async (asked) => {
    const health = await parts.health();
    const media = health.nodes.some(({ connected, draining }) => connected && !draining);
    const ok = health.db && media && !health.draining;
    return asked.json({ ok, media, ...health }, ok ? 200 : 503);
  });
  at('GET', '/metrics', async (asked) => {
    const mayRead =
      edge.isLocal(asked.env.incoming) ||
      bears(asked.req.header('authorization'), parts.metricsToken);
    if (!mayRead) return refuse(asked, { code: 'forbidden' });
    asked.header('Content-Type', parts.registry.contentType);
    return asked.body(await parts.registry.metrics());
  });

  app.notFound((asked) => refuse(asked, { code: 'not-found' }));
  app.onError((error, asked) => {
    parts.failed(error);
    return refuse(asked, { code: 'unavailable' });
  });
  return { fetch: async (request, bindings) => app.fetch(request, bindings), known };
}

function bears(header: string | undefined, token: string | null): boolean {
  if (token === null || header === undefined) return false;
  const [shown, wanted] = [Buffer.from(header), Buffer.from(`Bearer ${token}`)];
  return shown.length === wanted.length && timingSafeEqual(shown, wanted);
}
