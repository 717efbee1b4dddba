import type { ErrorSituation } from '../profile/advice.ts';
import type { ApiProfile } from '../profile/api-profile.ts';
import { advise } from './advice.ts';
import { readErrorEnvelope } from './error-envelope.ts';
import { ApiError } from './errors.ts';
import { rateLimitFields, readRateLimit, readRetryAfter } from './rate-limit.ts';
import { readBytes } from './read-bytes.ts';

/** What is known of a call whose answer may be an error; no error repeats the `secret`. */
export interface FailedCall extends Pick<ErrorSituation, 'write' | 'paging'> {
  readonly secret: string | null;
  readonly profile: Pick<ApiProfile, 'name' | 'advise'>;
}

const LARGEST_ERROR = 256 * 1024;

/** Reads an error answer in any envelope; a body that is too large or breaks off counts as empty. */
export async function readError(response: Response, { write, paging, secret, profile }: FailedCall): Promise<ApiError> {
  const { status, headers } = response;
  const bytes = await readBytes(response, LARGEST_ERROR).catch(() => undefined);
  const envelope = readErrorEnvelope(redact(new TextDecoder().decode(bytes), secret));
  const rateLimit = readRateLimit(headers);
  const retryAfter = readRetryAfter(headers) ?? (status === 429 ? rateLimit?.reset : undefined);
  const [first] = envelope.errors;
  const requestId = envelope.requestId ?? headers.get('x-request-id') ?? undefined;
  const link = headers.get('link');
  const situation = { status, ...first, retryAfter, link, paging };
  return new ApiError({
    status,
    errors: envelope.errors,
    message: summary(status, envelope.errors) + (status === 429 ? budget(rateLimit) : ''),
    help: advise({ ...situation, ...(write !== undefined && { write }) }, profile),
    requestId,
    rateLimit,
    retryAfter,
  });
}

function redact(text: string, secret: string | null): string {
  return secret === null ? text : text.replaceAll(secret, '[token]');
}

function summary(status: number, errors: ApiError['errors']): string {
  const entries = errors.map(({ code, message, field }) => {
    return [code, field === undefined ? undefined : `(${field})`, message]
      .filter((part) => part !== undefined)
      .join(' ');
  });
  return `HTTP ${status}: ${entries.join('; ') || 'no message'}`;
}

/** What is left of the rate limit, for a model that sees the text of an error alone. */
function budget(rateLimit: ApiError['rateLimit']): string {
  const fields = Object.entries(rateLimitFields(rateLimit)).map(([name, value]) => `${name} ${value}`);
  return fields.length === 0 ? '' : ` (${fields.join(', ')})`;
}
