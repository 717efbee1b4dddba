import { intercomProfile } from '../../../../intercom/profile.ts';
import type { Client } from '../../../../runtime/client.ts';
import type { McpServerOptions } from '../../../../runtime/mcp/index.ts';
import { catalog, tools } from './catalog.ts';

/** What a test wants otherwise, and a list that takes the name of each tool that is loaded. */
export interface Setup extends Partial<McpServerOptions> {
  readonly loaded?: string[];
}

/** Options of a server for the tools of the catalog. */
export function options(client: Pick<Client, 'exchange'>, { loaded, ...rest }: Setup = {}): McpServerOptions {
  const loadTool = async (name: string) => {
    loaded?.push(name);
    return tools.find((tool) => tool.name === name);
  };
  return { client, profile: intercomProfile, catalog, loadTool, ...rest };
}
