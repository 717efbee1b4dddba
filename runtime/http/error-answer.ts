import { advise, type Situation } from '../../intercom/advice.ts';
import { IntercomError } from '../value/errors.ts';
import { readErrorEnvelope } from './error-envelope.ts';
import { rateLimitFields, readRateLimit, readRetryAfter } from './rate-limit.ts';
import { readBytes } from './read-bytes.ts';

/** What is known of a call whose answer may be an error; no error repeats the `secret`. */
export interface FailedCall extends Pick<Situation, 'write' | 'paging'> {
  readonly secret: string;
}

const LARGEST_ERROR = 256 * 1024;

/** Reads an error answer in any envelope; a body that is too large or breaks off counts as empty. */
export async function readError(response: Response, { write, paging, secret }: FailedCall): Promise<IntercomError> {
  const { status, headers } = response;
  const bytes = await readBytes(response, LARGEST_ERROR).catch(() => undefined);
  const envelope = readErrorEnvelope(new TextDecoder().decode(bytes).replaceAll(secret, '[token]'));
  const rateLimit = readRateLimit(headers);
  const retryAfter = readRetryAfter(headers) ?? (status === 429 ? rateLimit?.reset : undefined);
  const [first] = envelope.errors;
  const requestId = envelope.requestId ?? headers.get('x-request-id') ?? undefined;
  const link = headers.get('link');
  const situation = { status, ...first, retryAfter, link, paging };
  return new IntercomError({
    status,
    errors: envelope.errors,
    message: summary(status, envelope.errors) + (status === 429 ? budget(rateLimit) : ''),
    help: advise({ ...situation, ...(write !== undefined && { write }) }),
    requestId,
    rateLimit,
    retryAfter,
  });
}

function summary(status: number, errors: IntercomError['errors']): string {
  const faults = errors.map(({ code, message, field }) => {
    return [code, field === undefined ? undefined : `(${field})`, message]
      .filter((part) => part !== undefined)
      .join(' ');
  });
  return `HTTP ${status}: ${faults.join('; ') || 'no message'}`;
}

/** What is left of the rate limit, for a model that sees the text of an error alone. */
function budget(rateLimit: IntercomError['rateLimit']): string {
  const fields = Object.entries(rateLimitFields(rateLimit)).map(([name, value]) => `${name} ${value}`);
  return fields.length === 0 ? '' : ` (${fields.join(', ')})`;
}
