import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';

/** An empty database for one test file; disposing of it drops it and breaks off whoever is still connected. */
export interface TestDatabase extends AsyncDisposable {
  readonly url: string;
}

/** The server that tests may make databases on: the environment's, else the one of this run, if any is installed. */
async function findServer(starter: string): Promise<string | undefined> {
  if (process.env.TEST_DATABASE_URL) return process.env.TEST_DATABASE_URL;
  const response = await fetch(starter);
  const body = await response.text();
  if (response.ok) return body;
  if (response.status === 404) return undefined;
  throw new Error(body);
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Makes an empty database in UTF-8 that sorts as C does; where there is no PostgreSQL, says so and gives undefined. */
export async function testDatabase(starter = inject('postgresStarter')): Promise<TestDatabase | undefined> {
  const server = await findServer(starter);
  if (server === undefined) {
    console.warn(
      'SKIPPED: no PostgreSQL, so nothing that needs one is tested. Install it (Debian: apt-get install postgresql; ' +
        'macOS: brew install postgresql), or name a server that may be used in TEST_DATABASE_URL.',
    );
    return undefined;
  }
  const name = `intercom_mcp_test_${randomBytes(8).toString('hex')}`;
  // Nobody can connect to template0, so it is empty, and databases are made from it at the same time.
  await administer(server, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'`);
  const url = new URL(server);
  url.pathname = name;
  return {
    url: url.href,
    [Symbol.asyncDispose]: () => administer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}
