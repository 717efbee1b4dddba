import type { Client } from '../../runtime/index.ts';
import { ToolkitError } from '../../runtime/value/errors.ts';
import { CredentialError } from '../output/credential-error.ts';
import { clientOf } from '../workspace/client.ts';
import { PLACE, refusingClient } from './refusing-client.ts';
import { settings } from './settings.ts';

/** A client for the workspace of the settings; where there can be none, one whose calls say which setting to change, and where. */
export function desktopClient(environment: NodeJS.ProcessEnv): Client {
  const { access_token: secret, region } = settings;
  const token = environment[secret.variable];
  const help = `Put one into the setting ${secret.title}. ${secret.description} ${PLACE}`;
  try {
    return clientOf({
      ...(token !== undefined && { token }),
      region: environment[region.variable]?.trim().toLowerCase(),
      baseUrl: environment.INTERCOM_BASE_URL || undefined,
      source: secret.variable,
      refusal: new CredentialError('No Intercom access token is set.', help),
    });
  } catch (error) {
    if (error instanceof ToolkitError) return refusingClient(error);
    throw error;
  }
}
