import type { LoadedApi } from '../api/load-api.ts';
import type { DescribedApi } from './described-api.ts';

/** Another API's tools, as `--api` names them. */
export function anotherApi({
  profile,
  apiVersion,
  catalog,
  modules,
  groups,
  moduleOf,
  module,
}: LoadedApi): DescribedApi {
  const { id, name, synonyms, sayings, alwaysLoad } = profile;
  return {
    ...{ name, version: apiVersion, catalog, modules, groups, moduleOf },
    words: {
      id,
      ...(synonyms && { synonyms }),
      ...(sayings && { sayings }),
      ...(alwaysLoad && { alwaysLoad }),
    },
    setup: {
      imports: [
        "import { createApi, createClient, settingsFromEnvironment } from 'intercom-mcp-toolkit/runtime';",
        `import { generated } from '${module}';`,
      ],
      client: [
        'const { profile } = createApi(generated);',
        'const client = createClient({ profile, ...settingsFromEnvironment(profile.connection, process.env) });',
      ],
    },
  };
}
