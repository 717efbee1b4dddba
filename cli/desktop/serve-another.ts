import { settingsFromEnvironment } from '../../runtime/auth/from-environment.ts';
import { createApi } from '../../runtime/catalog/create-api.ts';
import type { GeneratedParts } from '../../runtime/catalog/generated-parts.ts';
import type { ApiProfile } from '../../runtime/profile/api-profile.ts';
import { ToolkitError } from '../../runtime/value/errors.ts';
import { clientOfApi } from '../api/client-of-api.ts';
import { refusingClient } from './refusing-client.ts';
import { serveBundled } from './serve-bundled.ts';

/** The server in a bundle of another API's tools, which lie beside it. */
export async function serveDesktop(environment: NodeJS.ProcessEnv = process.env): Promise<void> {
  const { generated }: { generated: GeneratedParts } = await beside('api');
  const { profile }: { profile?: Partial<ApiProfile> } = await beside('profile').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return {};
    throw error;
  });
  const api = createApi(generated, profile);
  const client = (settings: NodeJS.ProcessEnv) => {
    try {
      return clientOfApi(api.profile, settingsFromEnvironment(api.profile.connection, settings)).client;
    } catch (error) {
      if (error instanceof ToolkitError) return refusingClient(error);
      throw error;
    }
  };
  const atLeast = api.catalog.slice(0, 1).map(({ name }) => name);
  await serveBundled({ api, client, atLeast, version: api.apiVersion }, environment);
}

/** A file of the bundle that is written when the bundle is; what is in it the command looked at. */
async function beside(name: 'api' | 'profile') {
  return await import(new URL(`../api/${name}.js`, import.meta.url).href);
}
