import type { Page, PageRequest } from './page.ts';

/** A second factor. */
export interface ApiToken {
  id: string;
  /** The one account whose servers it opens; null for all. */
  account_id: string | null;
  name: string;
  digest: string;
  expires_at: number | null;
  last_used_at: number | null;
  created_at: number;
}

/** API tokens. */
export interface ApiTokenRepository {
  readonly insert: (token: ApiToken) => Promise<void>;
  readonly get: (id: string) => Promise<ApiToken | undefined>;
  readonly find: (digest: string) => Promise<ApiToken | undefined>;
  /** Newest first; with `accountIds` those of these accounts alone. */
  readonly list: (page: PageRequest, accountIds?: readonly string[]) => Promise<Page<ApiToken>>;
  /** False where no API token has this id. */
  readonly remove: (id: string) => Promise<boolean>;
  readonly touch: (id: string, at: number) => Promise<void>;
  readonly removeExpired: (now: number) => Promise<void>;
}
