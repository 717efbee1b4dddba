/** A token that confirmed a call. */
export interface Confirmation {
  number: string;
  /** When the token expires, and this can be forgotten. */
  until: number;
}

/** Numbers of tokens that confirmed a call, each until the token expires. */
export interface ConfirmationRepository {
  /** False where this one was remembered before, by whichever process. */
  readonly remember: (number: string, until: number) => Promise<boolean>;
  readonly removeExpired: (now: number) => Promise<void>;
}
