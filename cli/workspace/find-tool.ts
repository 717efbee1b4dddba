import { catalog, loadTool } from '../../intercom/catalog.ts';
import type { Tool } from '../../runtime/tool/tool.ts';
import { InputError } from '../../runtime/value/errors.ts';
import { nearest } from '../../runtime/value/nearest.ts';

/** Loads the tool of that name; throws {@link InputError} with the names that were most likely meant. */
export async function findTool(name: string): Promise<Tool> {
  const tool = await loadTool(name);
  if (tool !== undefined) return tool;
  const meant = (await suggest(name)).map((candidate) => `\n  ${candidate}`).join('');
  const message = `there is no tool ${JSON.stringify(name)}.${meant && ` Did you mean one of these?${meant}`}`;
  throw new InputError([{ argument: '', message }], 'Run `intercom-mcp tools` for the list.');
}

/** Short names such as `get_me` by their parts, mistyped ones by their letters, anything else by what its words say. */
async function suggest(name: string): Promise<readonly string[]> {
  const names = catalog.map((entry) => entry.name);
  const parts = name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const whole = names.filter((candidate) => parts.every((part) => candidate.split('_').includes(part)));
  if (parts.length > 0 && whole.length > 0) return whole.sort((a, b) => a.length - b.length).slice(0, 3);
  const near = nearest(name, names);
  if (near.length > 0) return near;
  // Loaded only now: no call that succeeds needs them.
  const { createToolIndex } = await import('../../runtime/discovery/tool-index.ts');
  const { intercomProfile } = await import('../../intercom/profile.ts');
  const found = createToolIndex(catalog, intercomProfile).search(name.replaceAll('_', ' '), new Set(names));
  return found.slice(0, 3).map(({ entry }) => entry.name);
}
