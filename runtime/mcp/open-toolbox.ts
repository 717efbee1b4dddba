import type { Mode } from '../catalog/mode.ts';
import type { CodeOptions } from './code.ts';
import type { ServedToolsOptions } from './served-tools.ts';

/** What stands in place of a list of all tools, loaded where it is wanted; undefined for the list itself. */
export async function openToolbox(mode: Mode, options: CodeOptions): Promise<ServedToolsOptions['toolbox']> {
  return await TOOLBOXES[mode](options);
}

const TOOLBOXES = {
  list: async () => undefined,
  discovery: async (options) => (await import('./discovery.ts')).createDiscovery(options),
  code: async (options) => (await import('./code.ts')).createCode(options),
} satisfies Record<Mode, (options: CodeOptions) => Promise<ServedToolsOptions['toolbox']>>;
