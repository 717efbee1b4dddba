import { expect, test } from 'vitest';
import { apiVersion, servers } from '../../generated/intercom/facts.ts';
import { REGION_HOSTS } from '../../intercom/connection.ts';
import { intercomProfile } from '../../intercom/profile.ts';

test('the regions are the addresses that the description declares, in its order', () => {
  expect(Object.values(REGION_HOSTS)).toEqual(servers);
});

test('the version that is sent is the one that the tools were generated from', () => {
  expect(intercomProfile.connection.version).toEqual({ header: 'Intercom-Version', value: apiVersion });
});
