import { randomBytes } from 'node:crypto';
import { OAuthError } from './oauth-error.ts';

/** What a code was issued for; both as the authorization request spelled them. */
export interface CodeBinding {
  readonly clientId: string;
  readonly redirectUri: string;
}

/** Codes and access tokens exchange out by OAuth, and tokens that were revoked. */
export interface Grants {
  readonly issueCode: (binding: CodeBinding) => string;
  /**
   * Exchanges a code for an access token, once; throws an OAuthError for one that is not good. A refused attempt leaves the
   * code as it was. Without a redirect URI only the client is compared, since Intercom asks for none here.
   */
  readonly redeem: (exchange: {
    readonly code: string;
    readonly clientId: string;
    readonly redirectUri: string | undefined;
  }) => string;
  readonly isGranted: (token: string) => boolean;
  /** Takes any token from now on, whether it was exchange out here or not. */
  readonly revoke: (token: string) => void;
  readonly isRevoked: (token: string) => boolean;
  readonly clear: () => void;
}

/** Milliseconds that a code lives. */
const LIFETIME = 10 * 60 * 1000;

function secret(): string {
  return randomBytes(32).toString('base64url');
}

/** Grants that live in memory, by a clock in milliseconds. */
export function createGrants(now: () => number): Grants {
  const codes = new Map<string, CodeBinding & { readonly until: number }>();
  const granted = new Set<string>();
  const revoked = new Set<string>();
  return {
    issueCode: (binding) => {
      for (const [code, { until }] of codes) if (until <= now()) codes.delete(code);
      const code = secret();
      codes.set(code, { ...binding, until: now() + LIFETIME });
      return code;
    },
    redeem: ({ code, clientId, redirectUri }) => {
      const bound = codes.get(code);
      if (bound === undefined || bound.until <= now())
        throw new OAuthError('invalid_grant', 'The code is unknown, was used, or is older than ten minutes');
      if (bound.clientId !== clientId)
        throw new OAuthError('invalid_grant', 'The code was issued to a client with another client_id');
      if (redirectUri !== undefined && bound.redirectUri !== redirectUri)
        throw new OAuthError('invalid_grant', 'The code was issued for another redirect_uri');
      codes.delete(code);
      const token = `sandbox-${secret()}`;
      granted.add(token);
      return token;
    },
    isGranted: (token) => granted.has(token),
    revoke: (token) => {
      revoked.add(token);
    },
    isRevoked: (token) => revoked.has(token),
    clear: () => {
      for (const each of [codes, granted, revoked]) each.clear();
    },
  };
}
