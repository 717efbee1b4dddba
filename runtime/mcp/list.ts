import type { ListToolsResult, Tool } from '@modelcontextprotocol/server';
import type { CatalogEntry } from '../catalog.ts';

/** The answer to `tools/list` for a catalog, made once per catalog: a server for one request costs nothing then. */
export function listTools(catalog: readonly CatalogEntry[]): ListToolsResult {
  const known = lists.get(catalog);
  if (known !== undefined) return known;
  const list: ListToolsResult = { tools: catalog.map(toTool) };
  lists.set(catalog, list);
  return list;
}

const lists = new WeakMap<readonly CatalogEntry[], ListToolsResult>();

function toTool({ name, title, description, inputSchema, annotations }: CatalogEntry): Tool {
  return { name, title, description, inputSchema, annotations };
}
