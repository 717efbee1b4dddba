import type { CatalogEntry } from '../../catalog/catalog.ts';
import { type FoundFunction, functionNames } from './function-names.ts';
import type { FunctionWords } from './function-words.ts';
import { type TypeLines, typeLines } from './type-lines.ts';

/** Characters of what a search answers for one task: some 650 tokens. */
const LARGEST = 2_500;
/** As many more for each further task. */
const FURTHER = 1_200;
/** As many more where a function takes the language of a search. */
const LANGUAGE = 1_000;
/** Characters of the best function for a task. */
const LARGEST_BEST = 2_600;
/** Characters of the types that a named function takes and answers, and of its language of searches. */
const LARGEST_TYPES = 1_700;
/** Characters of a description of functions: some 5,000 tokens. */
const LARGEST_DESCRIPTION = 16_000;
/** Functions that one description covers. */
const MOST_DESCRIBED = 10;

/**
 * What a search for functions answers, of what was found for each of its tasks: the best of each whole, a line for each of the
 * others, and the types that the best take and answer.
 */
export function searchFunctions(found: readonly (readonly CatalogEntry[])[], words: FunctionWords): string {
  const bests = [...new Set(found.flatMap(([best]) => best ?? []))];
  const others = [...new Set(found.flatMap(([, ...rest]) => rest))].filter((entry) => !bests.includes(entry));
  const shown = bests.filter((entry) => words.whole(entry).length <= LARGEST_BEST);
  const tops = bests.map((entry) =>
    shown.includes(entry)
      ? words.whole(entry)
      : `${words.line(entry)}\n// It has many arguments: search for "signature of" it.`,
  );
  const languages = shown.some((entry) => Object.keys(words.signature(entry).types).length > 0) ? LANGUAGE : 0;
  const room = LARGEST + (bests.length - 1) * FURTHER + languages - sizeOf(tops);
  const lines = fitting(
    others.map((entry) => words.line(entry)),
    room,
  );
  // What the best take and answer: a guess of that is what programs fail by.
  const { lines: types, left } = typesOf(shown, words, room - sizeOf(lines));
  return [
    tops.join('\n\n'),
    ...(lines.length === 0 ? [] : ['', '// less likely:', ...lines]),
    ...(types.length === 0 ? [] : ['', ...types]),
    ...notShown(left),
  ].join('\n');
}

/**
 * The types of functions, as many as there is room for: all that their arguments are made of, and what reads answer, without what
 * that is made of. What a write answers is told by its name: programs seldom look at it.
 */
function typesOf(entries: readonly CatalogEntry[], words: FunctionWords, room: number): TypeLines {
  const answersOf = (access: CatalogEntry['access']) =>
    entries.filter((entry) => entry.access === access).map((entry) => words.signature(entry).answer);
  const taken = typeLines(
    entries.map((entry) => words.signature(entry).takes),
    words,
    room,
  );
  const read = typeLines(answersOf('read'), words, room - sizeOf(taken.lines), 1);
  const written = typeLines(answersOf('write'), words, 0, 1);
  const lines = [...new Set([...taken.lines, ...read.lines])];
  const shown = new Set(lines.map((line) => /^type (\w+)/.exec(line)?.[1]));
  return {
    lines,
    left: [...new Set([...taken.left, ...read.left, ...written.left])].filter((name) => !shown.has(name)),
  };
}

/** What is not shown, and how it can be. */
function notShown(left: readonly string[]): string[] {
  if (left.length === 0) return [];
  return [
    `// not shown (search for "type ${left[0]}"): ${left.slice(0, 12).join(', ')}${left.length > 12 ? ', …' : ''}`,
  ];
}

function fitting(lines: readonly string[], room: number): string[] {
  let left = room;
  return lines.filter((line) => {
    left -= line.length + 1;
    return left >= 0;
  });
}

function sizeOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}

/** The named functions and types whole, with the types that they use; then what is wrong with other names. */
export function describeFunctions(
  asked: readonly string[],
  { catalog, words }: { readonly catalog: readonly CatalogEntry[]; readonly words: FunctionWords },
): string {
  const { find } = functionNames(catalog);
  const wholes = new Map<CatalogEntry, string>();
  const texts: string[] = [];
  const strange: string[] = [];
  const again: string[] = [];
  let room = LARGEST_DESCRIPTION;
  for (const name of new Set(asked)) {
    const found = find(name);
    const type = found.entry === undefined ? words.types.get(name) : undefined;
    if (found.entry === undefined && type === undefined) {
      strange.push(unknownFunction(name, found));
      continue;
    }
    const text = found.entry === undefined ? '' : words.whole(found.entry);
    if (wholes.size >= MOST_DESCRIBED || (wholes.size > 0 && text.length > room)) {
      again.push(name);
      continue;
    }
    room -= text.length;
    if (found.entry !== undefined) wholes.set(found.entry, text);
    else texts.push(name);
  }
  const types = typesOf([...wholes.keys()], words, Math.min(room, wholes.size * LARGEST_TYPES));
  const asTypes = typeLines(texts, words, room);
  const lines = [...new Set([...types.lines, ...asTypes.lines])];
  const left = [...new Set([...types.left, ...asTypes.left])];
  return [
    ...[...wholes.values(), lines.join('\n')].filter((part) => part !== '').flatMap((part) => [part, '']),
    ...notShown(left),
    ...strange.slice(0, MOST_DESCRIBED).map((line) => `// ${line}`),
    ...(again.length === 0 ? [] : [`// Not described, ask again: ${again.slice(0, 20).join(', ')}`]),
  ]
    .join('\n')
    .trim();
}

/** The same words for a function that does not exist and one that was filtered out. */
export function unknownFunction(name: string, found: FoundFunction): string {
  const shown = JSON.stringify(name.slice(0, 128));
  if (found.entry !== undefined) return '';
  const names = found.candidates.map((one) => JSON.stringify(one)).join(' or ');
  if (found.isAmbiguous) return `no function ${shown}. It could be ${names}.`;
  return `no function ${shown}.${names === '' ? '' : ` Did you mean ${names}?`}`;
}
