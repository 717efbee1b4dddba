import { createClient } from '../../intercom/client.ts';
import type { Region } from '../../intercom/connection.ts';
import type { Client } from '../../runtime/index.ts';
import { ConfigError, ToolkitError } from '../../runtime/value/errors.ts';
import { refusingClient } from './refusing-client.ts';
import { settings } from './settings.ts';

/** A client for the workspace of the settings; where there can be none, one whose calls say which setting to change, and where. */
export function desktopClient(environment: NodeJS.ProcessEnv): Client {
  const { INTERCOM_BASE_URL: baseUrl } = environment;
  const { access_token: secret, region } = settings;
  try {
    const token = environment[secret.variable];
    if (token === undefined) throw new ConfigError('No Intercom access token is set.', helpWith(secret));
    const named = environment[region.variable]?.trim().toLowerCase();
    // An unknown region is refused by the client, with the ones that exist.
    return createClient({ token, ...(named && { region: named as Region }), ...(baseUrl && { baseUrl }) });
  } catch (error) {
    if (error instanceof ToolkitError) return refusingClient(error);
    throw error;
  }
}

function helpWith({ title, description }: { readonly title: string; readonly description: string }): string {
  return `Put one into the setting ${title}. ${description}`;
}
