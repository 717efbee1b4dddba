import type { ChoosableTool } from '../../../dashboard/pages/servers/form/tool-choice.ts';
import { catalog } from '../../../intercom/catalog.ts';

/** The catalog as a form chooses from it; groups stand among the tags, where they are in a catalog. */
export const choosableTools: readonly ChoosableTool[] = catalog.map((entry) => ({
  ...entry,
  tags: [...entry.tags],
  groups: [],
  former_names: [],
}));
