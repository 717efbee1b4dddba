import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { Client, StdioClientTransport } from '../judges/legacy-sdk.ts';
import { type Followed, follow } from './follow.ts';
import { isolated } from './judges.ts';

/** mcp-remote between the official client of version 1, which started it, and a server over HTTP. */
export interface Remote extends AsyncDisposable {
  /** The client, once the server has taken it in. */
  readonly connected: Promise<Client>;
  /** The address at which it asks a person to log in, as soon as it does; rejects where the client is taken in without. */
  readonly login: () => Promise<string>;
  readonly printed: Followed;
}

/** A folder and an environment in which mcp-remote finds no browser to open. */
export async function withoutBrowser(): ReturnType<typeof isolated> {
  const { cwd, env } = await isolated();
  return { cwd, env: { ...env, PATH: dirname(process.execPath) } };
}

/** Starts mcp-remote, whose program file is the first of `args`. */
export async function startRemote(args: string[], more: Readonly<Record<string, string>> = {}): Promise<Remote> {
  const { env } = await withoutBrowser();
  const program = { command: process.execPath, args, env: { ...env, ...more } };
  const transport = new StdioClientTransport({ ...program, stderr: 'pipe' });
  const { stderr } = transport;
  if (!(stderr instanceof Readable)) throw new Error('its stderr is no pipe');
  const printed = follow(stderr);
  const client = new Client({ name: 'test', version: '1' });
  const connected = client.connect(transport).then(() => client);
  // Where a test ends before a login does, nobody waits for it any more.
  connected.catch(() => {});
  const login = (): Promise<string> => {
    const unasked = connected.then((): never => {
      throw new Error('it asked for no login');
    });
    return Promise.race([printed.first(/^(http:\S+\/authorize\?\S+)$/m), unasked]);
  };
  return { connected, login, printed, [Symbol.asyncDispose]: () => client.close() };
}
