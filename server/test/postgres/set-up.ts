import type { TestProject } from 'vitest/node';
import { openPostgres } from '../../src/db/open-postgres.ts';
import { Cluster } from './cluster.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** How to reach the throw-away PostgreSQL; absent where stores are SQLite's. */
    postgres?: { maintenance: string };
  }
}

/** Starts one PostgreSQL for all tests of a run, with a migrated database to make copies of. */
export default async function setUp(project: TestProject) {
  const cluster = await Cluster.open();
  const store = await openPostgres(cluster.url('template1'));
  await store[Symbol.asyncDispose]();
  project.provide('postgres', { maintenance: cluster.url('postgres') });
  return () => cluster[Symbol.asyncDispose]();
}
