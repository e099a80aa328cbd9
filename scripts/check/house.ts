// Who may import whom. The picture is in docs/ARCHITECTURE.md.

/** A package of the workspace, by its folder: the packages it may import. */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  migrations: [],
  sfu: ['shared'],
  client: ['shared'],
  server: ['shared', 'migrations'],
  e2e: ['shared'],
  bench: ['shared', 'server', 'sfu', 'migrations'],
  scripts: ['shared'],
};

/** Who puts server and media node together: the entry, the tests', and the journeys' stage. */
export const composes = (file: string): boolean =>
  file === 'server/src/main.ts' || /^(server\/test|e2e\/stage)\//.test(file);

/** What only they may import. */
export const composed: readonly string[] = ['server', 'sfu'];

/** The server's folders from the outside in; none imports one that is further out. */
export const layers: readonly (readonly string[])[] = [
  ['main.ts'],
  ['app.ts', 'console'],
  ['gateway', 'http', 'demo', 'core.ts'],
  ['features', 'accounts'],
  ['command', 'wakeup', 'feed', 'media', 'mail', 'push', 'calendars'],
  ['outbox'],
  ['db', 'config', 'ports'],
];

/** What one feature may use of another. */
export const shownToFeatures = 'queries.ts';

/** The only folder that knows where Temporal comes from. */
export const timeFolder = 'shared/src/time/';
