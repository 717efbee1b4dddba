import type { GiveUp } from './give-up.ts';
import { readBytes } from './read-bytes.ts';

/** A request on its way out; redirects are not followed. */
export interface Outgoing {
  readonly url: URL;
  readonly method: string;
  /** By their names as they are written on the wire. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Blob | undefined;
  /** True where it may arrive twice: a kept connection that turns out to be closed is then no failure. */
  readonly mayRepeat?: boolean;
  /** Says when the request is given up, and the reading of its answer. */
  readonly giveUp: Pick<GiveUp, 'onGiveUp' | 'signal'>;
}

/** An answer whose head has arrived; the body is read, or cancelled, once. */
export interface Received {
  readonly status: number;
  readonly headers: ReceivedHeaders;
  /** Where the answer is from. */
  readonly url: string;
  /** The body decoded; undefined, and the rest left unread, where it is larger than `maxBytes`. */
  readonly read: (maxBytes: number) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  readonly cancel: () => Promise<void>;
}

/** The headers of an answer, by names in any case; those that are there more than once stand in one, with commas. */
export type ReceivedHeaders = Pick<Headers, 'get'>;

/** Sends a request; resolves with the head of the answer, and rejects with the reason to give up or where no answer comes. */
export type Send = (request: Outgoing) => Promise<Received>;

/** A {@link Send} by a `fetch`. */
export function sendByFetch(fetch: typeof globalThis.fetch): Send {
  return async ({ url, method, headers, body, giveUp }) => {
    const init = { method, headers: { ...headers }, redirect: 'manual', signal: giveUp.signal() } as const;
    const response = await fetch(url, body === undefined ? init : { ...init, body });
    return {
      status: response.status,
      headers: response.headers,
      url: response.url,
      read: (maxBytes) => readBytes(response, maxBytes),
      cancel: async () => await response.body?.cancel(),
    };
  };
}
