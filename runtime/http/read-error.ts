import type { ErrorSituation } from '../profile/advice.ts';
import type { CallingProfile } from '../profile/calling-profile.ts';
import { once } from '../value/once.ts';
import { showHidden } from '../value/show-hidden.ts';
import { advise } from './advice.ts';
import { ApiError } from './errors.ts';
import { rateLimitFields, readRateLimit, readRetryAfter } from './rate-limit.ts';
import type { Redactor } from './redact.ts';
import type { Received, ReceivedHeaders } from './send.ts';

/** What is known of a call whose answer may be an error; no error repeats the client's token. */
export interface FailedCall extends Pick<ErrorSituation, 'write' | 'paging' | 'call'> {
  readonly redactor: Redactor;
  readonly profile: Pick<CallingProfile, 'name' | 'advise'>;
}

const loadEnvelopes = once(() => import('./error-envelope.ts'));

const LARGEST_ERROR = 256 * 1024;

/** Reads an error answer in any envelope; a body that is too large or breaks off counts as empty. */
export async function readError(
  response: Received,
  { write, paging, call, redactor, profile }: FailedCall,
): Promise<ApiError> {
  const { status, headers } = response;
  const bytes = await response.read(LARGEST_ERROR).catch(() => undefined);
  // Most programs never see an error: what reads them is loaded with the first.
  const { readErrorEnvelope } = await loadEnvelopes();
  const envelope = readErrorEnvelope(new TextDecoder().decode(bytes), redactor);
  const rateLimit = readRateLimit(headers);
  const retryAfter = readRetryAfter(headers) ?? (status === 429 ? rateLimit?.reset : undefined);
  const [first] = envelope.errors;
  const requestId = envelope.requestId ?? header(headers, 'x-request-id', redactor);
  const link = header(headers, 'link', redactor) ?? null;
  const situation = { status, ...first, retryAfter, link, paging, call };
  return new ApiError({
    status,
    errors: envelope.errors,
    message: summary(status, envelope.errors) + (status === 429 ? budget(rateLimit) : ''),
    help: await advise({ ...situation, ...(write !== undefined && { write }) }, profile),
    requestId,
    rateLimit,
    retryAfter,
  });
}

/** A header without the client's token. */
export function header(headers: ReceivedHeaders, name: string, { text }: Pick<Redactor, 'text'>): string | undefined {
  const value = headers.get(name);
  return value === null ? undefined : text(value);
}

function summary(status: number, errors: ApiError['errors']): string {
  const entries = errors.map(({ code, message, field }) => {
    return [code, field === undefined ? undefined : `(${field})`, message]
      .filter((part) => part !== undefined)
      .join(' ');
  });
  // Others wrote it, and a model reads it: nothing in it may be out of sight.
  return `HTTP ${status}: ${showHidden(entries.join('; ')) || 'no message'}`;
}

/** What is left of the rate limit, for a model that sees the text of an error alone. */
function budget(rateLimit: ApiError['rateLimit']): string {
  const fields = Object.entries(rateLimitFields(rateLimit)).map(([name, value]) => `${name} ${value}`);
  return fields.length === 0 ? '' : ` (${fields.join(', ')})`;
}
