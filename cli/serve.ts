import { filterCatalog } from '../runtime/index.ts';
import { catalog, instructions, loadTool } from '../runtime/intercom.ts';
import { serveStdio } from '../runtime/mcp/index.ts';
import { clientFromEnvironment } from './environment.ts';

/** `intercom-mcp serve`: MCP on stdin and stdout; what a person should know goes to standard error. */
export const serve = async ({ tags, methods }: { tags?: string[]; methods?: string[] }): Promise<void> => {
  const kept = filterCatalog(catalog, { tags, methods });
  const client = clientFromEnvironment();
  serveStdio({ client, catalog: kept, loadTool, instructions });
  console.error(`intercom-mcp: ${kept.length} tools over stdio`);
};
