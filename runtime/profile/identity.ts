/** The account that a server works on, as far as it is known. Whatever it says is the text of others. */
export interface ServedAccount {
  /** What an operator calls it. */
  readonly label?: string | undefined;
  /** The name of its API, where a server is over several. */
  readonly api?: string | undefined;
  /** Its own name. */
  readonly name?: string | undefined;
  readonly id?: string | undefined;
  readonly region?: string | undefined;
  /** Of the tz database, such as `Europe/Dublin`. */
  readonly timeZone?: string | undefined;
  /** Whose credential it is. */
  readonly user?: { readonly name?: string | undefined; readonly id?: string | undefined } | undefined;
}

/** How an API's accounts are spoken of, and how a client learns which one it has. */
export interface AccountWords {
  /** What an account is: `workspace`. */
  readonly noun: string;
  /** What somebody is who acts in it: `admin`. */
  readonly user: string;
  /** The tool without arguments that answers whose credential it is. */
  readonly tool: string;
  /** Reads that answer; undefined where it says of no account. */
  readonly read: (answer: unknown) => ServedAccount | undefined;
}

/** A picture that clients show beside a server's name. */
export interface Icon {
  /** A `data:` address. */
  readonly src: string;
  readonly mimeType: string;
  readonly sizes: string[];
  /** The background that it is for. */
  readonly theme: 'light' | 'dark';
}
