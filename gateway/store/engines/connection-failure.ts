import type { StoreFailure } from '../contract/store-unavailable.ts';

/** A connection that could not be made or came to an end; `cause` is what its driver threw, where it threw. */
export class ConnectionFailure extends Error {
  override readonly name = 'ConnectionFailure';
  readonly failure: StoreFailure;

  constructor(failure: StoreFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
  }
}
