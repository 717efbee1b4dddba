import { ApiError } from '../../runtime/http/errors.ts';
import type { CallOutcome } from '../../runtime/mcp/index.ts';
import { InputError, ToolkitError } from '../../runtime/value/errors.ts';
import type { Refusal } from './refusal.ts';

/** What a call came to, as the audit log has it; a program that failed says how. */
export function statusOf({
  status,
  error,
  isCancelled,
  failure,
}: Pick<CallOutcome, 'status' | 'error' | 'isCancelled' | 'failure'>): string {
  if (isCancelled) return 'cancelled';
  if (failure !== undefined) return `program_${failure}`;
  if (status !== 'error') return status;
  // A question was answered with no, or by a token that it did not give.
  if (error === undefined) return 'not_agreed';
  if (error instanceof InputError) return 'invalid_input';
  if (error instanceof AuditUnavailable) return 'not_recorded';
  if (error instanceof CallRefused) return `refused_${error.code}`;
  if (error instanceof ApiError) return error.status === 429 ? 'rate_limited' : 'upstream_error';
  return 'failed';
}

/** A write that was not made, since the audit log could not take its line. */
export class AuditUnavailable extends ToolkitError {
  override readonly name = 'AuditUnavailable';

  constructor() {
    super(
      'audit_unavailable',
      'Nothing was changed: this gateway cannot record the call now, and makes no change that is not recorded.',
      'Tell the user, and try again in a minute. Reading goes on.',
    );
  }
}

/** A call of a program that was not made: as a request of its own it would have been refused. */
export class CallRefused extends ToolkitError {
  override readonly name = 'CallRefused';

  constructor({ code, message, help }: Pick<Refusal, 'code' | 'message' | 'help'>) {
    super(code, message, help);
  }
}
