import type { AccountStatus } from './accounts.ts';
import type { CallCounter } from './counters.ts';
import type { Page, PageRequest } from './page.ts';

/** What this version records. */
export type AuditAction =
  | 'tools/call'
  | `account.${'create' | 'update' | 'renew' | 'delete' | AccountStatus}`
  | `server.${'create' | 'update' | 'rotate' | 'delete'}`
  | `api_token.${'create' | 'delete'}`
  | `admin_key.${'create' | 'rotate' | 'delete'}`
  | `session.${'link' | 'create' | 'delete'}`
  | `login.${'link' | 'finish'}`
  | `oauth.${'authorize' | 'token' | 'revoke'}`
  | `audit.${'export' | 'resume'}`
  | `backup.${'export' | 'import'}`
  | 'keys.rotate'
  | 'refuse';

/** The status of a write that goes out: the line of its outcome has the same `call_id`. */
export const BEGUN = 'begun';

/** Who does what this version records. */
export type AuditActor =
  | 'url'
  | 'oauth'
  | 'system'
  | 'command'
  | 'anyone'
  | `${'admin_key' | 'api_token' | 'oauth_client'}:${string}`;

/** One entry of the audit log: never a body, never a token. */
export interface AuditEntry {
  /** Sorts by time. */
  id: string;
  at: number;
  /** Its place in the chain; null before there was one. */
  seq: number | null;
  /** Keyed hash of this entry and the one before it. */
  hash: string | null;
  account_id: string | null;
  server_id: string | null;
  /** An {@link AuditActor}, or one of another version. */
  actor: string;
  /** The name of the actor's key, as it was then. */
  actor_name: string | null;
  /** The caller's IP address. */
  address: string | null;
  /** An {@link AuditAction}, or one of another version. */
  action: string;
  /** What it was done to, where that is neither an account nor a server: the name of a key, the id of a session. */
  target: string | null;
  tool: string | null;
  /** Names and types of the arguments, as JSON. */
  arguments: string | null;
  status: string;
  /** HTTP status of Intercom's answer. */
  upstream_status: number | null;
  latency_ms: number | null;
  /** Intercom's. */
  request_id: string | null;
  /** Of a write: what its line before it went out and the one of its outcome share. */
  call_id: string | null;
  /** How often this happened, where one line stands for several. */
  times: number | null;
  /** The program that made the call, or that the call ran. */
  program_id: string | null;
}

/** Who did something. */
export type AuditBy = Pick<AuditEntry, 'actor_name' | 'address'> & { readonly actor: AuditActor };

/** An entry that has no place in the chain yet. */
export type NewAuditEntry = Omit<AuditEntry, 'seq' | 'hash'>;

/** The hash of an entry from that of the entry before it. */
export type AuditLink = (previous: string, seq: number, entry: NewAuditEntry) => string;

/** A place in the chain: before the first entry `seq` is 0 and `hash` empty. */
export interface ChainEnd {
  name: 'first' | 'last';
  seq: number;
  hash: string;
}

/** Entries that are stored at once, with what they count: two counters of one key must not be among them. */
export interface AuditBatch {
  readonly entries: readonly NewAuditEntry[];
  readonly counters: readonly CallCounter[];
  readonly link: AuditLink;
}

/** Which entries are meant; all that is given has to hold. */
export interface AuditFilter {
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly server_id?: string | undefined;
  readonly tool?: string | undefined;
  readonly status?: string | undefined;
  readonly request_id?: string | undefined;
  readonly call_id?: string | undefined;
  readonly program_id?: string | undefined;
  readonly account_ids?: readonly string[] | undefined;
  /** The least id, and the least that is too late. */
  readonly fromId?: string | undefined;
  readonly untilId?: string | undefined;
}

/** The audit log. */
export interface AuditRepository {
  /** Puts entries at the end of the chain. False where they are there already, all of which a transaction appended before. Run it in a transaction. */
  readonly append: (entries: readonly NewAuditEntry[], link: AuditLink) => Promise<boolean>;
  readonly get: (id: string) => Promise<AuditEntry | undefined>;
  /** Newest first. */
  readonly list: (filter: AuditFilter, page: PageRequest) => Promise<Page<AuditEntry>>;
  /** Oldest first, read a part at a time. */
  readonly each: (filter: AuditFilter) => AsyncGenerator<AuditEntry>;
  /** In the order of the chain, those behind a place in it, so many at most. */
  readonly chained: (after: number, limit: number) => Promise<AuditEntry[]>;
  /** Where the chain begins behind what the retention removed, and where it ends. */
  readonly ends: () => Promise<{ readonly first: ChainEnd; readonly last: ChainEnd }>;
  /** How many entries are from before there was a chain. */
  readonly countUnchained: () => Promise<number>;
  /** Writes that were begun and whose outcome is not known, newest first; so many at most. */
  readonly unfinished: (limit: number) => Promise<AuditEntry[]>;
  /** Removes what is older than the retention; `firstId` is the id that the oldest kept entry could have. Run it in a transaction. */
  readonly removeBefore: (firstId: string) => Promise<void>;
}
