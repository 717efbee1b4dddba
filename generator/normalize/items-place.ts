import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { segmentsOf } from '../text/path-segments.ts';
import { isPlural, singular, snakeCase } from '../text/words.ts';
import { alternatives } from './alternatives.ts';
import { BESIDE, HOLDERS, looseName, WORDS } from './paging-names.ts';

/** Objects in one another in which items are looked for. */
const DEEPEST = 3;

/** What APIs call the items of a list, whatever they are. */
const USUAL = new Set(
  'data items results result records entries list values value elements content hits rows objects edges nodes resources collection hydramember members docs documents'.split(
    ' ',
  ),
);

/** What APIs call the object that holds all of an answer. */
const WRAPPERS = new Set(
  'data result results response payload body embedded d content resultset list collection'.split(' '),
);

/** Lists that stand beside the items, and are none. */
const OTHERS = new Set(
  'errors warnings messages links included facets aggregations sort filters columns fields expand metadata meta'.split(
    ' ',
  ),
);

/** A list within an answer. */
export interface ItemsPlace {
  /** Dotted; empty where the answer itself is the list. */
  readonly place: string;
  readonly items: unknown;
}

/**
 * The items of an answer that is a list by its shape: an array, or an object of which one array is what it is about, by its
 * name, by that of the path, or because all else is about pages. A thing with an array in it is no list.
 */
export function itemsPlace(schema: Json | undefined, path: string, lookup: Lookup): ItemsPlace | undefined {
  return schema === undefined
    ? undefined
    : within(schema, {
        nouns: nounsOf(path),
        isOne: /\}\/?$/.test(path),
        isMany: isCollection(path),
        lookup,
        depth: 0,
      });
}

interface Search {
  readonly nouns: ReadonlySet<string>;
  /** The path ends in a parameter. */
  readonly isOne: boolean;
  /** The path ends in a word in the plural. */
  readonly isMany: boolean;
  readonly lookup: Lookup;
  readonly depth: number;
}

function within(schema: Json, search: Search): ItemsPlace | undefined {
  const forms = alternatives(schema, search.lookup).map((form) => form.schema);
  for (const form of forms) {
    if (isArray(form)) return { place: '', items: form.items };
    const found = isRecord(form.properties) ? inObject(form.properties, search) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

interface Member {
  readonly name: string;
  readonly loose: string;
  readonly schema: Json;
}

function inObject(properties: Json, search: Search): ItemsPlace | undefined {
  const { nouns, lookup, depth, isOne } = search;
  const members = Object.entries(properties).map(([name, part]): Member => {
    const [form] = isRecord(part) ? alternatives(part, lookup) : [];
    return { name, loose: looseName(name), schema: form?.schema ?? {} };
  });
  const arrays = members.filter(
    ({ schema, loose }) => isArray(schema) && (!OTHERS.has(loose) || nouns.has(singular(loose))),
  );
  const others = members.filter((member) => !arrays.includes(member));
  const isBare = others.every(isBeside);
  const isThing = others.some(({ loose }) => /^(?:id|uuid|guid|key|slug)$/.test(loose));
  const [named, usual] = [
    arrays.filter(({ loose }) => nouns.has(singular(loose))),
    arrays.filter(({ loose }) => USUAL.has(loose)),
  ];
  const [only, ...more] =
    named.length > 0 ? named : usual.length > 0 ? usual : arrays.filter(({ schema }) => holdsObjects(schema, lookup));
  if (only !== undefined && more.length === 0) {
    const isCalled = named.length > 0 || usual.length > 0;
    // An array that is called otherwise is the list of a path in the plural, of pages, or of an answer without anything else.
    const isTold = search.isMany || others.length === 0 || tellsPages(others);
    const isMeant = isBare && (isCalled || (arrays.length === 1 && isTold));
    const isNamed =
      !isThing &&
      !isOne &&
      holdsObjects(only.schema, lookup) &&
      (named.length > 0 || (usual.length > 0 && tellsPages(others)));
    if (isMeant || isNamed) return { place: only.name, items: only.schema.items };
  }
  if (depth >= DEEPEST || arrays.length > 0 || isThing) return undefined;
  const wrappers = others.filter(({ loose, schema }) => WRAPPERS.has(loose) && isRecord(schema.properties));
  for (const { name, schema, loose } of wrappers) {
    const found =
      within(schema, { ...search, depth: depth + 1 }) ?? (loose === 'embedded' ? onlyArray(schema, lookup) : undefined);
    if (found !== undefined && !name.includes('.')) return { ...found, place: `${name}.${found.place}` };
  }
  return undefined;
}

/** HAL has all lists of an answer in one object, and mostly it is one. */
function onlyArray({ properties }: Json, lookup: Lookup): ItemsPlace | undefined {
  const arrays = Object.entries(isRecord(properties) ? properties : {}).flatMap(([name, part]) => {
    const [form] = isRecord(part) ? alternatives(part, lookup) : [];
    return form !== undefined && isArray(form.schema) ? [{ place: name, items: form.schema.items }] : [];
  });
  return arrays.length === 1 ? arrays[0] : undefined;
}

function isArray({ type, items }: Json): boolean {
  return (
    type === 'array' || (Array.isArray(type) && type.includes('array')) || (type === undefined && items !== undefined)
  );
}

function holdsObjects({ items }: Json, lookup: Lookup): boolean {
  if (!isRecord(items)) return false;
  return alternatives(items, lookup).some(({ schema }) => schema.type === 'object' || isRecord(schema.properties));
}

/** What is about pages, or says of an answer that it is one. */
function isBeside({ loose, name }: Member): boolean {
  if (BESIDE.has(loose) || OTHERS.has(loose) || name.startsWith('@odata') || name.startsWith('_')) return true;
  if (Object.values(WORDS).some((names) => names.has(loose))) return true;
  return HOLDERS.has(loose) && loose !== 'data' && loose !== 'result' && loose !== 'response';
}

function tellsPages(members: readonly Member[]): boolean {
  return members.some(
    ({ loose }) =>
      Object.values(WORDS).some((names) => names.has(loose)) ||
      /^(?:pagination|paging|pages|pageinfo|meta|links)$/.test(loose),
  );
}

/** Words in the plural that name one thing. */
const ONE =
  /(?:^|_)(?:settings|stats|statistics|preferences|details|options|credentials|metrics|analytics|insights|limits|totals|counts|contents|terms|features|capabilities|permissions|properties|news|series|basics|diagnostics|headers|params|status|access|process|progress|address|dns|os|sms|https|cors|aws|css|js)$/;

/** Whether a path ends in a word in the plural, and so in a collection of things. */
export function isCollection(path: string): boolean {
  const last = segmentsOf(path).at(-1);
  return last !== undefined && !last.isParam && isPlural(last.text) && !ONE.test(last.text);
}

/** What the path is about, in the singular: its last literal, whole and its last word. */
function nounsOf(path: string): ReadonlySet<string> {
  const last = segmentsOf(path).findLast(({ isParam }) => !isParam)?.text ?? '';
  const before =
    segmentsOf(path)
      .filter(({ isParam }) => !isParam)
      .at(-2)?.text ?? '';
  const isReading = /^(?:search|list|query|find|all|filter)$/.test(last);
  const noun = isReading ? before : last;
  const words = [noun, noun.split('_').at(-1) ?? ''].map((word) => singular(looseName(snakeCase(word))));
  return new Set(words.filter((word) => word !== ''));
}
