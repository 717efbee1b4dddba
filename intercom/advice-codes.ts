import type { ErrorSituation } from '../runtime/profile/advice.ts';

/** What to do about an error code of Intercom; undefined where the code says no more than the status. */
export function adviceByCode({ status, code, message, field }: ErrorSituation): string | undefined {
  if (code === undefined) return undefined;
  const known = ADVICE.get(code);
  if (known !== undefined) return known;
  if (ARGUMENT.has(code) && field !== undefined) return `Correct ${field} as the message says and call again.`;
  const scope = status === 403 ? /\b[a-z]+(?:_[a-z]+)+\b/.exec(message ?? '')?.[0] : undefined;
  if (scope !== undefined)
    return `Ask an admin to give the access token the permission ${scope}; calling again will not help.`;
  const missing = /^(\w+)_not_found$/.exec(code)?.[1];
  if (missing !== undefined && missing !== 'parameter' && status === 404) {
    return `Find the right id by a list or a search: no ${missing.replaceAll('_', ' ')} was found, or the token may not see it.`;
  }
  return STATE.test(code) ? 'Change what the message names first: the same call would fail again.' : undefined;
}

const TOKEN_GONE = 'Ask for a new Intercom access token: this one no longer works, and calling again will not help.';

/** Codes of the description's error examples and of Intercom's list of error codes. */
const ADVICE: ReadonlyMap<string, string> = new Map([
  ['intercom_version_invalid', 'Use another tool: this one does not exist in the API version in use.'],
  ['api_plan_restricted', "Use another tool: the workspace's plan does not include this feature."],
  ['token_revoked', TOKEN_GONE],
  ['token_expired', TOKEN_GONE],
  ['token_blocked', TOKEN_GONE],
  [
    'token_not_found',
    'Ask for the right Intercom access token, and check the region: none like this one exists there.',
  ],
  ['token_unauthorized', 'Ask an admin: this access token may not use this tool, and calling again will not help.'],
  ['action_forbidden', 'Do not call again: Intercom does not allow this on what the ids name. Tell the user.'],
  ['resource_conflict', 'Look for the one that exists already and use or update it: two of this kind cannot exist.'],
  ['invalid_sort_order', 'Use ascending or descending as the order.'],
  ['job_closed', 'Start a new job: this one takes no more.'],
  ['not_restorable', 'Tell the user: this was deleted for good and cannot be restored.'],
  ['team_unavailable', 'Assign to another team or an admin: this team takes nothing now.'],
  ['unsupported', 'Use another tool or form: Intercom does not support this call.'],
]);

const ARGUMENT: ReadonlySet<string> = new Set([
  'parameter_invalid',
  'parameter_not_found',
  'parameter_missing',
  'missing_parameter',
  'parameter_mismatch',
  'type_mismatch',
  'data_invalid',
  'bad_request',
  'validation_error',
  'unprocessable_entity',
]);

/** What stands in the way is the state of things, not the arguments. */
const STATE = /_in_use$|dependen|^already_|_limit_exceeded$|^merge_failed$|^conflict$/;
