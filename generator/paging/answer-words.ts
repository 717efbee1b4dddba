import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { alternatives } from '../normalize/alternatives.ts';
import { HOLDERS, looseName, WORDS, type Word } from '../normalize/paging-names.ts';

/** Objects in one another in which words are looked for. */
const DEEPEST = 3;

/** One scalar that an answer holds beside its items. */
export interface Leaf {
  /** Dotted. */
  readonly place: string;
  /** Its name in small letters without marks, and that of the object that holds it. */
  readonly loose: string;
  readonly holder: string;
  readonly type: 'number' | 'text' | 'truth' | 'unknown';
  readonly isAddress: boolean;
}

/** The scalars of an answer that may say something of its pages: at its top, and in objects of a usual name. */
export function leavesOf(schema: Json, lookup: Lookup): Leaf[] {
  return below(schema, { path: [], lookup });
}

function below(schema: Json, { path, lookup }: { path: readonly string[]; lookup: Lookup }): Leaf[] {
  const forms = alternatives(schema, lookup).map((form) => form.schema);
  const properties = forms.map((form) => form.properties).find(isRecord) ?? {};
  const siblings = new Set(Object.keys(properties).map(looseName));
  return Object.entries(properties).flatMap(([name, part]) => {
    if (!isRecord(part) || name.includes('.')) return [];
    const schemas = alternatives(part, lookup).map((form) => form.schema);
    const object = schemas.find(({ properties: own }) => isRecord(own));
    const loose = looseName(name);
    const here = [...path, name];
    if (object !== undefined) {
      const isHolder =
        HOLDERS.has(loose) ||
        /^(?:next|nextpage|\w*(?:meta|paging|pagination|pageinfo|cursor|cursors|links))$/.test(loose);
      return path.length < DEEPEST && isHolder ? below(part, { path: here, lookup }) : [];
    }
    const type = typeOf(schemas);
    if (type === undefined) return [];
    const holder = looseName(path.at(-1) ?? '');
    return [
      {
        place: here.join('.'),
        loose,
        holder,
        type,
        isAddress: isAddress(schemas[0] ?? {}, { part, loose, holder, siblings }),
      },
    ];
  });
}

function typeOf(schemas: readonly Json[]): Leaf['type'] | undefined {
  const types = schemas.flatMap(({ type }) => (Array.isArray(type) ? type : [type])).filter((type) => type !== 'null');
  const [first] = types;
  if (first === 'integer' || first === 'number') return 'number';
  if (first === 'string') return 'text';
  if (first === 'boolean') return 'truth';
  return first === undefined ? 'unknown' : undefined;
}

interface Around {
  readonly part: Json;
  readonly loose: string;
  readonly holder: string;
  readonly siblings: ReadonlySet<string>;
}

/** An address by its format, its example or its words, or by where it stands. */
function isAddress({ format, example, description }: Json, { part, loose, holder, siblings }: Around): boolean {
  if (format === 'uri' || format === 'url' || format === 'uri-reference' || format === 'iri') return true;
  const texts = [example, part.example, description, part.description].filter((text) => typeof text === 'string');
  if (texts.some((text) => /^(?:https?:\/\/|\/[\w/]+\?)/.test(text))) return true;
  if (
    texts.some((text) => /\b(?:url|uri|link|hyperlink|https?:\/\/)/i.test(text)) &&
    !texts.some((text) => /\b(?:token|cursor)\b/i.test(text))
  )
    return true;
  if (/^links?$/.test(holder) || loose === 'href' || loose === 'url') return true;
  // Django's own lists: count, next, previous, results.
  return loose === 'next' && siblings.has('previous') && siblings.has('results');
}

/** The leaves that say one thing; those with a name of their own before those that only their holder explains. */
export function saying(word: Word, leaves: readonly Leaf[]): Leaf[] {
  const isFit = FITS[word];
  return leaves.filter((leaf) => isFit(leaf));
}

const PAGING =
  /^(?:\w*(?:cursors?|paging|pagination|pageinfo|meta|metadata)|next|page|pages|nextpage|responsemetadata|pager)$/;

/** Whether a leaf says it, by its name and type. */
const FITS: Readonly<Record<Word, (leaf: Leaf) => boolean>> = {
  nextCursor: ({ loose, holder, type, isAddress: isUrl }) =>
    type !== 'truth' &&
    !isUrl &&
    (WORDS.nextCursor.has(loose) ||
      (type !== 'number' &&
        ((loose === 'next' && PAGING.test(holder)) ||
          (loose === 'after' && PAGING.test(holder)) ||
          (loose === 'cursor' && holder === 'next')))),
  nextAddress: ({ loose, holder, type, isAddress: isUrl }) =>
    (type === 'text' || type === 'unknown') &&
    (WORDS.nextAddress.has(loose) ||
      (isUrl &&
        (loose === 'next' || loose === 'nextpage' || (/^(?:href|url|link)$/.test(loose) && holder === 'next')))),
  nextNumber: ({ loose, type }) => type === 'number' && (WORDS.nextNumber.has(loose) || loose === 'next'),
  total: ({ loose, type }) => type === 'number' && WORDS.total.has(loose),
  pages: ({ loose, holder, type }) =>
    type === 'number' &&
    (WORDS.pages.has(loose) || (loose === 'pages' && holder !== 'links') || (loose === 'last' && PAGING.test(holder))),
  more: ({ loose, type }) => (type === 'truth' || type === 'unknown') && WORDS.more.has(loose),
  last: ({ loose, type }) => type === 'truth' && WORDS.last.has(loose),
};
