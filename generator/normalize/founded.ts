import type { Pagination } from '../../runtime/tool/tool.ts';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import { type FactOrigins, originOf } from '../facts/read-facts.ts';
import type { PagingFacts, ToolFacts } from '../facts/tool-facts.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { alternatives } from './alternatives.ts';
import { isOpenSchema } from './open-schema.ts';

/** What an operation declares that facts may speak of. */
export interface Declared {
  /** Names of its query parameters. */
  readonly query: ReadonlySet<string>;
  /** The largest pages that it states, in words or by a parameter's maximum. */
  readonly largestPages: readonly number[];
  /** The schema of its body, where it has one. */
  readonly body: Json | undefined;
  /** The schema of its answer, where it has one. */
  readonly answer: Json | undefined;
}

type Aspect = keyof NonNullable<PagingFacts['undeclared']>;

/** What the styles read and send where a fact does not say otherwise: any one of the paths to `next` is enough. */
const styles: Readonly<Record<Pagination['style'], { next?: readonly string[]; param?: string; isSized: boolean }>> = {
  cursor: { next: ['pages.next.starting_after'], param: 'starting_after', isSized: true },
  page: { next: ['pages.next', 'pages.total_pages', 'total_pages', 'total_count'], param: 'page', isSized: true },
  offset: { param: 'offset', isSized: true },
  'last-id': { param: 'starting_after', isSized: true },
  scroll: { next: ['scroll_param'], param: 'scroll_param', isSized: true },
  link: { isSized: true },
  url: { next: ['pages.next'], isSized: true },
  none: { isSized: false },
};

/**
 * Whether what the facts name is there: the items, the next page and the parts in the answer, the page's and the size's
 * parameters and the texts in the request. What `undeclared` gives a reason for must not be there, and a largest page that
 * the description states is that of the facts.
 */
export function checkFounded(
  { pagination, parts, texts = {} }: ToolFacts,
  declared: Declared,
  { lookup, pointer, origins, of }: { lookup: Lookup; pointer: string; origins: FactOrigins; of: string },
): Diagnostic[] {
  const problem = (path: readonly string[], message: string): Diagnostic => {
    const { action, isForeign } = originOf(pointer, path, origins);
    return diagnostic(isForeign ? 'OVERLAY_FACT_ABSENT' : 'OVERLAY_FACT_UNFOUNDED', `${of}: ${message}`, action);
  };
  const diagnostics: Diagnostic[] = [];
  if (parts !== undefined && !holdsList(declared.answer, parts, lookup))
    diagnostics.push(problem(['parts'], `its answer declares no list at ${parts}`));
  for (const [path, rule] of Object.entries(texts))
    for (const message of unfoundedText(path, rule, declared.body, lookup))
      diagnostics.push(problem(['texts', path], message));
  if (!pagination) return diagnostics;
  const largest = statedLargest(pagination, declared, lookup);
  if (pagination.max !== undefined && largest.length > 0 && !largest.includes(pagination.max))
    diagnostics.push(
      problem(['pagination', 'max'], `it declares ${largest.join(' or ')} as the largest page, not ${pagination.max}`),
    );
  for (const { aspect, isDeclared, what } of aspectsOf(pagination, declared, lookup)) {
    const reason = pagination.undeclared?.[aspect];
    const path = reason === undefined ? ['pagination', aspect] : ['pagination', 'undeclared', aspect];
    if (isDeclared === false && reason === undefined) diagnostics.push(problem(path, what));
    if (isDeclared === true && reason !== undefined)
      diagnostics.push(problem(path, `pagination.undeclared.${aspect} is declared after all`));
  }
  return diagnostics;
}

function aspectsOf(
  paging: PagingFacts,
  { query, body, answer }: Declared,
  lookup: Lookup,
): { aspect: Aspect; isDeclared: boolean | undefined; what: string }[] {
  const { style, items, in: where = 'query', param, next, size = SIZE, sized, untilEmpty, id } = paging;
  const { next: nexts = [], param: ownParam, isSized } = styles[style];
  const takes = (name: string): boolean =>
    where === 'query' ? query.has(name) : has(body, bodyPlace(where, name), lookup);
  // An answer of which nothing is said may hold anything.
  const isOpen = isOpenSchema(answer, lookup);
  const answers = (path: string): boolean | undefined => has(answer, path, lookup) || (isOpen ? undefined : false);
  const words = (['more', 'total', 'pages'] as const).flatMap((aspect) => {
    const path = paging[aspect]?.replace(/^!/, '');
    return path === undefined
      ? []
      : [{ aspect, isDeclared: answers(path), what: `its answer declares nothing at ${path}` }];
  });
  const isTold = untilEmpty === true || words.length > 0;
  const paths = next === undefined ? (isTold ? [] : nexts) : [next];
  const isNext = paths.length === 0 || paths.some((path) => has(answer, path, lookup));
  const name = param ?? ownParam;
  const place = items === '' ? '*' : `${items}.*`;
  return [
    {
      aspect: 'items',
      isDeclared: holdsList(answer, items, lookup) || (isOpen ? undefined : false),
      what: `its answer declares no list at ${items || 'its top'}`,
    },
    {
      aspect: 'next',
      isDeclared: isNext || (isOpen && next !== undefined ? undefined : false),
      what: `its answer declares no next page at ${paths.join(' or ')}`,
    },
    ...words,
    ...(id === undefined
      ? []
      : [{ aspect: 'id' as const, isDeclared: answers(`${place}.${id}`), what: `its items declare nothing at ${id}` }]),
    {
      aspect: 'param',
      isDeclared: name === undefined || takes(name),
      what: `it declares no parameter ${name} in ${where}`,
    },
    {
      aspect: 'size',
      isDeclared: !isSized || sized === false || takes(size),
      what: `it declares no page size ${size} in ${where}; sized: false where it takes none`,
    },
  ];
}

/** Name of the parameter that carries the size of a page, where a fact does not say otherwise. */
const SIZE = 'per_page';

/** The dotted place of a property of the object that the paging parameters go to: `pagination.per_page`. */
function bodyPlace(where: string, name: string): string {
  return [...where.split('.').slice(1), name].join('.');
}

/** The largest pages that an operation declares, each once. */
function statedLargest(
  { in: where = 'query', size = SIZE }: PagingFacts,
  { largestPages, body }: Declared,
  lookup: Lookup,
): readonly number[] {
  const inBody = where === 'query' ? [] : formsAt(body, bodyPlace(where, size), lookup);
  return [
    ...new Set([...largestPages, ...inBody.flatMap(({ maximum }) => (typeof maximum === 'number' ? maximum : []))]),
  ];
}

type TextFact = NonNullable<ToolFacts['texts']>[string];

/** What the body does not declare of a text: the text itself, what decides its kind, what it is sent as. */
function unfoundedText(path: string, rule: TextFact, body: Json | undefined, lookup: Lookup): string[] {
  const isText = (place: string) => formsAt(body, place, lookup).some(({ type }) => holdsText(type));
  const missing = (place: string) => (isText(place) ? [] : [`its body declares no text at ${place}`]);
  if (typeof rule === 'string') return missing(path);
  if ('as' in rule) return [...missing(path), ...missing([...path.split('.').slice(0, -1), rule.as].join('.'))];
  const values = new Set(
    formsAt(body, rule.by, lookup).flatMap(({ enum: allowed }) => (Array.isArray(allowed) ? allowed : [])),
  );
  const unknown = Object.keys(rule.kinds).filter((value) => !values.has(value));
  return [...missing(path), ...unknown.map((value) => `its body declares no value ${value} of ${rule.by}`)];
}

function holdsText(type: unknown): boolean {
  return type === 'string' || (Array.isArray(type) && type.includes('string'));
}

/** The schemas of a property, named or any other; those of all properties and items for `*`. */
function schemasIn({ type, properties, additionalProperties, items }: Json, key: string): unknown[] {
  // An object of which nothing is said may hold any text.
  if (type === 'object' && !properties && additionalProperties === undefined) return [{ type: 'string' }];
  if (key === '*') return [...Object.values(isRecord(properties) ? properties : {}), additionalProperties, items];
  return isRecord(properties) && Object.hasOwn(properties, key) ? [properties[key]] : [additionalProperties];
}

function formsAt(schema: Json | undefined, path: string, lookup: Lookup): Json[] {
  if (schema === undefined) return [];
  let forms = alternatives(schema, lookup).map((form) => form.schema);
  for (const key of path === '' ? [] : path.split('.'))
    forms = forms
      .flatMap((form) => schemasIn(form, key))
      .flatMap((schema) => (isRecord(schema) ? alternatives(schema, lookup).map((form) => form.schema) : []));
  return forms;
}

function has(schema: Json | undefined, path: string, lookup: Lookup): boolean {
  return formsAt(schema, path, lookup).length > 0;
}

function holdsList(schema: Json | undefined, path: string, lookup: Lookup): boolean {
  return formsAt(schema, path, lookup).some(
    ({ type, items }) => type === 'array' || (Array.isArray(type) && type.includes('array')) || items !== undefined,
  );
}
