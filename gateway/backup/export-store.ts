import { createHash } from 'node:crypto';
import type { Store } from '../store/contract/store.ts';
import { backupKeys, backupTableNames, backupTables, FORMAT, VERSION } from './backup-format.ts';

/**
 * A backup of a store as lines of JSON without line feeds, from one moment: credentials stay sealed, tokens are digests.
 * Others may write meanwhile; over SQLite this opening of the store waits until the last line was read or given up.
 */
export async function* exportStore(
  store: Pick<Store, 'snapshot' | 'migration'>,
  now = Date.now,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const line = (content: object): string => {
    const text = JSON.stringify(content);
    hash.update(`${text}\n`);
    return text;
  };
  await using snapshot = await store.snapshot();
  yield line({
    format: FORMAT,
    version: VERSION,
    migration: store.migration,
    exported_at: new Date(now()).toISOString(),
  });
  const counts: Record<string, number> = {};
  for (const table of backupTableNames) {
    let count = 0;
    const columns = Object.keys(backupTables[table].shape);
    for await (const row of snapshot.rows(table, { columns, keys: backupKeys[table] })) {
      // A code lives for a minute.
      if (table === 'oauth_grants' && row.kind === 'code') continue;
      count += 1;
      yield line({ table, row });
    }
    counts[table] = count;
  }
  yield JSON.stringify({ counts, sha256: hash.digest('hex') });
}
