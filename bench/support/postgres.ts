import { Client } from 'pg';
import { findBinaries, startCluster } from '../../test/support/postgres-setup.ts';

/** Empty databases to measure over. */
export interface Databases extends AsyncDisposable {
  /** The URL of another empty database. */
  readonly make: () => Promise<string>;
}

/** A throw-away PostgreSQL of this machine, or the server in `given`; throws where there is none. */
export async function openDatabases(given: string | undefined): Promise<Databases> {
  const bin = given ? undefined : findBinaries();
  if (!given && bin === undefined) throw new Error('no PostgreSQL is installed, and BENCH_POSTGRES names none');
  const cluster = bin === undefined ? undefined : await startCluster(bin);
  const server = cluster?.url ?? given ?? '';
  const made: string[] = [];
  const administer = async (statement: string): Promise<void> => {
    const client = new Client({ connectionString: server });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  return {
    make: async () => {
      const name = `intercom_mcp_bench_${crypto.randomUUID().replaceAll('-', '')}`;
      await administer(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'`);
      made.push(name);
      const url = new URL(server);
      url.pathname = name;
      return url.href;
    },
    [Symbol.asyncDispose]: async () => {
      if (cluster !== undefined) return await cluster[Symbol.asyncDispose]();
      for (const name of made) await administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}
