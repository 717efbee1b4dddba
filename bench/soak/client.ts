import { type Connected, connect, type Seen } from './connect.ts';
import type { Server } from './operator.ts';
import type { SoakGateway, SoakWorkspace } from './processes.ts';
import type { Tally } from './tally.ts';

/** One client of the sixteen. */
interface Lane {
  readonly number: number;
  readonly gateway: SoakGateway;
  readonly era: 'modern' | 'legacy';
  /** The server that it calls: another one from time to time. */
  readonly server: () => Server;
  readonly workspace: SoakWorkspace;
  readonly tally: Tally;
}

/** Milliseconds after a revocation within which another process may still answer. */
const SPREAD = 1000;

/** Calls after which a client connects anew. */
const SESSION = 200;

/** Lets one client call until then. */
export async function runClient(lane: Lane, until: number): Promise<void> {
  const seen: Seen = { status: 0, hasRetryAfter: false };
  let session: { readonly server: Server; readonly client: Connected; readonly since: number } | undefined;
  for (let turn = lane.number * 7; performance.now() < until; turn += 1) {
    const server = lane.server();
    if (session === undefined || session.server !== server || turn - session.since > SESSION) {
      await session?.client.close();
      session = undefined;
      await observe(lane, { server, seen, kind: 'connect' }, async () => {
        session = {
          server,
          client: await connect(`${lane.gateway.url}/mcp/${server.token}`, lane.era, seen),
          since: turn,
        };
        return undefined;
      });
      // As clients do that are refused.
      if (session === undefined) await new Promise((resolve) => setTimeout(resolve, 100));
      continue;
    }
    const { kind, act } = deed(lane, turn, session.client);
    await observe(lane, { server, seen, kind }, act);
  }
  await session?.client.close();
}

interface Deed {
  readonly kind: string;
  readonly act: () => Promise<string | undefined>;
}

/** What a client does next, in a mix that is the same in each run. */
function deed({ number, workspace }: Lane, turn: number, client: Connected): Deed {
  const pick = (from: readonly string[]): string => from[(turn * 31 + number) % from.length] ?? '';
  const call = (name: string, args: Record<string, unknown>, signal?: AbortSignal) => () =>
    client.call(name, args, signal);
  const read = { name: 'get_single_intercom_conversation_by_id', args: { conversation_id: pick(workspace.plain) } };
  const search = { query: { field: 'state', operator: '=', value: 'open' }, limit: 5 };
  const mix: readonly Deed[] = [
    { kind: 'call', act: call('get_single_intercom_me', {}) },
    { kind: 'call', act: call(read.name, read.args) },
    { kind: 'search', act: call('list_all_intercom_search_conversations', search) },
    { kind: 'hostile mail', act: call(read.name, { conversation_id: pick(workspace.hostile) }) },
    {
      kind: 'write',
      act: call('update_a_intercom_contact_by_id', { contact_id: pick(workspace.contacts), name: `Soak ${turn}` }),
    },
    { kind: 'call', act: call('list_all_intercom_admins', {}) },
    { kind: 'hostile mail', act: call('list_all_intercom_conversations', { limit: 5 }) },
    { kind: 'given up', act: call(read.name, read.args, AbortSignal.timeout(1 + (turn % 20))) },
    {
      kind: 'search',
      act: call('list_all_intercom_search_contacts', {
        query: { field: 'role', operator: '=', value: 'user' },
        limit: 5,
      }),
    },
    { kind: 'list', act: async () => void (await client.list()) },
  ];
  return mix[turn % mix.length] ?? { kind: 'call', act: call(read.name, read.args) };
}

interface Watched {
  readonly server: Server;
  readonly seen: Seen;
  readonly kind: string;
}

/** Does it, and judges what came of it. */
async function observe({ tally, era }: Lane, { server, seen, kind }: Watched, act: Deed['act']): Promise<void> {
  const began = performance.now();
  Object.assign(seen, { status: 0, hasRetryAfter: false });
  const problem = await act().catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
  const times = { began, ended: performance.now() };
  const add = (result: string, isHonest: boolean): void => tally.add({ kind, ...times, result, isHonest });
  if (problem === undefined) {
    if (began > server.revokedBy + SPREAD) add('answered after its end', false);
    else add('ok', true);
  } else if (kind === 'given up' && problem instanceof Error && seen.status !== 503 && seen.status !== 410) {
    add('given up by the client', true);
  } else if (seen.status === 410 && times.ended >= server.revokedFrom) {
    add('410 of a revoked server', true);
  } else if (
    problem instanceof Error &&
    /ended by the gateway/.test(problem.message) &&
    times.ended >= server.revokedFrom
  ) {
    add('ended on its way, because the server was revoked', true);
  } else if (seen.status === 503 && seen.hasRetryAfter && tally.wasAway(times)) {
    add('503 while the database was away', true);
  } else if (typeof problem === 'string' && /store/.test(problem) && tally.wasAway(times)) {
    add('refused by the tool while the database was away', true);
  } else {
    const text = typeof problem === 'string' ? `of the tool: ${problem}` : `${seen.status}: ${problem.message}`;
    add(`${kind} (${era}) ${withoutTokens(text).slice(0, 160)}`, false);
  }
}

function withoutTokens(text: string): string {
  return text.replaceAll(/imcp_\w+_[\w-]+/g, '…').replaceAll(/\s+/g, ' ');
}
