import type { Connected, Pair } from './pair.ts';
import type { GatewayProcess } from './process.ts';
import { type Called, call, createThrough, type Made } from './workspaces.ts';

/** A URL of a server, and from when on it may and must be refused, in milliseconds since 1970. */
interface Url extends Made, Connected {
  readonly token: string;
  end?: End | undefined;
}

interface End {
  /** When the change began: what was answered before was answered by a server that was valid throughout. */
  readonly from: number;
  /** When the change was acknowledged, by the process that made it; undefined for a time that both know. */
  readonly by: number;
  readonly through: GatewayProcess | undefined;
}

/** One call and what came of it. */
export interface ClientCall {
  readonly number: number;
  readonly server: Made;
  readonly accountId: string;
  readonly isAnswered: boolean;
  /** Why the answer is wrong; undefined where it is right. */
  readonly fault: string | undefined;
}

/** What was done while clients called. */
export interface Operated {
  created: number;
  rotated: number;
  revoked: number;
  expired: number;
}

/** How long it may last until another process sees a change, in milliseconds. */
const SECOND = 1000;

/** Changes of each kind at least, however slow the machine is. */
const FEWEST = 3;

/** How many of the servers that ended are called. */
const LATEST = 6;

/** Servers that are kept alive. */
const ALIVE = 24;

/** Lets clients call through both processes for so many milliseconds, and until so many calls were answered, while an operator changes servers through both. */
export async function callWhileChanging(
  pair: Pair,
  { clients, time, answers }: { clients: number; time: number; answers: number },
): Promise<{ calls: ClientCall[]; operated: Operated }> {
  const processes = [pair.a, pair.b] as const;
  let until = 0;
  let isOperating = true;
  let answered = 0;
  const alive: Url[] = [];
  const over: Url[] = [];
  const calls: ClientCall[] = [];
  const operated: Operated = { created: 0, rotated: 0, revoked: 0, expired: 0 };

  const client = async (lane: number): Promise<void> => {
    for (let turn = 0; isOperating || Date.now() < until || answered < answers; turn += 1) {
      const number = calls.length;
      const ended = turn % 3 === 2 ? latest(over) : [];
      const from = ended.length > 0 ? ended : alive;
      const url = from[(lane * 7 + turn) % from.length];
      if (url === undefined) throw new Error('there is no server');
      const through = processes[(lane + turn) % 2 === 0 ? 0 : 1];
      const place = calls.push({ number, server: url, accountId: url.accountId, isAnswered: false, fault: 'none' }) - 1;
      const began = Date.now();
      const called = await call({ through, token: url.token, era: lane % 4 < 2 ? 'modern' : 'legacy' }, number);
      const fault = judge(called, { url, through, began, ended: Date.now() });
      const isAnswered = called.names !== undefined;
      if (isAnswered) answered += 1;
      calls[place] = { number, server: url, accountId: url.accountId, isAnswered, fault };
    }
  };

  const end = (url: Url, ends: End): void => {
    url.end = ends;
    alive.splice(alive.indexOf(url), 1);
    over.push(url);
  };

  const create = async (through: GatewayProcess): Promise<void> => {
    const connected = operated.created % 2 === 0 ? pair.us : pair.eu;
    alive.push({ ...(await createThrough(through, connected.accountId)), ...connected });
    operated.created += 1;
  };

  /** Changes a server, which may be refused from the moment on at which this is asked for. */
  const changing = async (url: Url, through: GatewayProcess, ask: () => Promise<{ status: number }>): Promise<void> => {
    url.end = { from: Date.now(), by: Number.POSITIVE_INFINITY, through };
    const { status } = await ask();
    if (status >= 300) throw new Error(`a change was refused: ${status}`);
    end(url, { ...url.end, by: Date.now() });
  };

  const changes: ((url: Url, through: GatewayProcess) => Promise<void>)[] = [
    async (url, through) => {
      await changing(url, through, async () => {
        const rotated = await through.api('POST', `${url.path}/rotate`);
        if (rotated.status === 200) alive.push({ ...url, token: rotated.body.token, end: undefined });
        return rotated;
      });
      operated.rotated += 1;
    },
    async (url, through) => {
      await changing(url, through, () => through.api('DELETE', url.path));
      operated.revoked += 1;
    },
    async (url) => {
      const at = Date.now() + SECOND;
      await pair.store.servers.update(url.accountId, url.id, { expires_at: at });
      end(url, { from: at, by: at, through: undefined });
      operated.expired += 1;
    },
    async () => {
      await pair.store.sweep({ now: Date.now(), tombstonesUntil: until + 3_600_000, auditFrom: '' });
    },
  ];

  const operator = async (): Promise<void> => {
    for (let turn = 0; turn < FEWEST * changes.length || Date.now() < until; turn += 1) {
      // First through one for long: a process forgets what it remembers when it makes a change itself.
      const through = Date.now() < until - time / 4 ? pair.a : pair.b;
      const url = alive[(turn * 5) % alive.length];
      if (url !== undefined) await changes[turn % changes.length]?.(url, through);
      if (alive.length < ALIVE) await create(through);
    }
    isOperating = false;
  };

  for (let count = 0; count < ALIVE; count += 1) await create(pair.a);
  until = Date.now() + time;
  await Promise.all([operator(), ...Array.from({ length: clients }, (_, lane) => client(lane))]);
  return { calls, operated };
}

/** Those whose end came last: what is taken too long is taken then. */
function latest(over: readonly Url[]): Url[] {
  const now = Date.now();
  const endOf = ({ end }: Url): number => end?.by ?? now;
  return over
    .filter((url) => endOf(url) <= now)
    .toSorted((one, other) => endOf(other) - endOf(one))
    .slice(0, LATEST);
}

interface Circumstances {
  readonly url: Url;
  readonly through: GatewayProcess;
  readonly began: number;
  readonly ended: number;
}

/** Why an answer is wrong, if it is. */
function judge({ status, names }: Called, { url, through, began, ended }: Circumstances): string | undefined {
  const { end, workspace } = url;
  const grace = end?.through === undefined || end.through === through ? 0 : SECOND;
  const isValid = end === undefined || ended < end.from;
  const isOver = end !== undefined && began > end.by + grace;
  if (status === 410) return isValid ? 'a valid server was refused' : undefined;
  if (status !== 200) return `answered with ${status}`;
  if (isOver) return `taken ${began - end.by} ms after the end`;
  if (names === undefined) return isValid ? 'a valid call was not answered to its end' : undefined;
  return names.join() === workspace.name ? undefined : `answered with ${names.join()} in place of ${workspace.name}`;
}
