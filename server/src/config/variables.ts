/** One variable of the environment that Confab reads. */
interface Variable {
  /** Not for the demo, which is the same on every machine. */
  serveOnly?: true;
  /** What holds when it is not set, in words. */
  otherwise: string;
  meaning: string;
}

/** Everything that can be configured. `docs/CONFIGURATION.md` shows exactly this table. */
export const variables = {
  PORT: { otherwise: '3000', meaning: 'The port on which Confab answers. 0 takes a free one.' },
  HOST: {
    serveOnly: true,
    otherwise: '0.0.0.0',
    meaning: 'The address on which Confab listens. The demo listens on loopback, whatever it says.',
  },
  ORIGIN: {
    serveOnly: true,
    otherwise: 'http(s)://localhost:PORT',
    meaning:
      'The one address under which people reach Confab, such as https://mentors.example.org. Others are refused.',
  },
  TLS_CERT: {
    serveOnly: true,
    otherwise: 'no TLS',
    meaning: 'File with the certificate chain (PEM). Together with TLS_KEY.',
  },
  TLS_KEY: {
    serveOnly: true,
    otherwise: 'no TLS',
    meaning: 'File with the private key (PEM). Together with TLS_CERT.',
  },
  TRUSTED_PROXY: {
    serveOnly: true,
    otherwise: 'none',
    meaning:
      'Addresses or CIDR ranges, separated by commas, of the proxy in front of Confab. Needed when ORIGIN is https and TLS_CERT is not set; only these may say where a request came from.',
  },
  CONFAB_DATA: {
    otherwise: 'data (serve), demo-data (demo)',
    meaning:
      'Folder that holds the secrets and, unless DATABASE_URL is set, the database. Back up this folder.',
  },
  DATABASE_URL: {
    serveOnly: true,
    otherwise: 'SQLite in CONFAB_DATA',
    meaning:
      'A PostgreSQL database, such as postgres://confab:password@localhost/confab. See below.',
  },
  REDIS_URL: {
    serveOnly: true,
    otherwise: 'one server',
    meaning:
      'The Redis through which several servers on one DATABASE_URL tell each other, such as redis://localhost:6379. See below.',
  },
  MEDIASOUP_WORKER_BIN: {
    otherwise: 'found or built at set-up',
    meaning: 'The media worker to run.',
  },
  MEDIA_PORT: {
    otherwise: '44400',
    meaning:
      'The first port for sound and pictures, UDP and TCP. Each media worker takes one, counting up.',
  },
  MEDIA_WORKERS: {
    otherwise: 'one less than there are cores, at least 1',
    meaning: 'How many media workers run.',
  },
  MEDIA_ADDRESSES: {
    serveOnly: true,
    otherwise: 'the IPv4 addresses of this machine',
    meaning:
      'Addresses or host names, separated by commas, under which browsers reach the media ports. Behind NAT: the public address.',
  },
  SFU_URLS: {
    serveOnly: true,
    otherwise: 'one node beside the server',
    meaning:
      'Addresses, separated by commas, of media nodes on machines of their own, such as https://media1.example.org. See MEDIA-NODES.md.',
  },
  SFU_PORT: {
    serveOnly: true,
    otherwise: '3100',
    meaning: 'The port on loopback at which the media node beside the server listens.',
  },
  SMTP_URL: {
    serveOnly: true,
    otherwise: 'no mail is sent',
    meaning:
      'The mail server that takes Confab’s mail, such as smtp://user:password@mail.example.org:587, or smtps:// for TLS from the start. See below.',
  },
  MAIL_FROM: {
    serveOnly: true,
    otherwise: 'no mail is sent',
    meaning: 'Whom mail comes from, such as Confab <confab@example.org>. Together with SMTP_URL.',
  },
  CALENDAR_HOSTS: {
    serveOnly: true,
    otherwise: 'public addresses only',
    meaning:
      'Hosts, addresses or CIDR ranges, separated by commas, of calendar servers in your own network, such as calendar.example.org or 10.0.0.0/8. See below.',
  },
  PUSH: {
    otherwise: 'on',
    meaning:
      'Whether people’s devices are told of notices while Confab is closed: on or off. With off nothing is sent to any push service. See below.',
  },
  PUSH_SERVICES: {
    serveOnly: true,
    otherwise: 'those of the usual browsers',
    meaning:
      'Hosts, separated by commas, of the push services that are sent to, instead of the usual ones, such as push.example.org:8443 or *.push.example.org.',
  },
  METRICS_TOKEN: {
    serveOnly: true,
    otherwise: 'loopback only',
    meaning:
      'At least 16 characters. Whoever sends it as a bearer token may read /metrics from elsewhere.',
  },
  LOG_LEVEL: {
    otherwise: 'info',
    meaning: 'fatal, error, warn, info, debug, trace or silent.',
  },
} satisfies Record<string, Variable>;

export type VariableName = keyof typeof variables;

/** Read by the pages' build, which may share an environment with the server. */
export const readElsewhere: ReadonlySet<string> = new Set([
  'CONFAB_BUILD',
  'CONFAB_SERVER',
  'CONFAB_TONGUE',
]);
