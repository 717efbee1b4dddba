import { ApiError } from '../../api/api-error.ts';

/** Throws, as the gateway would in words for programs, where no account was chosen. */
export function requireAccount(chosen: readonly string[], field: string): void {
  if (chosen.length > 0) return;
  throw new ApiError({ status: 400, code: 'invalid_input', message: 'Choose at least one account.', field });
}
