/** A variable that commands read, and what it says. */
export interface Variable {
  readonly name: string;
  readonly what: string;
}

/** The variables that say which workspace commands work with, and how it is reached. */
export const workspaceVariables: readonly Variable[] = [
  { name: 'INTERCOM_ACCESS_TOKEN', what: 'access token of the workspace; it goes before profiles that are not named' },
  { name: 'INTERCOM_PROFILE', what: 'the profile of intercom-mcp login to use; the default one unless set' },
  { name: 'INTERCOM_REGION', what: 'us (default), eu or au' },
  {
    name: 'INTERCOM_BASE_URL',
    what: 'another address, such as http://127.0.0.1:4010 for the sample workspace',
  },
  { name: 'INTERCOM_MCP_CONFIG_DIR', what: 'another folder for the profiles' },
  { name: 'HTTPS_PROXY, NO_PROXY', what: 'the proxy that requests go through, and hosts that need none' },
  { name: 'NO_COLOR', what: 'no colours, on terminals too' },
];

/** Variables as lines of a command's help. */
export function environmentHelp(variables: readonly Variable[]): string {
  const width = Math.max(...variables.map(({ name }) => name.length));
  const lines = variables.map(({ name, what }) => `  ${name.padEnd(width)}  ${what}`);
  return ['', 'Environment:', ...lines].join('\n');
}
