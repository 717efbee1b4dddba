import { createHash } from 'node:crypto';
import manifest from '../../package.json' with { type: 'json' };
import { type SettingName, settings } from '../desktop/settings.ts';

/** What a bundle is made with: the values that its settings have until a user changes them, and whose workspace it is for. */
export interface BundleOptions {
  /** What the extension is called beside those of other workspaces. */
  readonly workspace?: string | undefined;
  readonly presets: Readonly<Record<Exclude<SettingName, 'access_token'>, string>>;
}

/** The version of the manifest's format: the newest that Claude Desktop is documented to take. */
export const FORMAT = '0.3';

/** The name of a bundle, by which Claude Desktop knows an extension from another. */
export function bundleName(workspace = ''): string {
  const shown = workspace.trim();
  if (shown === '') return manifest.name;
  const slug = shown
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  // Of another script nothing is left, and two of them are not one.
  return `${manifest.name}-${slug || createHash('sha256').update(shown).digest('hex').slice(0, 8)}`;
}

/** The `manifest.json` of a bundle for Claude Desktop. */
export function desktopManifest({ workspace, presets }: BundleOptions) {
  return {
    manifest_version: FORMAT,
    name: bundleName(workspace),
    display_name: workspace?.trim() ? `Intercom (${workspace.trim()})` : 'Intercom',
    version: manifest.version,
    description: 'Search, read, answer and change what is in an Intercom workspace.',
    long_description: [
      "Conversations, tickets, contacts, articles and all else of Intercom's API as tools for Claude. The server runs on this machine and",
      'talks to Intercom alone, with an access token of your workspace. Reads and writes are separate tools, so that you can allow',
      'the one and be asked for the other. This is no product of Intercom.',
    ].join(' '),
    author: { name: manifest.author },
    repository: { type: manifest.repository.type, url: manifest.repository.url.replace(/^git\+/, '') },
    homepage: manifest.homepage,
    support: manifest.bugs,
    icon: 'icon.png',
    license: manifest.license,
    keywords: ['intercom', 'support', 'help center', 'conversations', 'tickets'],
    privacy_policies: ['https://www.intercom.com/legal/privacy'],
    server: {
      type: 'node',
      entry_point: 'server/index.js',
      mcp_config: {
        command: 'node',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the manifest's own variable.
        args: ['${__dirname}/server/index.js'],
        env: Object.fromEntries(
          Object.entries(settings).map(([name, { variable }]) => [variable, `\${user_config.${name}}`]),
        ),
      },
    },
    tools_generated: true,
    prompts_generated: true,
    compatibility: { platforms: ['darwin', 'win32', 'linux'], runtimes: { node: manifest.engines.node } },
    user_config: {
      access_token: { ...field('access_token'), required: true, sensitive: true },
      region: { ...field('region'), default: presets.region },
      mode: { ...field('mode'), default: presets.mode },
      tags: { ...field('tags'), default: presets.tags },
      methods: { ...field('methods'), default: presets.methods },
      confirm: { ...field('confirm'), default: presets.confirm },
      expect_catalog: { ...field('expect_catalog'), default: presets.expect_catalog },
    } satisfies Record<SettingName, unknown>,
  };
}

function field(name: SettingName) {
  const { title, description } = settings[name];
  return { type: 'string', title, description, required: false };
}
