import type { Page, PageRequest } from './page.ts';

/** How a credential came: as one token, as values that an API's scheme asks for, or by a login. */
export const credentialSources = ['access_token', 'credential', 'oauth'] as const;

export type CredentialSource = (typeof credentialSources)[number];

/** `needs_reauth` after its API refused the credential. */
export const accountStatuses = ['active', 'needs_reauth'] as const;

export type AccountStatus = (typeof accountStatuses)[number];

/** One connected account of an API, such as a workspace. */
export interface Account {
  id: string;
  /** The id of its API; rows of before there were several are of the one that there was. */
  api: string;
  label: string;
  region: string;
  api_version: string;
  workspace_id: string | null;
  workspace_name: string | null;
  /** Whose credential it is; null where it was connected before that was kept. */
  admin_id: string | null;
  admin_name: string | null;
  /** What its address has in place of variables, as JSON; null where it has none. */
  variables: string | null;
  /** Sealed for `accounts/<id>`. */
  credential: string;
  source: CredentialSource;
  status: AccountStatus;
  /** When a tool was last called in it. */
  last_used_at: number | null;
  /** What its API last said of the budget that is left, and when. */
  budget_limit: number | null;
  budget_remaining: number | null;
  budget_reset_at: number | null;
  budget_seen_at: number | null;
  created_at: number;
  updated_at: number;
}

/** A call in an account, and what its API said of the budget with it. */
export interface AccountUse {
  readonly at: number;
  readonly budget?:
    | {
        readonly limit: number | null;
        readonly remaining: number | null;
        readonly reset_at: number | null;
        readonly seen_at: number;
      }
    | undefined;
}

/** What is known of an account that was never used. */
export const UNUSED = {
  last_used_at: null,
  budget_limit: null,
  budget_remaining: null,
  budget_reset_at: null,
  budget_seen_at: null,
} as const;

/** Which accounts of a list. */
interface AccountQuery extends PageRequest {
  /** Of this API alone; of all unless given. */
  readonly api?: string | undefined;
  /** Of these alone; all unless given. */
  readonly ids?: readonly string[] | undefined;
  /** Stands in the label or the name of the workspace, whatever its case, or at the beginning of an id. */
  readonly search?: string | undefined;
}

/** Integrated accounts. */
export interface AccountRepository {
  readonly insert: (account: Account) => Promise<void>;
  readonly get: (id: string) => Promise<Account | undefined>;
  /** Newest first. */
  readonly list: (query: AccountQuery) => Promise<Page<Account>>;
  /** All of them, a thousand at a time, for work on every one. */
  readonly each: () => AsyncGenerator<Account>;
  /** False where no account has this id. */
  readonly update: (id: string, changes: Partial<Omit<Account, 'id'>>) => Promise<boolean>;
  /** Notes a call, and the budget where its API told it. */
  readonly noteUse: (id: string, use: AccountUse) => Promise<void>;
  /** Replaces a sealed credential, unless somebody else did so first. */
  readonly reseal: (id: string, change: { from: string; to: string }) => Promise<boolean>;
  /**
   * Removes an account with all that belongs to it; the tombstones of its servers stay until `until`. A server that views
   * others as well belongs to one of those then. Run it in a transaction.
   */
  readonly remove: (id: string, until: number) => Promise<boolean>;
}
