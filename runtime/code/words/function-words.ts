import type { AnswerTypes } from '../../catalog/answer-types.ts';
import type { CatalogEntry } from '../../catalog/catalog.ts';
import type { ServedWords } from '../../catalog/served-words.ts';
import { commentText } from '../../discovery/schema-comment.ts';
import { kindOf } from '../../discovery/signatures.ts';
import { sentences } from '../../discovery/tool-text.ts';
import type { WorldNames } from '../world-names.ts';
import { type FilterWords, SEARCH_TYPES } from './filter-type.ts';
import { functionName } from './function-names.ts';
import { type FunctionSignature, functionSignature } from './function-signature.ts';
import { labelledTypes, type ShownNames } from './labelled-types.ts';

/** What the functions of a catalog are described with. */
export interface WordsContext {
  /** The served tools. */
  readonly catalog: readonly CatalogEntry[];
  readonly answers: AnswerTypes | undefined;
  readonly search: FilterWords | undefined;
  /** Which names stand beside ids in answers. */
  readonly shown: ShownNames | undefined;
  readonly names: WorldNames;
}

/** The functions of a catalog in words, each made when it is first asked for. */
export interface FunctionWords {
  readonly signature: (entry: CatalogEntry) => FunctionSignature;
  /** What it does in a line of comment, its declaration, and what its types cannot say. */
  readonly whole: (entry: CatalogEntry) => string;
  /** Its name with the arguments it needs, and what it does. */
  readonly line: (entry: CatalogEntry) => string;
  /** What it answers, as a type. */
  readonly answer: (entry: CatalogEntry) => string;
  /** The types of all functions by name, as far as they are known, with their heads: `Page<T>` of `Page`. */
  readonly types: ReadonlyMap<string, { readonly head: string; readonly text: string }>;
  /** Names functions in texts of ours that name tools. */
  readonly words: ServedWords;
}

/** Types of an answer that nothing is known of. */
const PAGE = { 'Page<T>': '{ result: T[]; next_cursor: string | null; total_count?: number }' };
/** Arguments that a line names. */
const MOST_REQUIRED = 6;
/** Characters of what a line says that a function does. */
const LONGEST_ABOUT = 90;

/** Words for the functions of a catalog. */
export function createFunctionWords({ catalog, answers, search, shown, names }: WordsContext): FunctionWords {
  const made = new Map<string, FunctionSignature>();
  const words = functionWords(catalog);
  const answered = { ...PAGE, ...(shown && answers ? labelledTypes(answers.types, shown) : answers?.types) };
  const taken = [...Object.keys(answered), ...Object.keys(SEARCH_TYPES)].map(nameOf);

  function answer({ name, class: kind, inputSchema }: CatalogEntry): string {
    const own = answers !== undefined && Object.hasOwn(answers.answers, name) ? answers.answers[name] : undefined;
    return own ?? (kind === 'list' && 'next_cursor' in Object(inputSchema.properties) ? 'Page<any>' : 'any');
  }

  function signature(entry: CatalogEntry): FunctionSignature {
    const known = made.get(entry.name);
    if (known !== undefined) return known;
    const own = functionSignature(entry, { answer: answer(entry), search, taken });
    const said = { ...own, text: words(own.text), takes: words(own.takes) };
    made.set(entry.name, said);
    return said;
  }

  function whole(entry: CatalogEntry): string {
    const { text, note, isPaged } = signature(entry);
    const lines = [
      `// ${kindOf(entry)}. ${commentText(words(entry.description))}`,
      text,
      ...(note === '' ? [] : [`// query: ${note}`]),
      ...(isPaged ? [`// all pages: ${names.object}.all.${functionName(entry)}(args, { max })`] : []),
    ];
    return lines.join('\n');
  }

  function line(entry: CatalogEntry): string {
    const required = Array.isArray(entry.inputSchema.required) ? entry.inputSchema.required.map(String) : [];
    const shown = required.length > MOST_REQUIRED ? [...required.slice(0, MOST_REQUIRED), '…'] : required;
    const [first = ''] = sentences(words(entry.description));
    return `${functionName(entry)}(${shown.length === 0 ? '' : `{${shown.join(', ')}}`}) // ${kindOf(entry)}. ${shorten(first)}`;
  }

  function allTypes(): FunctionWords['types'] {
    const own = catalog.flatMap((entry) =>
      '$defs' in entry.inputSchema ? Object.entries(signature(entry).types) : [],
    );
    return new Map([...Object.entries(answered), ...own].map(([head, text]) => [nameOf(head), { head, text }]));
  }

  let types: FunctionWords['types'] | undefined;
  return {
    signature,
    whole,
    line,
    answer,
    words,
    get types() {
      types ??= allTypes();
      return types;
    },
  };
}

/** Names functions in texts that name tools; a word that no tool is called stays. */
export function functionWords(catalog: readonly CatalogEntry[]): ServedWords {
  const functions = new Map(catalog.map((entry) => [entry.name, functionName(entry)]));
  return (text) => text.replace(/\b[a-z0-9]+(?:_[a-z0-9]+)+\b/g, (word) => functions.get(word) ?? word);
}

/** `Page` of `Page<T>`. */
function nameOf(head: string): string {
  return head.replace(/<.*/s, '');
}

function shorten(text: string): string {
  if (text.length <= LONGEST_ABOUT) return text;
  const cut = text.slice(0, LONGEST_ABOUT - 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > 0 ? end : cut.length).replace(/[,;:(]+$/, '')}…`;
}
