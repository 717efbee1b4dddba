import { expect, test } from 'vitest';
import { connection } from '../../generated/intercom/connection.ts';
import { apiVersion, servers } from '../../generated/intercom/facts.ts';
import { connection as own, REGION_HOSTS } from '../../intercom/connection.ts';
import { intercomProfile } from '../../intercom/profile.ts';

test('the regions are the addresses that the description declares, in its order', () => {
  expect(Object.values(REGION_HOSTS)).toEqual(servers);
  expect(connection.addresses).toEqual(REGION_HOSTS);
});

test('the version that is sent is the one that the tools were generated from', () => {
  expect(intercomProfile.connection.version).toEqual({ header: 'Intercom-Version', value: apiVersion });
});

test('the environment variables are those that are generated', () => {
  expect(own.environment).toEqual(connection.environment);
  expect(own.defaultRegion).toBe(connection.defaultRegion);
});
