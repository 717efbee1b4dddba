import { ToolkitError } from '../../runtime/value/errors.ts';

/** There is no access token to call with, or the profile that was named has none. Code `no_credentials`. */
export class CredentialError extends ToolkitError {
  override readonly name = 'CredentialError';

  constructor(message: string, help: string) {
    super('no_credentials', message, help);
  }
}
