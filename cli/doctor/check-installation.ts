import { openApi, otherVersionNote } from '../../intercom/open-api.ts';
import manifest from '../../package.json' with { type: 'json' };
import type { Tool } from '../../runtime/tool/tool.ts';
import { loadWhoAmI } from '../identity/load-who-am-i.ts';
import { leastNode, supportsNode } from '../process/supports-node.ts';
import { catalogOf } from '../tools/catalog-of.ts';
import type { Check } from './check.ts';

/** Whether this version of Node is one that the package says it runs on. */
export function checkNode(version: string, range: string = manifest.engines.node): Check {
  if (supportsNode(version, range)) return { name: 'Node', status: 'ok', message: version };
  const message = `${version}, but ${leastNode(range)} or newer is needed`;
  return { name: 'Node', status: 'failed', message, help: 'Install a newer Node from https://nodejs.org.' };
}

/** Loads the catalogue for a version and the tool that asks who the token belongs to. */
export async function checkTools(version?: string): Promise<Check & { readonly whoAmI?: Tool }> {
  const loaded = await Promise.all([openApi(version), loadWhoAmI()]).catch(() => undefined);
  if (loaded !== undefined) {
    const [api, whoAmI] = loaded;
    const help = version === undefined ? undefined : otherVersionNote(version);
    const message = `${api.catalog.length} tools, catalog ${catalogOf({}, api).version}`;
    return { name: 'tools', status: 'ok', message, ...(help !== undefined && { help }), whoAmI };
  }
  const help = 'Install intercom-mcp-toolkit again; in a checkout, run `intercom-mcp generate`.';
  return { name: 'tools', status: 'failed', message: 'the generated tools cannot be loaded', help };
}
