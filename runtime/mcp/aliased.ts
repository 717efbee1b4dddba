import type { Aliases, FormerlyNamed } from '../catalog/aliases.ts';
import type { CatalogEntry } from '../catalog/catalog.ts';
import { InputError } from '../value/errors.ts';
import { isRecord, isStrings } from '../value/value.ts';
import { type Resolved, type Toolbox, unknownTool } from './toolbox.ts';

/**
 * A toolbox that takes tools by the names that they had as well, up to the last day of each, and says so beside the answer; the
 * list has the new names alone. Tools that find others take old names among their arguments. `served` are the tools' own names.
 */
export function aliasedToolbox(
  { resolve, ...toolbox }: Toolbox,
  aliases: Aliases<CatalogEntry>,
  served: ReadonlySet<string>,
): Toolbox {
  const listed = new Set(toolbox.list().tools.map(({ name }) => name));
  return {
    ...toolbox,
    resolve: (name, args) => {
      const former = listed.has(name) ? undefined : aliases.find(name);
      if (former?.isOver) throw unknownTool(name, ` ${former.note}`);
      if (former !== undefined) return noted(resolve(former.entry.name, args), [former.note]);
      if (served.has(name)) return resolve(name, args);
      const notes = new Set<string>();
      return noted(resolve(name, currentNames(args, aliases, notes)), [...notes]);
    },
  };
}

/** Arguments of a tool of discovery in which other tools stand by their names of now; those that were replaced are told of. */
function currentNames(args: unknown, { find }: Aliases<CatalogEntry>, notes: Set<string>): unknown {
  if (!isRecord(args)) return args;
  const told = (former: FormerlyNamed<CatalogEntry> | undefined, word: string): string => {
    if (former !== undefined) notes.add(former.note);
    return former?.name ?? word;
  };
  const current = (word: string): string => told(find(word), word);
  // A name of one word may be a word of the question as well.
  const inQuestion = (word: string): string => (/_|[a-z][A-Z]/.test(word) ? current(word) : word);
  const { name, names, query } = args;
  const called = typeof name === 'string' ? find(name) : undefined;
  if (called?.isOver)
    throw new InputError([{ argument: 'name', message: called.note }], `Use ${called.name} with the same arguments.`);
  return {
    ...args,
    ...(typeof name === 'string' && { name: told(called, name) }),
    ...(typeof names === 'string' && { names: names.replace(WORD, current) }),
    ...(isStrings(names) && { names: names.map(current) }),
    ...(typeof query === 'string' && { query: query.replace(WORD, inQuestion) }),
  };
}

function noted(resolved: Resolved, notes: readonly string[]): Resolved {
  if (notes.length === 0) return resolved;
  if ('answer' in resolved) {
    const { answer } = resolved;
    return { answer: { ...answer, content: [...answer.content, { type: 'text', text: notes.join('\n') }] } };
  }
  return { ...resolved, note: [...notes, resolved.note].filter(Boolean).join(' ') };
}

const WORD = /\w+/g;
