import type { CatalogEntry } from '../catalog/catalog.ts';
import { unknownName } from './choose-tool.ts';
import { MOST_DESCRIBED } from './discovery-input.ts';
import { describeTool, type Signatures } from './signatures.ts';

/**
 * Describes the named tools, as many as fit, by their signatures; then, as comments, what is wrong with names that no tool
 * has, and names to ask for again. Throws {@link InputError} if no tool has any of the names.
 */
export function describeAnswer(
  names: readonly string[],
  catalog: ReadonlyMap<string, CatalogEntry>,
  signatures: Pick<Signatures, 'of'>,
): string {
  const wanted = [...new Set(names)];
  const known = wanted.flatMap((name) => catalog.get(name) ?? []);
  const strange = wanted.filter((name) => !catalog.has(name)).slice(0, MOST_DESCRIBED);
  const [first = ''] = strange;
  if (known.length === 0) throw unknownName(first, 'names[0]', catalog);
  const described: string[] = [];
  let size = 0;
  for (const entry of known.slice(0, MOST_DESCRIBED)) {
    const text = describeTool(entry, signatures);
    size += text.length;
    if (described.length > 0 && size > LARGEST) break;
    described.push(text);
  }
  const left = known.slice(described.length).map(({ name }) => name);
  const unknown = strange.map((name) => `// ${unknownName(name, '', catalog).message}`);
  const again = left.length === 0 ? [] : [`// Not described, ask again: ${left.slice(0, MOST_NAMED).join(', ')}`];
  return [described.join('\n\n'), ...unknown, ...again].join('\n');
}

/** Characters of an answer: some 4,000 tokens. */
const LARGEST = 16_000;
/** Names that are left for another time, as far as they are told. */
const MOST_NAMED = 20;
