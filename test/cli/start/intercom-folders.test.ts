import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { foldersOf, INTERCOM, importedVersions, requireImported } from '../../../cli/start/intercom-folders.ts';
import { isGenerated } from '../../../generator/run/remembered.ts';
import { TOOL_VERSIONS } from '../../../intercom/open-api.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

test('the tools that are committed are current, of every version: npm run generate keeps that', () => {
  const versions = importedVersions(root);
  expect(versions.toSorted()).toEqual(TOOL_VERSIONS);
  for (const version of versions) {
    const { spec, overlays, out } = foldersOf(version);
    const options = {
      ...INTERCOM,
      spec: `${root}${spec}/contract.json`,
      overlays: root + overlays,
      out: root + out,
    };
    expect([version, isGenerated(options)]).toEqual([version, true]);
  }
});

test.each(['2.13', '../intercom', ''])('the version %j was not imported, and what does it is said', (version) => {
  expect(() => requireImported(root, version)).toThrow(`version ${version} of the API was not imported`);
});
