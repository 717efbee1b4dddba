import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { exchangeCode } from '../../gateway/oauth/login/exchange-code.ts';
import { callbackUrl, LOGIN_LIFETIME } from '../../gateway/oauth/login/login.ts';
import { LoginFailure } from '../../gateway/oauth/login/login-failure.ts';
import { isSameDigest, newToken } from '../../gateway/secrets/tokens.ts';
import { hostIntercom } from '../../intercom/hosting.ts';
import { APP_VARIABLES, intercomLoginFromEnvironment } from '../../intercom/login.ts';
import { bind } from '../../runtime/mcp/bind.ts';
import { ConfigError, ToolkitError } from '../../runtime/value/errors.ts';
import { readSecrets } from '../gateway/read-secret.ts';

/** How a login at Intercom is done. */
export interface LoginOptions {
  /** On which Intercom sends the browser back; a redirect URL of the app names it. */
  readonly port: number;
  readonly environment: NodeJS.ProcessEnv;
  readonly clientId?: string | undefined;
  /** Is told the address to open. */
  readonly onLink: (link: string, redirectUrl: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Lets a person agree at Intercom, and answers the access token that comes of it; throws a {@link ToolkitError} where none does. */
export async function logInAtIntercom({ port, environment, clientId, onLink, signal }: LoginOptions): Promise<string> {
  const secrets = await readSecrets(Object.values(APP_VARIABLES), environment);
  const login = intercomLoginFromEnvironment({
    ...secrets,
    ...(clientId !== undefined && { [APP_VARIABLES.id]: clientId }),
  });
  if (login === undefined)
    throw new ConfigError(
      'A login at Intercom needs an app there.',
      `Set ${APP_VARIABLES.id} and ${APP_VARIABLES.secret}, both in the Developer Hub under the app's basic information. Or log in with an access token.`,
    );
  const api = { ...hostIntercom(), login };
  const state = newToken('login');
  const answered = Promise.withResolvers<URLSearchParams>();
  const path = new URL(callbackUrl({ publicUrl: 'http://localhost' }, api)).pathname;
  const server = createServer((request, response) =>
    receive(request, response, { path, state, resolve: answered.resolve }),
  );
  // By its name, as apps register it; the loopback address alone is listened on.
  const publicUrl = (await bind(server, { port, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost');
  const timer = setTimeout(() => answered.reject(tooLate()), LOGIN_LIFETIME);
  const stop = () => answered.reject(signal?.reason);
  signal?.addEventListener('abort', stop);
  try {
    const url = new URL(login.authorizeUrl);
    const redirect = callbackUrl({ publicUrl }, api);
    const parameters = { client_id: login.clientId, redirect_uri: redirect, response_type: 'code', state };
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    onLink(url.href, redirect);
    const answer = await answered.promise;
    return await exchangeCode({ fetch, publicUrl }, api, { answer, state });
  } catch (error) {
    throw error instanceof LoginFailure ? failed(error) : error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
    server.close();
    server.closeAllConnections();
  }
}

interface Awaited {
  readonly path: string;
  readonly state: string;
  readonly resolve: (answer: URLSearchParams) => void;
}

/** Takes the way back of the browser that began; any other request is told that there is nothing here. */
function receive(
  { url = '/', method }: IncomingMessage,
  response: ServerResponse,
  { path, state, resolve }: Awaited,
): void {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const isOurs = method === 'GET' && pathname === path && isSameDigest(searchParams.get('state') ?? '', state);
  response.writeHead(isOurs ? 200 : 404, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(
    isOurs ? 'intercom-mcp goes on in the terminal. You can close this page.\n' : 'There is nothing here.\n',
    () => {
      if (isOurs) resolve(searchParams);
    },
  );
}

function tooLate(): ToolkitError {
  return new ToolkitError('login_expired', 'Nobody came back from Intercom within ten minutes.', AGAIN);
}

const AGAIN = 'Log in once more: intercom-mcp login --oauth';

function failed({ reason, message }: LoginFailure): ToolkitError {
  return new ToolkitError(reason, message, AGAIN);
}
