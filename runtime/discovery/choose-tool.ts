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

/** A tool to call, and a word for the model where it was asked for in another way than the list says. */
export interface ChosenTool {
  readonly tool: string;
  readonly note?: string;
}

/**
 * The named tool, if the caller of this access may call it: a write is refused by the caller that only reads, with an
 * {@link InputError} that names the right one; a read does no harm through the caller that writes. Throws one that
 * names the nearest tools where none is called so.
 */
export function chooseTool(
  name: string,
  access: CatalogEntry['access'],
  catalog: ReadonlyMap<string, CatalogEntry>,
): ChosenTool {
  const entry = catalog.get(name);
  if (entry === undefined) throw unknownName(name, 'name', catalog);
  if (entry.access === access) return { tool: name };
  if (entry.access === 'read')
    return { tool: name, note: `${name} only reads: next time call it with ${CALLERS.read}.` };
  throw new InputError(
    [{ argument: 'name', message: `${name} changes something: ${CALLERS[access]} does not call it` }],
    `Use ${CALLERS[entry.access]} with the same name and arguments.`,
  );
}

/** A tool that was called by its own name instead of through its caller. */
export function ownName({ name, access }: CatalogEntry): ChosenTool {
  return { tool: name, note: `${name} is not in your list of tools; taken as if called with ${CALLERS[access]}.` };
}

/** The same words for a tool that does not exist and one that was filtered out. */
export function unknownName(name: string, argument: string, catalog: ReadonlyMap<string, CatalogEntry>): InputError {
  const message = `no tool is called ${JSON.stringify(name.slice(0, 128))}.${didYouMean(name, catalog.keys())}`;
  return new InputError([{ argument, message }], 'Find the name with search_tools.');
}
