import { TOKEN_VARIABLE } from '../../intercom/connection.ts';
import { ToolkitError } from '../../runtime/value/errors.ts';

/** What is said where there is no token. */
export function noCredentials(): CredentialError {
  return new CredentialError(
    'There is no access token of Intercom to call with.',
    `Log in with intercom-mcp login, or set ${TOKEN_VARIABLE}; --sandbox needs none.`,
  );
}

/** There is no access token to call with, or the profile that was named has none. Code `no_credentials`. */
export class CredentialError extends ToolkitError {
  override readonly name = 'CredentialError';

  constructor(message: string, help: string) {
    super('no_credentials', message, help);
  }
}
