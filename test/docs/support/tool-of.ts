import { loadTool } from '../../../intercom/catalog.ts';
import type { Tool } from '../../../runtime/tool/tool.ts';

/** A tool by its name, which has to be that of one. */
export async function toolOf(name: string): Promise<Tool> {
  const tool = await loadTool(name);
  if (tool === undefined) throw new Error(`There is no tool ${name}.`);
  return tool;
}
