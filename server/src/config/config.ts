/** `demo`: made-up people on loopback. `serve`: real use. */
export type Mode = 'demo' | 'serve';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Everything the operator decides, read once and checked whole. */
export interface Config {
  mode: Mode;
  /** 0: any free one. */
  port: number;
  /** Addresses to listen on; a missing address family is passed over. */
  hosts: readonly string[];
  /** The one public address, without a slash at its end; null: localhost on the port. */
  origin: string | null;
  /** PEM text. */
  tls: { cert: string; key: string } | null;
  /** Addresses and CIDR ranges. */
  trustedProxies: readonly string[];
  /** Absolute. */
  dataDir: string;
  /** A PostgreSQL database; null: SQLite in the data folder. */
  databaseUrl: string | null;
  /** The Redis through which several servers hear of each other; null: there is one server. */
  redisUrl: string | null;
  media: {
    ip: string;
    /** Worker number n listens on `port + n`. */
    port: number;
    workers: number;
    announcedAddresses: string[];
    /** null: none is known, and there will be no calls. */
    workerBin: string | null;
  };
  /** Media nodes on machines of their own, by the address under which pages reach them. */
  nodes: readonly string[];
  /** Where the media node beside the server listens, when it is a process of its own. */
  nodePort: number;
  /** The mail server and whom mail comes from; null: no mail is sent. */
  mail: { url: string; from: { name: string; address: string } } | null;
  /** Hosts, addresses and CIDR ranges of its own network at which mentors' calendars may be read. */
  calendarHosts: readonly string[];
  /** The push services that are sent to; null: nothing is pushed. */
  push: { services: readonly string[] } | null;
  metricsToken: string | null;
  logLevel: (typeof logLevels)[number];
}

/** One thing that is wrong with the configuration, and what would mend it. */
export interface Fault {
  variable: string;
  wrong: string;
  mend: string;
}

/** For the console: one fault a line. */
export const faultText = ({ variable, wrong, mend }: Fault): string =>
  `${variable}: ${wrong}. ${mend}.`;
