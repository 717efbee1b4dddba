import type { CatalogEntry } from '../../catalog/catalog.ts';
import { functionNames } from './function-names.ts';
import type { FunctionWords } from './function-words.ts';
import { typeLines } from './type-lines.ts';

/** Characters of what a search answers: some 1,200 tokens. */
const LARGEST = 3_900;
/** Characters of the best function, and of each other that is shown whole. */
const LARGEST_BEST = 2_600;
const LARGEST_OTHER = 700;
/** Characters of a description of functions: some 5,000 tokens. */
const LARGEST_DESCRIPTION = 16_000;
/** Functions that one description covers. */
const MOST_DESCRIBED = 10;

/**
 * What a search for functions answers: the best whole, others whole as far as there is room, then a line for each; and the types
 * that they use, once.
 */
export function searchFunctions(found: readonly CatalogEntry[], words: FunctionWords): string {
  const [best, ...others] = found;
  if (best === undefined) return '';
  const first = words.whole(best);
  const isShown = first.length <= LARGEST_BEST;
  const lines = others.map((entry) => words.line(entry));
  const top = isShown ? first : `${words.line(best)}\n// It has many arguments: search for "signature of" it.`;
  // What one has to know of the best comes first, then what else there is, and the rest of the types last.
  const own = typeLines(isShown ? [words.signature(best).text] : [], words, LARGEST - top.length - sizeOf(lines));
  const kept = own.lines.slice(0, isShown && Object.keys(words.signature(best).types).length > 0 ? 5 : 3);
  let room = LARGEST - top.length - sizeOf(lines) - sizeOf(kept);
  const wholes = others.map((entry, at) => {
    const text = words.whole(entry);
    const more = text.length - (lines[at]?.length ?? 0);
    // A search says a whole language, which only the best has room for.
    const isLong = text.length > LARGEST_OTHER || Object.keys(words.signature(entry).types).length > 0;
    if (isLong || more > room) return undefined;
    room -= more;
    return text;
  });
  const shown = lines.map((line, at) => wholes[at] ?? line);
  const signatures = [...(isShown ? [best] : []), ...others.filter((_, at) => wholes[at] !== undefined)].map(
    (entry) => words.signature(entry).text,
  );
  const { lines: types, left } = typeLines(signatures, words, LARGEST - top.length - sizeOf(shown));
  return [
    top,
    ...(shown.length === 0 ? [] : ['', '// less likely:', ...fitting(shown, LARGEST - top.length)]),
    ...(types.length === 0 ? [] : ['', ...types]),
    ...notShown(left),
  ].join('\n');
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
  const wholes = new Map<string, string>();
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
    if (found.entry !== undefined) {
      wholes.set(found.entry.name, text);
      texts.push(words.signature(found.entry).text);
    } else texts.push(name);
  }
  const { lines, left } = typeLines(texts, words, room);
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
export function unknownFunction(name: string, found: ReturnType<ReturnType<typeof functionNames>['find']>): string {
  const shown = JSON.stringify(name.slice(0, 128));
  if (found.entry !== undefined) return '';
  const names = found.candidates.map((one) => JSON.stringify(one)).join(' or ');
  if (found.isAmbiguous) return `no function ${shown}. It could be ${names}.`;
  return `no function ${shown}.${names === '' ? '' : ` Did you mean ${names}?`}`;
}
