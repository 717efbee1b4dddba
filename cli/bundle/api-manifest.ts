import manifest from '../../package.json' with { type: 'json' };
import { securityOf } from '../../runtime/auth/security-of.ts';
import type { ApiProfile } from '../../runtime/profile/api-profile.ts';
import { slugOf } from '../../runtime/value/slug.ts';
import { type ApiVariable, variablesOf } from '../api/variables-of.ts';
import { type SharedSettingName, sharedSettings } from '../desktop/settings.ts';
import { bundleName, FORMAT } from './desktop-manifest.ts';

/** What a bundle of another API is made with. */
export interface ApiBundleOptions {
  readonly profile: Pick<ApiProfile, 'id' | 'name' | 'website' | 'connection'>;
  readonly apiVersion: string;
  /** What the extension is called beside others of the same API. */
  readonly workspace?: string | undefined;
  readonly presets: Readonly<Record<SharedSettingName, string>>;
}

/** The name of a bundle of another API: every bundle of this command begins the same way. */
export function apiBundleName(id: string, workspace = ''): string {
  return [bundleName(id), ...(slugOf(workspace) === '' ? [] : [slugOf(workspace)])].join('-');
}

/** The `manifest.json` of a bundle of another API: its user gives the credentials that the description says. */
export function apiManifest({ profile, apiVersion, workspace = '', presets }: ApiBundleOptions) {
  const { id, name, website, connection } = profile;
  const variables = variablesOf(connection);
  // Of several ways somebody has to choose one.
  const isOne = securityOf(connection).requirements.length === 1;
  const shared = Object.entries(sharedSettings);
  const shown = workspace.trim();
  return {
    manifest_version: FORMAT,
    name: apiBundleName(id, workspace),
    display_name: shown === '' ? name : `${name} (${shown})`,
    version: manifest.version,
    description: `Tools of ${name}, version ${apiVersion} of its API.`,
    author: { name: manifest.author },
    ...(website !== undefined && { homepage: website }),
    icon: 'icon.png',
    server: {
      type: 'node',
      entry_point: 'server/index.js',
      mcp_config: {
        command: 'node',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the manifest's own variable.
        args: ['${__dirname}/server/index.js'],
        env: Object.fromEntries([
          ...variables.map((variable) => [variable.name, `\${user_config.${keyOf(variable)}}`]),
          ...shared.map(([key, { variable }]) => [variable, `\${user_config.${key}}`]),
        ]),
      },
    },
    tools_generated: true,
    compatibility: { platforms: ['darwin', 'win32', 'linux'], runtimes: { node: manifest.engines.node } },
    user_config: Object.fromEntries([
      ...variables.map((variable) => [
        keyOf(variable),
        {
          type: 'string',
          title: variable.name,
          description: `${variable.what.charAt(0).toUpperCase()}${variable.what.slice(1)}.`,
          required: variable.isSecret && isOne && variables.filter(({ isSecret }) => isSecret).length === 1,
          sensitive: variable.isSecret,
        },
      ]),
      ...shared.map(([key, { title, description }]) => [
        key,
        { type: 'string', title, description, required: false, default: presets[key as SharedSettingName] },
      ]),
    ]),
  };
}

function keyOf({ name }: ApiVariable): string {
  return name.toLowerCase();
}
