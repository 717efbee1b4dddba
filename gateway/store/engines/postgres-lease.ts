import type { PostgresPoolClient, PostgresQueryResult } from 'kysely';
import pg from 'pg';
import { ConnectionFailure } from './connection-failure.ts';

/** What the connections of a pool know of each other; times are those of `performance.now()`. */
export interface Health {
  /** When each of them answered last. */
  readonly heard: WeakMap<pg.PoolClient, number>;
  readonly broken: WeakSet<pg.PoolClient>;
  /** When one of them broke or fell silent last. */
  lostAt: number;
}

interface LeaseOptions {
  readonly health: Health;
  /** Milliseconds that an answer may take. */
  readonly limit: number;
  readonly onRelease: () => void;
}

/** A connection while somebody uses it: its statements are answered in time, and it is not used again once one of them broke it. */
export class Lease implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  readonly #options: LeaseOptions;

  constructor(client: pg.PoolClient, options: LeaseOptions) {
    this.#client = client;
    this.#options = options;
  }

  query<Row>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  query(cursor: unknown): never;
  query<Row>(sql: unknown, parameters: readonly unknown[] = []): Promise<PostgresQueryResult<Row>> {
    if (typeof sql !== 'string') throw new Error('no part of the store uses cursors of the driver');
    return this.#query(sql, parameters);
  }

  async #query<Row>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>> {
    const { health, limit } = this.#options;
    if (health.broken.has(this.#client)) throw new ConnectionFailure('lost', 'the connection broke before');
    try {
      const answer = this.#client.query(sql, [...parameters]);
      const { command, rowCount, rows } = await answeredWithin(limit, answer);
      health.heard.set(this.#client, performance.now());
      // Kysely's type has the commands that it looks for, and it lets all others pass.
      return { command: command as PostgresQueryResult<Row>['command'], rowCount: rowCount ?? 0, rows };
    } catch (error) {
      throw this.#judge(error);
    }
  }

  /** Gives the connection up where an error says that it is of no use any more; answers what to throw. */
  #judge(error: unknown): unknown {
    const { health } = this.#options;
    // After a fatal error the server ends the connection, which is seen a moment later.
    const isFatal = error instanceof pg.DatabaseError && /^(?:FATAL|PANIC)$/.test(error.severity ?? '');
    const isBroken = health.broken.has(this.#client) || this.#client.connection.stream.destroyed;
    if (!isFatal && !isBroken && !(error instanceof ConnectionFailure)) return error;
    health.broken.add(this.#client);
    health.lostAt = performance.now();
    if (error instanceof pg.DatabaseError || error instanceof ConnectionFailure) return error;
    return new ConnectionFailure('lost', 'the connection broke', { cause: error });
  }

  release(destroy = false): void {
    const { health, onRelease } = this.#options;
    onRelease();
    this.#client.release(destroy || health.broken.has(this.#client));
  }
}

/** What a server answers; throws a {@link ConnectionFailure} where it stays silent for so many milliseconds. */
export async function answeredWithin<Answer>(limit: number, answer: Promise<Answer>): Promise<Answer> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new ConnectionFailure('silent', `no answer in ${limit} ms`)), limit);
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
