import { Socket } from 'node:net';
import type { PostgresPool } from 'kysely';
import pg from 'pg';
import { ConnectionFailure } from './connection-failure.ts';
import type { ConnectionOptions } from './engine-driver.ts';
import { answeredWithin, type Health, Lease } from './postgres-lease.ts';

/** Milliseconds after which connections that are still in use are cut, once the pool is closed. */
const CLOSING = 5000;

/** Milliseconds for which a transaction may wait for its next statement: one whose process is gone holds its locks no longer. */
const IDLE_TRANSACTION = 60_000;

/**
 * A pool of connections on which nobody waits longer than the timeouts say. A connection that broke or fell silent is
 * never used again, and neither is one that was not heard of since another did: the server behind it may be gone.
 */
export function postgresPool(
  url: string,
  { connections, timeouts, isLasting, onError }: ConnectionOptions,
): PostgresPool {
  const sockets = new Set<Socket>();
  const health: Health = { heard: new WeakMap(), broken: new WeakSet(), lostAt: 0 };
  const settings = [
    `set statement_timeout = ${timeouts.statement}`,
    `set idle_in_transaction_session_timeout = ${isLasting ? 0 : IDLE_TRANSACTION}`,
  ].join('; ');
  let leased = 0;

  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: timeouts.connect,
    // Not as parameters of the connection, which PgBouncer would refuse.
    onConnect: (client) => answeredWithin(timeouts.connect, client.query(settings)),
    application_name: 'intercom-mcp-gateway',
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: { getTypeParser },
    stream: () => {
      const socket = new Socket();
      sockets.add(socket);
      return socket.once('close', () => sockets.delete(socket));
    },
  });
  pool.on('error', onError);
  pool.on('connect', (client) => {
    health.heard.set(client, performance.now());
    // The pool listens to connections that nobody uses, and an error that nobody listens to ends the process. Who uses
    // this one learns of it by the statement that goes on, or by the next.
    client.on('error', () => health.broken.add(client));
  });

  async function take(): Promise<pg.PoolClient> {
    try {
      return await pool.connect();
    } catch (cause) {
      if (cause instanceof pg.DatabaseError) throw cause;
      const failure = leased >= connections ? 'exhausted' : 'unreachable';
      throw new ConnectionFailure(failure, 'there is no connection', { cause });
    }
  }

  return {
    options: pool.options,
    connect: async () => {
      for (;;) {
        const client = await take();
        if ((health.heard.get(client) ?? 0) >= health.lostAt) {
          leased += 1;
          return new Lease(client, { health, limit: timeouts.query, onRelease: () => (leased -= 1) });
        }
        client.release(true);
      }
    },
    end: async () => {
      const cut = setTimeout(() => {
        for (const socket of sockets) socket.destroy();
      }, CLOSING);
      await pool.end();
      // A server that is silent never ends its side of a connection: nothing waits for that.
      cut.unref();
      for (const socket of sockets) socket.unref();
    },
  };
}

/** Whole numbers of 64 bits are times and counts here, which a number holds exactly. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format);
