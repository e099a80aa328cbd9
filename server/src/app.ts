import { join } from 'node:path';
import { pino } from 'pino';
import type { Instant } from '@confab/shared';
import { Accounts } from './accounts/accounts.ts';
import { countTogether } from './accounts/counting.ts';
import { endedSessions } from './accounts/store.ts';
import { watchClock } from './clock/watch.ts';
import { transact } from './command/transact.ts';
import type { Config, Fault, Mode } from './config/config.ts';
import { dataFault, openDataFolder } from './config/data-folder.ts';
import { keepApart } from './config/demo-mark.ts';
import { readConfig } from './config/read.ts';
import { openSecrets, type Secrets } from './config/secrets.ts';
import { createCore, planAnew } from './core.ts';
import { DamagedRow } from './db/damage.ts';
import { answering } from './db/answering.ts';
import { damageNews } from './db/damage-news.ts';
import { holdFolder } from './db/lock.ts';
import { openStore } from './db/open-store.ts';
import type { Stretch } from './db/sqlite-store.ts';
import { watchOutdated } from './db/outdated.ts';
import { Seal } from './db/seal.ts';
import { storeNews } from './db/store-news.ts';
import { startDemo } from './demo/start.ts';
import { signIns, type DemoSignIn } from './demo/sign-in.ts';
import { openWhole } from './demo/whole.ts';
import { concernedBy } from './features/concerned.ts';
import { endBrokenStays, keepAttendance } from './features/rooms/attendance.ts';
import { AnswerLinks } from './features/bookings/answer-links.ts';
import { sealWhatIsOpen } from './features/busy/sealing.ts';
import { startCalendars } from './features/busy/start.ts';
import { readCalendar } from './features/calendar/feed.ts';
import { startMail } from './features/mail/start.ts';
import type { IsSignedIn } from './features/push/desk.ts';
import { startPush } from './features/push/start.ts';
import { dropDevicesOf } from './features/push/store.ts';
import { evictEverywhere } from './features/rooms/evict.ts';
import { roomsAt } from './features/rooms/places.ts';
import { joinByInvitation } from './features/programs/join.ts';
import { lookUpInvitation } from './features/programs/invitations.ts';
import { watchDirectories } from './features/programs/directory-watch.ts';
import { heads } from './feed/store.ts';
import { createGateway, type Gateway } from './gateway/gateway.ts';
import { createLimits } from './gateway/limits.ts';
import type { LookoutPace } from './gateway/lookout.ts';
import { reachNeighbours } from './gateway/neighbours.ts';
import { keepAnswersYoung } from './heap.ts';
import { createHttp } from './http/http.ts';
import { Fleet } from './media/fleet.ts';
import { createGrantSigner } from './media/grants.ts';
import {
  openMediaApart,
  openMediaHere,
  type CreateMediaNode,
  type MediaParts,
} from './media/open.ts';
import { createMetrics } from './metrics/metrics.ts';
import { watchPace } from './metrics/pace.ts';
import { startWakeups } from './wakeup/timer.ts';

export interface AppParts {
  mode: Mode;
  env: Record<string, string | undefined>;
  clock: () => Instant;
  /** Null: media nodes are processes of their own. */
  createMediaNode: CreateMediaNode | null;
  /** Where the client's build lies; the checkout's own by default. */
  build?: string;
  /** How much the embedded store keeps with one commit, where it is not the usual. */
  stretch?: Stretch;
  /** How often it looks for what other servers did, where it is not as usual. */
  lookout?: LookoutPace;
}

export interface App {
  mode: Mode;
  /** The addresses under which people come. */
  origins: readonly string[];
  /** Whether there is a mail server. */
  sendsMail: boolean;
  /** For the first admin; null once there is one. */
  setupCode: string | null;
  /** Whom visitors of the demo can be; empty in real use. */
  demo: readonly DemoSignIn[];
  /** Whether the demo that was there was thrown away, for its making had been interrupted. */
  demoMadeAnew: boolean;
  /** Resolves if a newer Confab brings the store up to date: this one has to end. */
  outdated: Promise<void>;
  /** Lets what was begun end, then closes everything. */
  close(): Promise<void>;
}

type Opened = { ok: true; app: App } | { ok: false; faults: Fault[] };

/** Reads the configuration, puts Confab together and listens. */
export async function openApp(parts: AppParts): Promise<Opened> {
  keepAnswersYoung();
  const read = readConfig(parts.mode, parts.env);
  if (!read.ok) return read;
  const { dataDir } = read.config;
  const unfit = openDataFolder(dataDir);
  if (unfit) return { ok: false, faults: [unfit] };
  try {
    const opened = await openSecrets(dataDir);
    if (!opened.ok) return { ok: false, faults: [opened.fault] };
    return await compose(parts, read.config, opened.secrets);
  } catch (error) {
    const fault = dataFault(error, dataDir);
    if (!fault) throw error;
    return { ok: false, faults: [fault] };
  }
}

async function compose(parts: AppParts, config: Config, secrets: Secrets): Promise<Opened> {
  const { clock } = parts;
  await using owned = new AsyncDisposableStack();
  const log = pino({ level: config.logLevel });
  const news = storeNews(log);
  const failed = (error: unknown) => {
    if (error instanceof DamagedRow || news.covers(error)) return;
    log.error({ err: error }, 'Something failed that should not');
  };
  owned.use(damageNews(log));

  const lock = holdFolder(config.dataDir);
  if (!lock.ok) return { ok: false, faults: [lock.fault] };
  owned.use(lock.held);
  const pace = owned.use(watchPace());
  const open = () =>
    openStore(config, news, {
      stretch: parts.stretch,
      watch: {
        committed(...commit) {
          pace.committed(...commit);
          news.kept();
        },
        failed: news.gone,
      },
    });
  const { opened, thrownAway } =
    config.mode === 'demo'
      ? await openWhole(open, config.dataDir)
      : { opened: await open(), thrownAway: false };
  if (!opened.ok) return { ok: false, faults: [opened.fault] };
  const store = owned.use(opened.store);
  const answers = answering(store);
  const mixed = await keepApart(store.db, config.mode);
  if (mixed) return { ok: false, faults: [mixed] };

  const media = owned.use(
    new Fleet({
      roomsAt: (node) => roomsAt(core.ledger, clock)(node),
      settled: (node, status) => endBrokenStays(core.ledger, clock)(node, status),
      failed,
    }),
  );
  const signer = createGrantSigner(secrets.grant.privateKey, clock);
  const seal = new Seal(secrets.seal);
  await sealWhatIsOpen(store, seal);
  let sender: ReturnType<typeof startMail> | null = null;
  const core = createCore({
    store,
    clock,
    media,
    signer,
    seal,
    pushed: (grown) => {
      gateway.push(grown);
    },
    watches: (personId) => gateway.watches(personId),
    directoryChanged: (change) => {
      gateway.directoryChanged(change);
    },
    failed,
    wakeSender: config.mail ? () => sender?.wake() : undefined,
    pushing: config.push ? { key: secrets.push.publicKey, ...config.push } : undefined,
  });
  media.onAttendance(keepAttendance(core.ledger, clock));

  const servers = config.redisUrl === null ? null : reachNeighbours(config.redisUrl, log);
  if (servers) owned.use(servers);
  const accounts = await Accounts.open({
    ledger: core.ledger,
    counting: servers ? countTogether(servers.redis) : undefined,
    joining: { look: lookUpInvitation, join: joinByInvitation },
    secret: secrets.auth,
    secureCookies: config.tls !== null || config.origin?.startsWith('https:') === true,
    log,
  });

  const links = new AnswerLinks(secrets.auth, core.ledger, clock);
  const origin = () => http.edge.origins()[0] ?? '';

  let draining = false;
  const metrics = createMetrics({
    windows: () => gateway.connections(),
    nodes: () => media.reports,
  });
  for (const metric of pace.metrics) metrics.registry.registerMetric(metric);
  const http = createHttp({
    config,
    accounts,
    demo: config.mode === 'demo' ? signIns : null,
    links,
    readCalendar: readCalendar(store, origin, clock),
    counting: servers ? countTogether(servers.redis) : undefined,
    clock,
    health: async () => ({
      draining,
      db: !news.noRoom() && (await answers()),
      ...(servers && { redis: servers.heard() }),
      nodes: media.reports,
    }),
    registry: metrics.registry,
    build: parts.build ?? join(import.meta.dirname, '../../client/build'),
    log,
    failed,
  });

  const gateway: Gateway = createGateway({
    http: http.server,
    entrance: {
      sessionOf: (headers) => accounts.sessionOf(headers, clock()),
      allowedOrigin: (request) => http.edge.allowedOrigin(request),
    },
    dispatch: core.dispatch,
    readFeed: core.readFeed,
    limits: createLimits(),
    neighbours: servers && {
      servers,
      lookUp: {
        heads: (personIds) => store.read((tx) => heads(tx, personIds)),
        ended: (sessionIds) => accounts.ended(sessionIds, clock()),
        directories: await watchDirectories(store),
      },
      pace: parts.lookout,
    },
    clock,
    failed,
  });
  accounts.onRevoked(async (whom) => {
    gateway.cut(whom);
    await transact(core.ledger, clock(), ({ tx }) => dropDevicesOf(tx, whom)).catch(failed);
    await evictEverywhere(core.ledger, media, whom, clock()).catch(failed);
  });

  const mediaParts: MediaParts = {
    config,
    fleet: media,
    http: http.server,
    allows: (request) => http.edge.allowedOrigin(request),
    origins: () => http.edge.origins(),
    grantKey: secrets.grant.publicKey,
    clock,
    log,
  };
  const reached = parts.createMediaNode
    ? await openMediaHere(mediaParts, parts.createMediaNode)
    : await openMediaApart(mediaParts);
  if (!reached.ok) return { ok: false, faults: [reached.fault] };
  owned.use(reached.media);

  await planAnew(core.ledger, clock());
  const demo = config.mode === 'demo' ? await startDemo(core, accounts, clock()) : [];

  owned.use(metrics);
  owned.use(
    watchClock(clock, (ms) => {
      log.warn({ seconds: Math.round(ms / 1_000) }, clockWasSet);
      gateway.tellTime();
      media.tellTime();
      void planAnew(core.ledger, clock()).catch(failed);
    }),
  );
  owned.use(startWakeups(core.ledger, clock, core.wakeups, concernedBy));
  const tidying = setInterval(() => void accounts.tidy(clock()).catch(failed), 60_000);
  owned.defer(() => {
    clearInterval(tidying);
  });

  const { promise: outdated, resolve: isOutdated } = Promise.withResolvers<void>();
  // On a file of its own there is no other Confab.
  if (config.databaseUrl !== null)
    owned.use(
      watchOutdated(store.db, (steps) => {
        log.error({ steps }, newerRuns);
        isOutdated();
      }),
    );

  const listening = await http.listen();
  if (!listening.ok) return { ok: false, faults: [listening.fault] };

  if (config.mail) {
    const answerLink = async (to: Parameters<AnswerLinks['token']>[0]) =>
      `${origin()}/answer#${await links.token(to)}`;
    const { mail: settings } = config;
    sender = owned.use(startMail({ store, settings, origin, answerLink, clock, log, failed }));
    for (const metric of sender.metrics) metrics.registry.registerMetric(metric);
  }

  const { calendarHosts: hosts } = config;
  const calendars = owned.use(startCalendars({ ledger: core.ledger, clock, hosts, seal }));
  for (const metric of calendars.metrics) metrics.registry.registerMetric(metric);
  if (config.push) {
    const contact = () => contactOf(config, origin());
    const isSignedIn: IsSignedIn = async (tx, sessionId, now) =>
      (await endedSessions(tx, [sessionId], now)).length === 0;
    const keys = secrets.push;
    const pusher = owned.use(startPush({ store, keys, contact, isSignedIn, clock, log, failed }));
    for (const metric of pusher.metrics) metrics.registry.registerMetric(metric);
  }

  const everything = owned.move();
  return {
    ok: true,
    app: {
      mode: config.mode,
      origins: http.edge.origins(),
      sendsMail: config.mail !== null,
      setupCode: accounts.setupCode,
      demo,
      demoMadeAnew: thrownAway,
      outdated,
      async close() {
        draining = true;
        // Connections to the node hang on the same server: it ends when they have.
        await reached.media[Symbol.asyncDispose]();
        await gateway.close();
        await http.close();
        await everything.disposeAsync();
      },
    },
  };
}

/** By what a push service may reach the operator. */
const contactOf = ({ mail }: Config, origin: string): string =>
  mail ? `mailto:${mail.from.address}` : origin.replace(/^http:/, 'https:');

const newerRuns =
  'A newer Confab has brought the database up to date: this server ends once it has done what was begun. Start it again with that version or a later one';

const clockWasSet =
  'The clock of this machine was set, or the machine slept: deadlines and rooms go by the new time. See that the machine’s clock is kept right (timedatectl)';
