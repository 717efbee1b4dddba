import { type Environment, settingsFromEnvironment } from '../../runtime/auth/from-environment.ts';
import { hostApi } from '../../runtime/hosting/host-api.ts';
import type { HostedApi } from '../../runtime/hosting/hosted-api.ts';
import { loadApi } from '../api/load-api.ts';

/**
 * The APIs of folders and packages, as a gateway hosts them: their addresses are the operator's to set in the variables of each,
 * their credentials belong to accounts. Throws {@link ConfigError} for one that cannot be loaded or has no address.
 */
export async function hostedApis(places: readonly string[], environment: Environment): Promise<HostedApi[]> {
  return Promise.all(
    places.map(async (place) => {
      const { moduleOf, ...api } = await loadApi(place);
      const {
        auth: _auth,
        region: _region,
        ...settings
      } = settingsFromEnvironment(api.profile.connection, environment);
      return hostApi(api, { ...settings, moduleOf });
    }),
  );
}
