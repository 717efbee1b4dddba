/** A login at an API that was begun. */
export interface Login {
  id: string;
  /** The id of the API. */
  api: string;
  /** Of the link that starts it, until it was used. */
  link_digest: string | null;
  state_digest: string | null;
  cookie_digest: string | null;
  /** The account whose credential is renewed; null creates one. */
  account_id: string | null;
  label: string | null;
  region: string;
  expires_at: number;
}

/** Logins at APIs that were begun; each step of one can be taken once, by whichever process. */
export interface LoginRepository {
  readonly insert: (login: Login) => Promise<void>;
  /** Uses up a link and binds its login to a state and a cookie that hold until `until`; undefined where the link was used, is too old or unknown. */
  readonly begin: (
    linkDigest: string,
    step: { state: string; cookie: string; now: number; until: number },
  ) => Promise<Login | undefined>;
  /** Uses up a state; undefined where it was used or is unknown. Its age and cookie are for the caller to judge. */
  readonly finish: (stateDigest: string) => Promise<Login | undefined>;
  readonly removeExpired: (now: number) => Promise<void>;
}
