import { isRecord } from '../value/value.ts';
import type { CatalogEntry } from './catalog.ts';

/** Takes out of a text what only sends its reader to a tool that is not served. */
export type ServedWords = (text: string) => string;

/**
 * Words for a server that serves some of a catalog's tools: a sentence, a clause or a bracket that names one of the others is left
 * out, and where nothing would be left the name is. Texts are meant to be ours: two sentences each, names of tools as they are.
 */
export function servedWords(all: Iterable<string>, served: ReadonlySet<string>): ServedWords {
  const known = new Set(all);
  const missing = new Set([...known].filter((name) => !served.has(name)));
  if (missing.size === 0) return (text) => text;
  const has = (text: string): boolean => namesIn(withoutQuoted(text)).some((name) => missing.has(name));
  const among: Among = { known, missing, has };
  return (text) => {
    if (!has(text)) return text;
    if (text.length > LONGEST) return marked(text, among);
    const lines = text.split('\n').map((line) => (has(line) ? lineWithout(line, among) : line));
    return lines.join('\n');
  };
}

/** Characters of a text that is looked at sentence by sentence; ours have a tenth of it. */
const LONGEST = 5_000;

/**
 * The kept entries of a catalog with words for them alone; an entry that names no other tool is the same object. `others` are
 * names of tools beside the catalog's.
 */
export function servedCatalog(
  catalog: readonly CatalogEntry[],
  kept: readonly CatalogEntry[],
  others: readonly string[] = [],
): readonly CatalogEntry[] {
  const served = new Set(kept.map(({ name }) => name));
  const all = [...catalog.map(({ name }) => name), ...others];
  if (all.every((name) => served.has(name))) return kept;
  const words = servedWords(all, served);
  return kept.map((entry) => {
    const description = words(entry.description);
    const inputSchema = schemaIn(entry.inputSchema, words);
    const isSame = description === entry.description && inputSchema === entry.inputSchema;
    // A schema stays an object's schema whatever becomes of its words.
    return isSame ? entry : { ...entry, description, inputSchema: inputSchema as CatalogEntry['inputSchema'] };
  });
}

function schemaIn(schema: unknown, words: ServedWords): unknown {
  if (Array.isArray(schema)) {
    const items = schema.map((item) => schemaIn(item, words));
    return items.every((item, at) => item === schema[at]) ? schema : items;
  }
  if (!isRecord(schema)) return schema;
  const parts = Object.entries(schema).flatMap(([key, part]) => {
    if (key !== 'description' || typeof part !== 'string') return [[key, schemaIn(part, words)] as const];
    const text = phrase(part, words);
    return text === '' ? [] : [[key, text] as const];
  });
  const isSame = parts.length === Object.keys(schema).length && parts.every(([key, part]) => schema[key] === part);
  return isSame ? schema : Object.fromEntries(parts);
}

/** The words of an argument are a phrase without a full stop, and may be left out altogether. */
function phrase(text: string, words: ServedWords): string {
  const kept = words(text);
  return kept.includes(ANOTHER) ? '' : kept === text || text.endsWith('.') ? kept : kept.replace(/\.$/, '');
}

interface Among {
  readonly known: ReadonlySet<string>;
  readonly missing: ReadonlySet<string>;
  readonly has: (text: string) => boolean;
}

/** What a tool is called where it cannot be named. */
const ANOTHER = 'a tool that this server lacks';

function lineWithout(line: string, among: Among): string {
  const [first = '', ...others] = line.split(/(?<=[.!?])\s+/);
  const lead = sentenceWithout(first, among);
  const rest = others.map((sentence) => sentenceWithout(sentence, among)).filter((sentence) => sentence !== '');
  if (lead !== '') return [lead, ...rest].join(' ');
  return rest.length > 0 && !isDescriptive(first) ? rest.join(' ') : [marked(first, among), ...rest].join(' ');
}

/** A first sentence that says what to do with a tool says that it cannot be done here; others lead the way and can go. */
function isDescriptive(sentence: string): boolean {
  return !/^(?:Find|From|Take)\b/.test(sentence);
}

function marked(text: string, { missing }: Among): string {
  return text.replace(NAME, (name) => (missing.has(name) ? ANOTHER : name));
}

/** A sentence without brackets, sources and clauses that name what is missing; empty where all of it does. */
function sentenceWithout(sentence: string, among: Among): string {
  const { has } = among;
  if (!has(sentence)) return sentence;
  if (/^Take\b/.test(sentence)) return '';
  const plain = withoutChoices(sentence, among)
    .replace(/ ?\(([^()]{0,300})\)/g, (whole, inner: string) => (has(inner) ? '' : whole))
    .replace(/(?:^|,? )[Ff]rom ([a-z0-9_]+)/g, (whole, name: string) => (has(name) ? '' : whole))
    .trim();
  const clauses = plain.split(/(?<=[;:])\s+/);
  const kept = clauses.flatMap((clause) => (has(clause) ? withoutTail(clause, among) : [clause]));
  const text = kept
    .join(' ')
    .replace(/^[;:,.]\s*/, '')
    .replace(/[;:,]$/, '');
  if (text === '' || text === '.') return '';
  const ended = /[.!?]$/.test(sentence) && !/[.!?]$/.test(text) ? `${text}.` : text;
  // A value or an argument is written as it is.
  return /^[a-z]+[_.]\w/.test(ended) || /^[a-z]/.test(sentence)
    ? ended
    : `${ended.charAt(0).toUpperCase()}${ended.slice(1)}`;
}

/** "a, b or c" without those that are missing, where one is left. */
function withoutChoices(sentence: string, { known, missing }: Among): string {
  return sentence.replace(/[a-z0-9_]+(?:(?:, | or | and )[a-z0-9_]+)+/g, (list) => {
    const names = list.split(/, | or | and /);
    const left = names.filter((name) => !missing.has(name));
    return names.every((name) => known.has(name)) && left.length > 0 ? left.join(' or ') : list;
  });
}

/** A clause up to its last comma, where the name comes behind it and what is before says something by itself. */
function withoutTail(clause: string, { has }: Among): string[] {
  const comma = clause.lastIndexOf(', ', clause.search(NAME));
  const before = comma < 0 ? '' : clause.slice(0, comma);
  const end = /[;:]$/.exec(clause)?.[0] ?? '';
  return before === '' || has(before) || DEPENDENT.test(before) ? [] : [`${before}${end}`];
}

/** How a clause begins that says nothing without the next. */
const DEPENDENT = /^(?:to|for|once|where|if|when|with|use|take|ordinary)\b/i;

/** A word that could be the name of a tool; what stands in quotation marks is what somebody gave. */
const NAME = /(?<!["_a-z0-9])[a-z0-9]+(?:_[a-z0-9]+)+/g;

/** What is quoted is the caller's own: a name in it is answered as one that no tool has. */
function withoutQuoted(text: string): string {
  return text.replace(/"[^"\n]*"/g, '""');
}

function namesIn(text: string): string[] {
  return text.match(NAME) ?? [];
}
