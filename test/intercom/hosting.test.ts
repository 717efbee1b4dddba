import { expect, test } from 'vitest';
import contract from '../../generated/intercom/operations.json' with { type: 'json' };
import { API_VERSIONS, hostIntercom } from '../../intercom/hosting.ts';

test('a gateway connects workspaces of all versions that the contract has', () => {
  expect(API_VERSIONS).toEqual(contract.schemas.intercom_version.enum);
  const { apiVersions, toolVersions, defaultVersion, toolVersionFor } = hostIntercom();
  expect(apiVersions).toEqual(API_VERSIONS);
  expect(toolVersions).toContain(defaultVersion);
  expect(toolVersionFor('2.9')).toBe(toolVersions[0]);
});
