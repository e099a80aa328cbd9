import type { DirectoryChange } from '../../command/context.ts';
import type { Tx } from '../../db/database.ts';
import type { Store } from '../../db/store.ts';
import { viewersOf } from './queries.ts';

/** Says at each call which directories have changed since the last one; at the first, since now. */
export async function watchDirectories(store: Store): Promise<() => Promise<DirectoryChange[]>> {
  let known = await store.read(versions);
  return () =>
    store.read(async (tx) => {
      const [before, now] = [known, await versions(tx)];
      const changes: DirectoryChange[] = [];
      for (const [programId, version] of now)
        if (before.get(programId) !== version)
          changes.push({ programId, version, personIds: await viewersOf(tx, programId) });
      known = now;
      return changes;
    });
}

async function versions(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.selectFrom('program').select(['id', 'directory_version']).execute();
  return new Map(rows.map((row) => [row.id, row.directory_version]));
}
