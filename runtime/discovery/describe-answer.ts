import type { CatalogEntry } from '../catalog/catalog.ts';
import { unknownName } from './choose-tool.ts';

import { MOST_DESCRIBED } from './discovery-input.ts';

/** A tool with all that a model has to know to call it. */
interface Described extends Pick<CatalogEntry, 'name' | 'description' | 'class' | 'access'> {
  readonly destructive?: true;
  readonly inputSchema: object;
}

/** What a description answers: the tools, what is wrong with names that no tool has, and names to ask for again. */
export interface DescribeAnswer {
  readonly result: readonly Described[];
  readonly unknown?: readonly string[];
  readonly left_out?: readonly string[];
}

/** Describes the named tools, as many as fit, with their schemas as a list would show them; throws {@link InputError} if no tool has any of the names. */
export function describeAnswer(
  names: readonly string[],
  catalog: ReadonlyMap<string, CatalogEntry>,
  schemaOf: (entry: CatalogEntry) => object | undefined,
): DescribeAnswer {
  const wanted = [...new Set(names)];
  const known = wanted.flatMap((name) => catalog.get(name) ?? []);
  const strange = wanted.filter((name) => !catalog.has(name)).slice(0, MOST_DESCRIBED);
  const [first = ''] = strange;
  if (known.length === 0) throw unknownName(first, 'names[0]', catalog);
  const result: Described[] = [];
  let size = 0;
  for (const entry of known.slice(0, MOST_DESCRIBED)) {
    const described = toDescribed(entry, schemaOf(entry));
    size += JSON.stringify(described).length;
    if (result.length > 0 && size > LARGEST) break;
    result.push(described);
  }
  const left = known.slice(result.length).map(({ name }) => name);
  return {
    result,
    ...(strange.length > 0 && { unknown: strange.map((name) => unknownName(name, '', catalog).message) }),
    ...(left.length > 0 && { left_out: left.slice(0, 20) }),
  };
}

/** Characters of an answer: some 4,000 tokens. */
const LARGEST = 16_000;

function toDescribed(
  { name, description, class: kind, access, destructive, inputSchema }: CatalogEntry,
  listed: object = inputSchema,
): Described {
  return { name, description, class: kind, access, ...(destructive && { destructive }), inputSchema: listed };
}
