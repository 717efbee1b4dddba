import type { CatalogEntry } from '../../catalog/catalog.ts';
import type { Joins } from '../../profile/joins.ts';
import type { WorldNames } from '../world-names.ts';
import type { AskedJoin } from './asked-join.ts';
import { findJoin, type WayStep } from './find-join.ts';
import { functionName } from './function-names.ts';
import type { FunctionWords } from './function-words.ts';
import { joinProgram, wayLine } from './join-program.ts';
import { typeLines } from './type-lines.ts';

/** Characters of the types that an answer shows. */
const LARGEST_TYPES = 1_500;

/** What a question for the way between two things is answered: the way, a program that goes it, and its functions. */
export function tellJoin(
  { from, to }: AskedJoin,
  joins: Joins,
  {
    catalog,
    words,
    names,
  }: { readonly catalog: readonly CatalogEntry[]; readonly words: FunctionWords; readonly names: WorldNames },
): string {
  const byName = new Map(catalog.map((entry) => [entry.name, entry]));
  const way = findJoin({ from, to }, joins, new Set(byName.keys()));
  if (way === undefined) return `// No way leads from ${from} to ${to} with the functions here.`;
  const nameOf = (tool: string): string => {
    const entry = byName.get(tool);
    return entry === undefined ? tool : functionName(entry);
  };
  const written = { from, to, object: names.object, nameOf };
  const used = [...new Set(way.flatMap(toolsOf))].flatMap((tool) => byName.get(tool) ?? []);
  const { lines } = typeLines(
    used.map((entry) => words.answer(entry)),
    words,
    LARGEST_TYPES,
  );
  return [
    `// from ${from} to ${to}: ${wayLine(way, written)}`,
    joinProgram(way, written),
    '',
    ...used.map((entry) => words.line(entry)),
    ...lines,
  ].join('\n');
}

function toolsOf(one: WayStep): string[] {
  return one.kind === 'field' ? [] : [one.kind === 'get' ? one.tool : one.step.tool];
}
