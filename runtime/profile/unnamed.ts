import type { CallingProfile } from './calling-profile.ts';

/** What a client calls an API by of which nothing is said: at an address that it is given, with a bearer token where it is given one. */
export const unnamedProfile: CallingProfile = {
  id: 'api',
  name: 'the API',
  connection: {
    addresses: {},
    authentication: { schemes: { token: { type: 'bearer' } }, requirements: [['token'], []] },
  },
};
