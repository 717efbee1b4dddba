import { loadTool } from '../../intercom/catalog.ts';
import type { Tool } from '../../runtime/tool/tool.ts';

/** The tool that asks whose token it is. */
export async function loadWhoAmI(): Promise<Tool> {
  const tool = await loadTool('get_single_intercom_me');
  if (tool === undefined) throw new Error('The catalogue has no tool that asks whose token it is.');
  return tool;
}
