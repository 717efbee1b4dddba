import { modes } from '../../runtime/catalog/mode.ts';

/** When a person is asked before a call. */
export const confirmations = ['destructive', 'write', 'never'] as const;

/** What a user of Claude Desktop is asked for, and the variable through which the server in the bundle is told. */
interface Setting {
  readonly variable: string;
  readonly title: string;
  readonly description: string;
}

/** Settings that the bundles of all APIs have. */
export const sharedSettings = {
  mode: {
    variable: 'INTERCOM_MCP_MODE',
    title: 'Mode',
    description: `${modes.join(', ')}: all tools as a list, four tools that find and call the others, or three with which Claude writes programs that call them.`,
  },
  tags: {
    variable: 'INTERCOM_MCP_TAGS',
    title: 'Tags',
    description: 'Only tools with one of these tags or groups, such as support, knowledge_base; all for all.',
  },
  methods: {
    variable: 'INTERCOM_MCP_METHODS',
    title: 'Methods',
    description: 'Only tools of these classes, such as read, or with these names; all for all, writes among them.',
  },
  confirm: {
    variable: 'INTERCOM_MCP_CONFIRM',
    title: 'Confirm',
    description: `${confirmations.join(', ')}: before which calls Claude has to ask you; destructive are those that remove or cannot be undone.`,
  },
  expect_catalog: {
    variable: 'INTERCOM_MCP_EXPECT_CATALOG',
    title: 'Expected catalog',
    description:
      'The digest of the tools that Claude may be told of: with others, as after an update, none is offered. any for any.',
  },
} as const satisfies Readonly<Record<string, Setting>>;

/** The name of one of {@link sharedSettings}. */
export type SharedSettingName = keyof typeof sharedSettings;

/** All settings of a bundle of Intercom's tools by their names in its manifest; each reaches the server as text in an environment variable. */
export const settings = {
  access_token: {
    variable: 'INTERCOM_ACCESS_TOKEN',
    title: 'Access token',
    description: 'In Intercom: Settings, Integrations, Developer Hub, your app, Authentication.',
  },
  region: {
    variable: 'INTERCOM_REGION',
    title: 'Region',
    description: "Where the workspace's data lives: us, eu or au.",
  },
  ...sharedSettings,
} as const satisfies Readonly<Record<string, Setting>>;

/** The value of a list that leaves nothing out. */
export const ALL = 'all';

/** The expected catalogue where any is. */
export const ANY = 'any';

/** The name of a setting in the manifest. */
export type SettingName = keyof typeof settings;
