/** A client that registered itself with the gateway's authorization server. */
export interface OAuthClient {
  id: string;
  name: string;
  /** A list as JSON. */
  redirect_uris: string;
  created_at: number;
}

/** What the authorization server issues: a code, and tokens for it. */
export const grantKinds = ['code', 'access', 'refresh'] as const;

export type GrantKind = (typeof grantKinds)[number];

/** What the authorization server issued for one MCP server. */
export interface OAuthGrant {
  digest: string;
  kind: GrantKind;
  client_id: string;
  server_id: string;
  /** The API token with which the operator agreed. */
  api_token_id: string;
  /** All that came from one consent: reuse of a code or refresh token revokes it as a whole. */
  family: string;
  redirect_uri: string | null;
  code_challenge: string | null;
  /** Set when a code or refresh token was redeemed. */
  used_at: number | null;
  expires_at: number;
}

/** Clients of the gateway's own authorization server, and what it issued to them. */
export interface OAuthRepository {
  readonly insertClient: (client: OAuthClient) => Promise<void>;
  readonly getClient: (id: string) => Promise<OAuthClient | undefined>;
  readonly insertGrant: (grant: OAuthGrant) => Promise<void>;
  readonly findGrant: (digest: string) => Promise<OAuthGrant | undefined>;
  /** Marks a code or refresh token as used; false where it already was, in whichever process. */
  readonly redeem: (digest: string, now: number) => Promise<boolean>;
  /** Removes the grants of one consent, and counts them. */
  readonly removeFamily: (family: string) => Promise<number>;
  readonly removeExpired: (now: number) => Promise<void>;
  /** Registrations are open to everyone: those from before `before` that have no grant are removed. */
  readonly removeUnusedClients: (before: number) => Promise<void>;
}
