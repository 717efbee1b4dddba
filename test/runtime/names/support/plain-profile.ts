import type { ApiProfile } from '../../../../runtime/profile/api-profile.ts';

/** An API that knows nothing of names. */
export const profile: ApiProfile = {
  id: 'plain',
  name: 'Plain',
  connection: { addresses: { main: 'https://api.plain.example' }, defaultRegion: 'main', authentication: 'none' },
};
