import { TimeoutError } from '../http/errors.ts';
import type { ClientCredential, ClientCredentialsScheme } from '../profile/security.ts';
import { fetchToken, type Granted, isRefusedHeader } from './fetch-token.ts';
import { tokenFailure } from './token-failure.ts';

/** The access tokens of a client's id and secret: one at a time, fetched when it is needed. */
export interface TokenSource {
  /** A token that is still good; calls at the same time wait for the same one. Throws {@link ToolkitError}, or the signal's reason. */
  readonly token: (signal?: AbortSignal) => Promise<string>;
  /** Gives up a token that was refused; another one that was fetched meanwhile stays. */
  readonly drop: (token: string) => void;
}

/** What tokens are fetched with. */
export interface TokenSourceOptions {
  readonly name: string;
  readonly scheme: ClientCredentialsScheme;
  readonly credential: ClientCredential;
  /** The address of an endpoint; `isOwn` where a person has set it. Throws {@link ConfigError}. */
  readonly tokenUrl: (address: string, isOwn: boolean) => URL;
  readonly send: typeof fetch;
  /** Milliseconds until a request is given up. */
  readonly timeout: number;
  /** The time in milliseconds. */
  readonly now: () => number;
  /** Is told each token before anybody uses it. */
  readonly onToken: (token: string) => void;
}

/** Creates a {@link TokenSource}; nothing is fetched before the first call. */
export function createTokenSource(options: TokenSourceOptions): TokenSource {
  const { credential, scheme, name, timeout, now, onToken } = options;
  let kept: { readonly token: string; readonly until: number } | undefined;
  let pending: Promise<string> | undefined;
  let sentIn = credential.sentIn ?? 'header';

  async function renew(): Promise<string> {
    const url = options.tokenUrl(credential.tokenUrl ?? scheme.tokenUrl, credential.tokenUrl !== undefined);
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(new DOMException('too late', 'TimeoutError')), timeout);
    const ask = (): Promise<Granted> =>
      fetchToken({ url, credential, scheme, sentIn, send: options.send, signal: late.signal });
    const from = now();
    try {
      const granted = await ask().catch((error: unknown) => {
        if (credential.sentIn !== undefined || sentIn === 'body' || !isRefusedHeader(error)) throw error;
        // Servers have to take the header (RFC 6749, 2.3.1), and some do not.
        sentIn = 'body';
        return ask();
      });
      onToken(granted.token);
      kept = { token: granted.token, until: from + lifeOf(granted.seconds) };
      return granted.token;
    } catch (error) {
      if (credential.sentIn === undefined) sentIn = 'header';
      if (late.signal.aborted) throw new TimeoutError(url.host, timeout, 'Call again in a little while.');
      throw tokenFailure(error, { host: url.host, name, scheme });
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    token: async (signal) => {
      signal?.throwIfAborted();
      if (kept !== undefined && now() < kept.until) return kept.token;
      pending ??= renew().finally(() => {
        pending = undefined;
      });
      return signal === undefined ? pending : await unlessAborted(pending, signal);
    },
    drop: (token) => {
      if (kept?.token === token) kept = undefined;
    },
  };
}

/** Milliseconds in which a token is used: a little shorter than it is good, so that it does not end on its way. */
function lifeOf(seconds: number | undefined): number {
  if (seconds === undefined) return Number.POSITIVE_INFINITY;
  return seconds * 1000 - Math.min(MARGIN, seconds * 100);
}

const MARGIN = 30_000;

/** One caller that gives up does not take the token from the others. */
function unlessAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
