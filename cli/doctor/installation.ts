import { catalog, loadTool } from '../../intercom/catalog.ts';
import manifest from '../../package.json' with { type: 'json' };
import type { Tool } from '../../runtime/tool/tool.ts';
import type { Check } from './check.ts';

/** Whether a version of Node, such as `24.1.0`, is one that the package says it runs on. */
export const checkNode = (version: string, engines: string = manifest.engines.node): Check => {
  const wanted = engines.replace('>=', '');
  if (isAtLeast(version, wanted)) return { name: 'Node', status: 'ok', message: version };
  const message = `${version}, but ${wanted} or newer is needed`;
  return { name: 'Node', status: 'failed', message, help: 'Install a newer Node from https://nodejs.org.' };
};

const isAtLeast = (version: string, wanted: string): boolean =>
  version.localeCompare(wanted, 'en', { numeric: true }) >= 0;

/** Loads the catalogue and the tool that asks who the token belongs to. */
export const checkTools = async (): Promise<Check & { readonly whoAmI?: Tool }> => {
  const whoAmI = await loadTool('get_single_intercom_me').catch(() => undefined);
  if (whoAmI !== undefined) return { name: 'tools', status: 'ok', message: `${catalog.length} tools`, whoAmI };
  const help = 'Install intercom-mcp-toolkit again; in a checkout, run `intercom-mcp generate`.';
  return { name: 'tools', status: 'failed', message: 'the generated tools cannot be loaded', help };
};
