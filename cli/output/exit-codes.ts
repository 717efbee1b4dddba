import { ApiError, NetworkError } from '../../runtime/http/errors.ts';
import { ConfigError, InputError } from '../../runtime/value/errors.ts';
import { CredentialError } from './credential-error.ts';
import { UsageError } from './usage-error.ts';

/**
 * What the command ends with, and when. They are as many as a script does different things about: correct the line (2), log
 * in (3), go on without (4), wait (5), try again (6), review (7). `sysexits.h` has more, and no shell knows them.
 */
export const exitCodes = {
  done: { code: 0, when: 'it was done' },
  failed: { code: 1, when: 'it failed: the API refused the call, a check found something, files differ' },
  usage: { code: 2, when: 'the command line, an argument or a setting is wrong; nothing was sent' },
  credentials: { code: 3, when: 'there is no access token, or it was refused (HTTP 401, 403)' },
  notFound: { code: 4, when: 'the API does not know what was asked for (HTTP 404)' },
  rateLimited: { code: 5, when: 'too many requests (HTTP 429); the error says how long to wait' },
  unreachable: { code: 6, when: 'the API could not be reached, or did not answer in time' },
  changed: { code: 7, when: 'the change report holds what `--fail-on` names' },
  cancelled: { code: 130, when: 'it was interrupted (Ctrl+C)' },
} as const satisfies Record<string, { readonly code: number; readonly when: string }>;

/** What the command ends with after an error. */
export function exitCodeOf(error: unknown): number {
  return exitCodes[kindOf(error)].code;
}

function kindOf(error: unknown): keyof typeof exitCodes {
  if (error instanceof CredentialError) return 'credentials';
  if (error instanceof ApiError) return byStatus.get(error.status) ?? 'failed';
  if (error instanceof NetworkError) return 'unreachable';
  if (error instanceof UsageError || error instanceof InputError || error instanceof ConfigError) return 'usage';
  if (error instanceof Error && error.name === 'AbortError') return 'cancelled';
  return 'failed';
}

const byStatus: ReadonlyMap<number, keyof typeof exitCodes> = new Map([
  [401, 'credentials'],
  [403, 'credentials'],
  [404, 'notFound'],
  [429, 'rateLimited'],
]);
