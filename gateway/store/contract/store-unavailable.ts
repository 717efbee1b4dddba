import { ToolkitError } from '../../../runtime/value/errors.ts';

/**
 * Why a store did not do what it was asked for though nothing is wrong with the question: a label of the metrics.
 * Nothing was done, but where the connection was `lost` or the store stayed `silent`: then it may have been.
 */
export type StoreFailure =
  | 'unreachable'
  | 'refused'
  | 'exhausted'
  | 'lost'
  | 'silent'
  | 'slow'
  | 'conflict'
  | 'read_only'
  | 'full';

/** What is said of each failure, after how many seconds it is worth trying again, and whether a write may have been done. */
const FAILURES = {
  unreachable: { says: 'cannot be reached', wait: 5, isOpen: false },
  refused: { says: 'refuses this gateway, or has none of its tables', wait: 30, isOpen: false },
  exhausted: { says: 'has no connection free', wait: 2, isOpen: false },
  lost: { says: 'broke the connection off', wait: 2, isOpen: true },
  silent: { says: 'does not answer', wait: 5, isOpen: true },
  slow: { says: 'took too long', wait: 2, isOpen: false },
  conflict: { says: 'is held by others', wait: 1, isOpen: false },
  read_only: { says: 'takes no changes now', wait: 5, isOpen: false },
  full: { says: 'has no room left', wait: 30, isOpen: false },
} as const satisfies Record<StoreFailure, { says: string; wait: number; isOpen: boolean }>;

/** The store is away, or cannot do now what it could at another time; no bug, and no fault of the caller. Code `store_unavailable`. */
export class StoreUnavailable extends ToolkitError {
  override readonly name = 'StoreUnavailable';
  readonly failure: StoreFailure;
  /** True for a change that may have been made, and may not. */
  readonly isOutcomeUnknown: boolean;
  /** Seconds after which it is worth trying again. */
  readonly retryAfter: number;

  /** `isChange` says that it was to make a change last. */
  constructor(failure: StoreFailure, { isChange = false, cause }: { isChange?: boolean; cause?: unknown } = {}) {
    const { says, wait, isOpen } = FAILURES[failure];
    const isOutcomeUnknown = isChange && isOpen;
    const help = isOutcomeUnknown
      ? 'It is not known whether the change was made: read what is there before you try again.'
      : `Try again in ${wait} seconds.`;
    super('store_unavailable', `The store of this gateway ${says}.`, help, { cause });
    this.failure = failure;
    this.isOutcomeUnknown = isOutcomeUnknown;
    this.retryAfter = wait;
  }
}

/** Called for each failure of a store, those of connections that nobody used among them. */
export type FailureListener = (error: StoreUnavailable) => void;
