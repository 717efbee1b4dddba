import type { FailedTool } from '../profile/advice.ts';
import type { CallingProfile } from '../profile/calling-profile.ts';
import type { Pagination } from '../tool/tool.ts';
import { ApiError } from './errors.ts';
import type { Exchange } from './response.ts';

/** The list that failed, and what its API knows of such failures. */
export interface FailedList {
  readonly pagination: Pagination | undefined;
  readonly call: FailedTool;
  readonly profile: Pick<CallingProfile, 'nothingFound'>;
}

/** An empty list with a word about it, where the error of a look-up says that nothing was found; throws the error where it says more. */
export function emptyList(error: unknown, { pagination, call, profile }: FailedList): Exchange<unknown> {
  if (pagination === undefined || !(error instanceof ApiError)) throw error;
  const { status, errors, requestId, rateLimit } = error;
  const hint = profile.nothingFound?.({ status, ...errors[0], call });
  if (hint === undefined) throw error;
  const output = pagination.items.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), []);
  return { output, status, hints: [hint], ...(requestId && { requestId }), ...(rateLimit && { rateLimit }) };
}
