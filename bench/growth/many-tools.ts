import { catalog } from '../../intercom/catalog.ts';
import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';

const MARK = '_of_team_';

/** The tool that is called in measurements; it is among the tools, however few. */
export const CALLED = 'get_single_intercom_me';

/** The tool that is called, first. */
const entries = catalog.toSorted((one, other) => Number(other.name === CALLED) - Number(one.name === CALLED));

/** As many tools as wanted: Intercom's, and where these are too few each again under names of its own. */
export function manyTools(count: number): CatalogEntry[] {
  return Array.from({ length: count }, (_, index) => {
    const entry = entries[index % entries.length];
    if (entry === undefined) throw new Error('the catalogue is empty');
    const copy = Math.floor(index / entries.length);
    if (copy === 0) return entry;
    const { aliases: _aliases, function: _function, ...rest } = entry;
    return {
      ...rest,
      name: `${entry.name.slice(0, 50)}${MARK}${copy}`,
      title: `${entry.title} of team ${copy}`,
      description: `${entry.description} Team ${copy}.`,
    };
  });
}
