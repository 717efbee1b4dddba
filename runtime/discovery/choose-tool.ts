import type { CatalogEntry } from '../catalog/catalog.ts';
import { InputError } from '../value/errors.ts';
import { didYouMean } from '../value/nearest.ts';

/** The discovery tool that calls tools of each access. */
export const CALLERS: Readonly<Record<CatalogEntry['access'], string>> = {
  read: 'call_read_tool',
  write: 'call_write_tool',
};

/** The discovery tools that find others. */
export const FINDERS = { search: 'search_tools', describe: 'describe_tools' } as const;

/** The named tool, if it has this access; throws {@link InputError} that names the right caller, or the nearest tools. */
export function chooseTool(
  name: string,
  access: CatalogEntry['access'],
  catalog: ReadonlyMap<string, CatalogEntry>,
): CatalogEntry {
  const entry = catalog.get(name);
  if (entry === undefined) throw unknownName(name, 'name', catalog);
  if (entry.access === access) return entry;
  const does = entry.access === 'write' ? 'changes something' : 'only reads';
  throw new InputError(
    [{ argument: 'name', message: `${name} ${does}: ${CALLERS[access]} does not call it` }],
    `Use ${CALLERS[entry.access]} with the same name and arguments.`,
  );
}

/** The same words for a tool that does not exist and one that was filtered out. */
export function unknownName(name: string, argument: string, catalog: ReadonlyMap<string, CatalogEntry>): InputError {
  const message = `no tool is called ${JSON.stringify(name.slice(0, 128))}.${didYouMean(name, catalog.keys())}`;
  return new InputError([{ argument, message }], 'Find the name with search_tools.');
}
