import type { CatalogEntry } from '../../catalog/catalog.ts';
import { type FoundFunction, functionNames } from './function-names.ts';
import type { FunctionWords } from './function-words.ts';
import { typeLines } from './type-lines.ts';

/** Characters of what a search answers: some 750 tokens. */
const LARGEST = 3_000;
/** As many more where the best takes the language of a search. */
const LANGUAGE = 1_000;
/** Characters of the best function. */
const LARGEST_BEST = 2_600;
/** Characters of a description of functions: some 5,000 tokens. */
const LARGEST_DESCRIPTION = 16_000;
/** Functions that one description covers. */
const MOST_DESCRIBED = 10;

/**
 * What a search for functions answers: the best whole, a line for each of the others, and the types that the best takes and answers.
 */
export function searchFunctions(found: readonly CatalogEntry[], words: FunctionWords): string {
  const [best, ...others] = found;
  if (best === undefined) return '';
  const first = words.whole(best);
  const isShown = first.length <= LARGEST_BEST;
  const hasLanguage = isShown && Object.keys(words.signature(best).types).length > 0;
  const top = isShown ? first : `${words.line(best)}\n// It has many arguments: search for "signature of" it.`;
  const room = LARGEST + (hasLanguage ? LANGUAGE : 0) - top.length;
  const lines = fitting(
    others.map((entry) => words.line(entry)),
    room,
  );
  // What the best takes and answers: a guess of that is what programs fail by.
  const signatures = isShown ? [words.signature(best).text] : [];
  const { lines: types, left } = typeLines(signatures, words, room - sizeOf(lines));
  return [
    top,
    ...(lines.length === 0 ? [] : ['', '// less likely:', ...lines]),
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
export function unknownFunction(name: string, found: FoundFunction): string {
  const shown = JSON.stringify(name.slice(0, 128));
  if (found.entry !== undefined) return '';
  const names = found.candidates.map((one) => JSON.stringify(one)).join(' or ');
  if (found.isAmbiguous) return `no function ${shown}. It could be ${names}.`;
  return `no function ${shown}.${names === '' ? '' : ` Did you mean ${names}?`}`;
}
