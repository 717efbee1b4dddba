/** How generating from a description ended. */
export type Ending = 'generated' | 'named reason' | 'raw error' | 'time limit' | 'memory limit';

/** What generating from one description came to, and what it cost. */
export interface Generated {
  readonly ending: Ending;
  readonly tools: number;
  /** Codes of all diagnostics, with how often each was said. */
  readonly codes: Readonly<Record<string, number>>;
  /** The first lines of an error. */
  readonly error?: string;
  /** Seconds of CPU, of the whole process. */
  readonly cpu: number;
  /** Seconds from its start to its end. */
  readonly seconds: number;
  /** The most memory that the process had, in megabytes. */
  readonly megabytes: number;
}

/** What the official client of version 1 read of a server over the tools, and what was wrong with it. */
export interface Listed {
  readonly tools: number;
  /** Tokens (o200k) of the list as it was answered. */
  readonly tokens: number;
  readonly faults: readonly string[];
}

/** What a thousand requests would have wrong, by kind. */
export interface Judged {
  readonly requests: number;
  /** Requests with nothing wrong, but for credentials. */
  readonly right: number;
  /** Calls that sent nothing, with what the client said. */
  readonly unsent: Readonly<Record<string, number>>;
  readonly faults: Readonly<Record<string, number>>;
  /** One request of each kind of fault. */
  readonly examples: Readonly<Record<string, string>>;
}

/** All that is known of one description. */
export interface Outcome {
  readonly name: string;
  readonly bytes: number;
  readonly generated: Generated;
  readonly listed?: Listed;
  readonly judged?: Judged;
  /** Why the tools could not be listed or judged. */
  readonly broken?: string;
}
