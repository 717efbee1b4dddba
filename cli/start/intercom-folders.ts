import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { apiVersion } from '../../intercom/connection.ts';
import { ConfigError } from '../../runtime/value/errors.ts';

/** Where a checkout has what Intercom's tools of one version are made from, and they themselves; paths from its root. */
export interface IntercomFolders {
  /** With `contract.json` and `source.json`. */
  readonly spec: string;
  /** All versions share one: its actions apply as far as a description has their targets. */
  readonly overlays: string;
  readonly out: string;
}

/** How Intercom's tools are called, and how they import what tools are made with, in a checkout. */
export const INTERCOM = {
  name: 'intercom',
  runtime: '../../../runtime/tool/index.ts',
  runtimeTypes: '../../../runtime/tool/tool.ts',
} as const;

/** The folders of a version; those of the one that is served where none is chosen unless one is named. */
export function foldersOf(version: string = apiVersion): IntercomFolders {
  const name = version === apiVersion ? 'intercom' : `intercom-${version}`;
  return {
    spec: `specs/${name}`,
    overlays: 'specs/intercom/overlays',
    out: `generated/${name}`,
  };
}

/** The versions whose descriptions were imported into a checkout: the one that is served where none is chosen, then the others by name. */
export function importedVersions(root: string): readonly string[] {
  const specs = join(root, 'specs');
  const others = (existsSync(specs) ? readdirSync(specs) : [])
    .filter((name) => name.startsWith('intercom-'))
    .map((name) => name.slice('intercom-'.length));
  return [apiVersion, ...others.filter((version) => isImported(root, version)).sort()];
}

/** Throws {@link ConfigError} for a version whose description was not imported into a checkout. */
export function requireImported(root: string, version: string): void {
  if (version === apiVersion || isImported(root, version)) return;
  throw new ConfigError(
    `There is no ${foldersOf(version).spec}/contract.json: version ${version} of the API was not imported.`,
    `Import it first: intercom-mcp spec update --api-version ${version}`,
  );
}

function isImported(root: string, version: string): boolean {
  // A version is a part of a path.
  return /^[\w.]{1,40}$/.test(version) && existsSync(join(root, foldersOf(version).spec, 'contract.json'));
}
