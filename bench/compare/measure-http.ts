import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Figures, messageOf } from '../measures/figures.ts';
import { type HttpServer, measureHttp } from '../measures/http.ts';
import type { HttpMetricName } from '../measures/metrics.ts';
import { type Databases, openDatabases } from '../support/postgres.ts';
import type { Effort } from './effort.ts';
import type { Ready } from './measure-all.ts';

/** The bare server over HTTP, with which the others are compared. */
const BARE = 'bare';

/**
 * Measures what of the contestants serves over HTTP beside the SDK's bare server with the same tools and the same client, which
 * is installed with the last of them. Resolves to the names of all, the bare one first.
 */
export async function measureAllHttp(
  ready: readonly Ready[],
  figures: Figures<HttpMetricName>,
  { upstream, effort, progress }: { upstream: string; effort: Effort; progress: (text: string) => void },
): Promise<string[]> {
  const serving = ready.filter(({ http }) => http !== undefined);
  const folder = serving.at(-1)?.folder;
  if (folder === undefined) return [];
  const bare = join(folder, 'bare.mjs');
  await copyFile(fileURLToPath(new URL('../programs/bare.mjs', import.meta.url)), bare);
  const servers: HttpServer[] = [{ name: BARE, command: { args: [bare], env: { BENCH_UPSTREAM: upstream } } }];

  await using running = new AsyncDisposableStack();
  const stores = await mkdtemp(join(tmpdir(), 'bench-stores-'));
  running.defer(() => rm(stores, { recursive: true, force: true }));
  const databases: Databases | Error = await openDatabases(process.env.BENCH_POSTGRES).catch(
    (error: unknown) => new Error(messageOf(error)),
  );
  if (!(databases instanceof Error)) running.use(databases);
  const names = [BARE];
  for (const { name, http } of serving) {
    if (http === undefined) continue;
    servers.push({ name: `${name} serve`, command: http.serve });
    servers.push({ name: `${name} gateway`, command: http.gateway(join(stores, `${name}.db`)) });
    const onPostgres = `${name} gateway, PostgreSQL`;
    names.push(`${name} serve`, `${name} gateway`, onPostgres);
    if (databases instanceof Error) figures.refuse(onPostgres, 'calls1', databases);
    else servers.push({ name: onPostgres, command: http.gateway(await databases.make()) });
  }
  await measureHttp(servers, figures, { ...effort, progress });
  return names;
}
