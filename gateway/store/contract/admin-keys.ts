import type { Page, PageRequest } from './page.ts';

/** `admin` may do everything, `operator` what concerns its accounts, `auditor` reads everything and changes nothing. */
export const adminRoles = ['admin', 'operator', 'auditor'] as const;

export type AdminRole = (typeof adminRoles)[number];

/** A key of the management API. */
export interface AdminKeyRow {
  id: string;
  /** No two keys have the same. */
  name: string;
  role: AdminRole;
  /** Of an operator: a list of ids of accounts as JSON. */
  accounts: string | null;
  digest: string;
  expires_at: number | null;
  last_used_at: number | null;
  created_at: number;
}

/** Keys of the management API. */
export interface AdminKeyRepository {
  /** False where a key of this name is there already, which stays. */
  readonly insert: (key: AdminKeyRow) => Promise<boolean>;
  readonly get: (id: string) => Promise<AdminKeyRow | undefined>;
  readonly find: (digest: string) => Promise<AdminKeyRow | undefined>;
  readonly findByName: (name: string) => Promise<AdminKeyRow | undefined>;
  /** Newest first. */
  readonly list: (page: PageRequest) => Promise<Page<AdminKeyRow>>;
  /** Keys of the role `admin` that hold at this time. Within a transaction nobody else changes keys until its end. */
  readonly countAdmins: (now: number) => Promise<number>;
  /** False where no key has this id. */
  readonly remove: (id: string) => Promise<boolean>;
  readonly touch: (id: string, at: number) => Promise<void>;
  readonly removeExpired: (now: number) => Promise<void>;
}
