import { catalog, intercom } from '../../intercom/catalog.ts';
import { createClient } from '../../intercom/client.ts';
import { createCode } from '../../runtime/mcp/code-mode.ts';
import { createHttpHandler } from '../../runtime/mcp/index.ts';
import { createSandbox } from '../../sandbox/index.ts';
import { workspaceAt } from '../tasks/workspace.ts';
import type { Setting } from './solve.ts';

/** A server of code mode over a sample workspace, both in this process. */
export function settingInProcess(): Setting {
  const sandbox = createSandbox({ rateLimit: 1e9 });
  const baseUrl = 'https://sandbox.test';
  const handle = createHttpHandler({
    ...intercom,
    client: createClient({ token: 'sandbox', baseUrl, fetch: sandbox.fetch }),
    toolbox: createCode({ ...intercom, from: catalog }),
  });
  return {
    url: 'http://127.0.0.1/mcp',
    fetch: async (input, init) => handle(new Request(input, init)),
    workspace: workspaceAt(baseUrl, sandbox.fetch),
  };
}
