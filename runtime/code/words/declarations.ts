import type { CatalogEntry } from '../../catalog/catalog.ts';
import { commentText } from '../../discovery/schema-comment.ts';
import { kindOf } from '../../discovery/signatures.ts';
import type { WorldNames } from '../world-names.ts';
import type { FunctionWords } from './function-words.ts';
import { typeLines } from './type-lines.ts';

/** All functions of a catalog as the text of a `.d.ts` file, for programs that are checked before they run. */
export function declareFunctions(catalog: readonly CatalogEntry[], words: FunctionWords, names: WorldNames): string {
  const members = catalog.map((entry) => {
    const { text, note } = words.signature(entry);
    const said = `${kindOf(entry)}. ${commentText(words.words(entry.description))}${note === '' ? '' : ` Query: ${note}.`}`;
    return `  /** ${said} */\n  ${text};`;
  });
  const lists = catalog.flatMap((entry) => {
    const { takes, answer, isPaged } = words.signature(entry);
    if (!isPaged) return [];
    const head = takes.slice(0, -1);
    const comma = head.endsWith('(') ? '' : ', ';
    return [`    ${head}${comma}options?: { max?: number }): All<ItemOf<${answer}>>;`];
  });
  const { lines } = typeLines(
    catalog.map((entry) => words.signature(entry).text),
    words,
    Number.POSITIVE_INFINITY,
  );
  return [
    ...lines.map((line) => `type ${line.slice('type '.length)};`),
    'type ItemOf<P> = P extends { result: (infer T)[] } ? T : unknown;',
    'type All<T> = AsyncIterable<T> & PromiseLike<T[]> & { toArray(): Promise<T[]> };',
    `declare const ${names.object}: {`,
    ...members,
    '  /** Every list to its end, or to max items. */',
    '  all: {',
    ...lists,
    '  };',
    '};',
    `declare class ${names.error} extends Error {`,
    '  kind: string;',
    '  help: string;',
    '  function?: string;',
    '  argument?: string;',
    '  status?: number;',
    '}',
    '',
  ].join('\n');
}
