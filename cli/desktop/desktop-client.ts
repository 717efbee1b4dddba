import type { Client } from '../../runtime/index.ts';
import { ConfigError, ToolkitError } from '../../runtime/value/errors.ts';
import { clientOf } from '../workspace/client.ts';
import { refusingClient } from './refusing-client.ts';
import { settings } from './settings.ts';

/** A client for the workspace of the settings; where there can be none, one whose calls say which setting to change, and where. */
export function desktopClient(environment: NodeJS.ProcessEnv): Client {
  try {
    const { variable, title, description } = settings.access_token;
    const token = environment[variable];
    const { INTERCOM_REGION, INTERCOM_BASE_URL } = environment;
    const place = { region: INTERCOM_REGION || undefined, baseUrl: INTERCOM_BASE_URL || undefined };
    if (token !== undefined) return clientOf({ token, ...place, source: variable });
    throw new ConfigError('No Intercom access token is set.', `Put one into the setting ${title}. ${description}`);
  } catch (error) {
    if (error instanceof ToolkitError) return refusingClient(error);
    throw error;
  }
}
