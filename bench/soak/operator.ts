import * as z from 'zod';
import type { SoakGateway } from './processes.ts';
import type { Tally } from './tally.ts';

/** An MCP server, and when it was revoked: from when on it may be refused, and from when on it has to be. */
export interface Server {
  readonly id: string;
  readonly token: string;
  /** Milliseconds of `performance.now()`. */
  revokedFrom: number;
  revokedBy: number;
}

/** What an operator does while clients call. */
export interface Operator {
  /** The server that is revoked next, while clients use it. */
  readonly victim: () => Server;
  readonly revoked: () => number;
  readonly run: (until: number) => Promise<void>;
}

/** Settings of a new server. */
interface Wanted {
  readonly expires_at?: string;
  readonly rate_limit?: { requests: number; seconds: number };
}

const made = z.object({ id: z.string(), token: z.string() });

/** Milliseconds for which a server is used before it is revoked. */
const LIFE = 1500;

/** Reads of the API that an operator's programs make beside that. */
const READS = ['/audit?limit=50', '/integrated-account?limit=50', '/metrics', '/readyz', '/healthz'];

/** The API of one account, through any of the gateways. */
export class Api {
  private readonly gateways: readonly SoakGateway[];
  private readonly adminKey: string;
  private readonly tally: Tally;
  private turn = 0;
  account = '';

  constructor(gateways: readonly SoakGateway[], adminKey: string, tally: Tally) {
    this.gateways = gateways;
    this.adminKey = adminKey;
    this.tally = tally;
  }

  /** Asks the gateways in turn; undefined where one refused honestly, because the database was away. */
  async ask(kind: string, method: string, path: string, body?: unknown): Promise<unknown> {
    this.turn += 1;
    const { url = '' } = this.gateways[this.turn % this.gateways.length] ?? {};
    const began = performance.now();
    const response = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${this.adminKey}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const times = { began, ended: performance.now() };
    const isRefused = response.status === 503 && response.headers.has('retry-after') && this.tally.wasAway(times);
    const result = response.ok ? 'ok' : `${response.status} of the API`;
    // What was deleted although the answer said that nobody knows is gone at the second time.
    const isGone = method === 'DELETE' && response.status === 404;
    this.tally.add({ kind, ...times, result, isHonest: response.ok || isRefused || isGone });
    if (!response.ok) return isGone ? '' : undefined;
    return response.headers.get('content-type')?.startsWith('application/json') ? JSON.parse(text) : text;
  }

  async connect(): Promise<void> {
    const account = { label: 'Soak', region: 'workspace', access_token: 'sandbox' };
    this.account = made.pick({ id: true }).parse(await this.ask('connect', 'POST', '/integrated-account', account)).id;
  }

  async createServer({ rate_limit, ...wanted }: Wanted = {}): Promise<Server | undefined> {
    const config = { methods: ['read', 'write'], ...(rate_limit && { rate_limit }) };
    const body = { name: 'Soak', config, ...wanted };
    const answer = await this.ask('create a server', 'POST', `/integrated-account/${this.account}/mcp`, body);
    if (answer === undefined) return undefined;
    const never = Number.POSITIVE_INFINITY;
    return { ...made.parse(answer), revokedFrom: never, revokedBy: never };
  }

  /** Revokes a server; false where nobody knows whether that happened. */
  async revoke(server: Server): Promise<boolean> {
    const path = `/integrated-account/${this.account}/mcp/${server.id}`;
    server.revokedFrom = Math.min(server.revokedFrom, performance.now());
    const isDone = (await this.ask('revoke a server', 'DELETE', path)) !== undefined;
    if (isDone) server.revokedBy = performance.now();
    return isDone;
  }
}

/** An operator that creates servers, lets clients use them, and revokes them, and reads what there is to read. */
export async function createOperator(api: Api): Promise<Operator> {
  let victim = await api.createServer();
  if (victim === undefined) throw new Error('no server could be created');
  let revoked = 0;
  const step = async (turn: number): Promise<void> => {
    const ended = victim;
    const next = await api.createServer();
    await pause(LIFE);
    if (next === undefined || ended === undefined) return;
    // Clients that use it now go on with it, and have to be refused.
    if (!(await api.revoke(ended))) return;
    revoked += 1;
    await pause(LIFE / 3);
    victim = next;
    await api.ask('read the API', 'GET', READS[turn % READS.length] ?? '');
  };
  return {
    victim: () => {
      if (victim === undefined) throw new Error('there is no server');
      return victim;
    },
    revoked: () => revoked,
    run: async (until) => {
      for (let turn = 0; performance.now() < until; turn += 1) await step(turn);
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
