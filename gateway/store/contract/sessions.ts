import type { Page, PageRequest } from './page.ts';

/** How long a session lasts at most, in milliseconds: 12 hours. */
export const SESSION_LIFETIME = 12 * 3_600_000;

/** How long a session lasts without a request, in milliseconds: 2 hours. */
export const SESSION_IDLE = 2 * 3_600_000;

/** Somebody who signed in with a browser. */
export interface SessionRow {
  id: string;
  digest: string;
  /** Of the admin key that it speaks for, and with which it ends. */
  key_digest: string;
  /** Where the sign-in came from. */
  address: string | null;
  created_at: number;
  /** To the minute. */
  last_used_at: number;
  expires_at: number;
}

/** The code of a link that signs somebody in, once. */
export interface SignInCode {
  digest: string;
  /** Of the admin key that it signs in by; null for the first one of whichever process redeems it. */
  key_digest: string | null;
  expires_at: number;
}

/** Sessions of browsers, and codes that begin one. */
export interface SessionRepository {
  readonly insert: (session: SessionRow) => Promise<void>;
  readonly get: (id: string) => Promise<SessionRow | undefined>;
  readonly find: (digest: string) => Promise<SessionRow | undefined>;
  /** Newest first; with `keyDigest` those of this key alone. */
  readonly list: (page: PageRequest, keyDigest?: string) => Promise<Page<SessionRow>>;
  readonly touch: (id: string, at: number) => Promise<void>;
  /** False where no session has this id. */
  readonly remove: (id: string) => Promise<boolean>;
  /** Of the sessions of one key those that were begun the latest stay, `most` of them. */
  readonly keepNewest: (keyDigest: string, most: number) => Promise<void>;
  readonly insertCode: (code: SignInCode) => Promise<void>;
  readonly findCode: (digest: string) => Promise<SignInCode | undefined>;
  /** Uses up a code; false where it was used or is unknown, in whichever process. Its age is for the caller to judge. */
  readonly takeCode: (digest: string) => Promise<boolean>;
  /** Removes sessions that are over or idle, and codes that are over. */
  readonly removeExpired: (now: number) => Promise<void>;
}
