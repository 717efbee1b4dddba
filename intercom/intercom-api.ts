import type { Api } from '../runtime/catalog/api.ts';
import { createApi } from '../runtime/catalog/create-api.ts';
import type { GeneratedParts } from '../runtime/catalog/generated-parts.ts';
import { intercomProfile } from './profile.ts';

/** The tools of a version of Intercom's API; its clients ask for that version. */
export function intercomApi(generated: GeneratedParts): Api {
  const { connection } = intercomProfile;
  const version = connection.version && { ...connection.version, value: generated.apiVersion };
  return createApi(generated, {
    ...intercomProfile,
    connection: { ...connection, ...(version && { version }) },
  });
}
