import type { DirectoryChange } from '../../command/context.ts';
import type { Store } from '../../db/store.ts';
import { viewersOf } from './queries.ts';

/** Says at each call which directories have changed since the last one; at the first, none. */
export function watchDirectories(store: Store): () => Promise<DirectoryChange[]> {
  let known: ReadonlyMap<string, number> | null = null;
  return () =>
    store.read(async (tx) => {
      const rows = await tx.selectFrom('program').select(['id', 'directory_version']).execute();
      const before = known;
      const changed = rows.filter((row) => before?.get(row.id) !== row.directory_version);
      const changes: DirectoryChange[] = [];
      if (before)
        for (const { id: programId, directory_version: version } of changed)
          changes.push({ programId, version, personIds: await viewersOf(tx, programId) });
      known = new Map(rows.map((row) => [row.id, row.directory_version]));
      return changes;
    });
}
