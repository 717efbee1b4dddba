import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ADMIN_KEY, type ApiAnswer, KEYS } from './gateway.ts';

const program = fileURLToPath(new URL('process-child.ts', import.meta.url));

/** A gateway in a process of its own. */
export interface GatewayProcess extends AsyncDisposable {
  readonly url: string;
  /** The operator's key, where this start made it. */
  readonly createdKey: string | undefined;
  /** Sends a request with the operator's key; rejects where the process does not answer any more. */
  readonly api: (method: string, path: string, body?: unknown) => Promise<ApiAnswer>;
  /** Reads what is no JSON, such as the metrics, with the operator's key. */
  readonly text: (path: string) => Promise<string>;
  /** Ends it; answers its exit code, null where the signal was what ended it. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<number | null>;
  /** What it logged from the level of warnings on. */
  readonly complaint: () => string;
}

/** Where a gateway keeps everything, and the base URLs of its regions. */
export interface GatewayPlace {
  readonly store: string;
  readonly upstreams: Readonly<Record<string, string>>;
  /** The operator's key: that of the tests unless said otherwise; `stored` and `new` are that of the store, which `new` replaces. */
  readonly adminKey?: 'tests' | 'stored' | 'new';
}

/** Starts a gateway process and waits until it listens; all of them have the keys of the tests. */
export async function startGateway({ store, upstreams, adminKey = 'tests' }: GatewayPlace): Promise<GatewayProcess> {
  const args = ['--conditions=intercom-mcp-toolkit:source', program, store, JSON.stringify(upstreams), adminKey];
  const child = spawn(process.execPath, args, {
    env: {
      PATH: process.env.PATH ?? '',
      GATEWAY_KEYS: KEYS,
      ...(adminKey === 'tests' && { GATEWAY_ADMIN_KEY: ADMIN_KEY }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  let [url, createdKey]: (string | undefined)[] = [];
  for await (const line of createInterface(child.stdout)) {
    [url, createdKey] = line.split(' ');
    break;
  }
  if (url === undefined) throw new Error(`the gateway ended: ${complaint}`);
  const end: GatewayProcess['end'] = async (signal) => {
    child.kill(signal);
    const [code] = await ended;
    return code;
  };
  return {
    url,
    createdKey,
    api: (method, path, body) => askApi(new URL(path, url), method, body),
    text: async (path) =>
      (await fetch(new URL(path, url), { headers: { authorization: `Bearer ${ADMIN_KEY}` } })).text(),
    end,
    complaint: () => complaint,
    [Symbol.asyncDispose]: async () => {
      await end('SIGKILL');
    },
  };
}

/** Sends a request with the operator's key. */
export async function askApi(url: URL, method: string, body: unknown): Promise<ApiAnswer> {
  const response = await fetch(url, {
    method,
    headers: {
      authorization: `Bearer ${ADMIN_KEY}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? '' : JSON.parse(text) };
}
