/** A client that registered itself with the gateway's authorization server. */
export interface OAuthClient {
  id: string;
  name: string;
  /** A list as JSON. */
  redirect_uris: string;
  created_at: number;
  /** The registration is forgotten from then on, unless the client holds something. */
  expires_at: number;
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
  /** How many rotations lie between the code and a refresh token; those of one rotation share it. */
  generation: number;
  redirect_uri: string | null;
  code_challenge: string | null;
  /** Set when a code or refresh token was redeemed. */
  used_at: number | null;
  expires_at: number;
}

/** What is known of the refresh tokens of one consent, seen from one of them. */
export interface RefreshTrace {
  /** When the first one of its generation was redeemed; null where none was. */
  readonly usedAt: number | null;
  /** Refresh tokens of the generation after it. */
  readonly successors: number;
  /** One of a later generation was redeemed. */
  readonly isLaterUsed: boolean;
}

/** Clients of the gateway's own authorization server, and what it issued to them. */
export interface OAuthRepository {
  readonly insertClient: (client: OAuthClient) => Promise<void>;
  readonly getClient: (id: string) => Promise<OAuthClient | undefined>;
  readonly insertGrant: (grant: OAuthGrant) => Promise<void>;
  readonly findGrant: (digest: string) => Promise<OAuthGrant | undefined>;
  /** Moves the end of a registration on, never back. */
  readonly keepClient: (id: string, until: number) => Promise<void>;
  /** Marks a code or refresh token as used; false where it already was, in whichever process. */
  readonly redeem: (digest: string, now: number) => Promise<boolean>;
  /** What became of a refresh token and of those beside and after it; undefined where it was removed. Nobody else redeems or removes it until the transaction ends. */
  readonly traceRefresh: (
    grant: Pick<OAuthGrant, 'digest' | 'family' | 'generation'>,
  ) => Promise<RefreshTrace | undefined>;
  /** Removes the grants of one consent, and counts them. */
  readonly removeFamily: (family: string) => Promise<number>;
  readonly removeExpired: (now: number) => Promise<void>;
  /** Registrations are open to everyone: those that ended and have no grant are removed. */
  readonly removeUnusedClients: (now: number) => Promise<void>;
  /** Of the clients without a grant whose registration ends until then, those that end the latest stay, `most` of them. */
  readonly limitUnusedClients: (those: { readonly until: number; readonly most: number }) => Promise<void>;
}
