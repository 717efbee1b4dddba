import type { ApiErrorEntry } from '../../../../runtime/http/errors.ts';

/** What an API answers where something is wrong, and what is read of it. */
export type Envelope = [kind: string, body: unknown, errors: readonly ApiErrorEntry[], requestId?: string];
