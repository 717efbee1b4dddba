import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import { pointerTo } from '../json/json-pointer.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { type Lookup, lookupIn } from '../json/lookup.ts';
import { checkFounded } from '../normalize/founded.ts';
import { isJsonType } from '../text/media-type.ts';
import { completePaging } from './complete-paging.ts';
import { detectPaging } from './detect-paging.ts';
import type { DetectedPaging } from './seen-paging.ts';

/** One operation that looks as if it paged. */
export interface FoundPaging extends DetectedPaging {
  readonly path: string;
  readonly pointer: string;
}

/** Operations that one diagnostic names. */
const NAMED = 3;

/**
 * A description whose operations page: as the facts say, with names that they leave out, and where no fact says anything as
 * parameters and answers say beyond doubt. What is less sure is told and left alone.
 */
export function withPaging(document: Json): { document: Json; diagnostics: Diagnostic[] } {
  const { paths, 'x-mcp': facts } = document;
  if (!isRecord(paths)) return { document, diagnostics: [] };
  const lookup = lookupIn(document);
  const isDeclared = isRecord(facts) && facts.paging === 'declared';
  const found = isDeclared ? [] : findPaging(document);
  const certain = new Map(found.filter(({ certainty }) => certainty === 'certain').map((each) => [each.path, each]));
  const done = Object.entries(paths).map(([path, item]): [string, unknown] => {
    if (!isRecord(item)) return [path, item];
    const methods = Object.entries(item).map(([method, operation]): [string, unknown] => {
      const own = isRecord(operation) ? operation['x-mcp'] : undefined;
      const detected = method === 'get' ? certain.get(path) : undefined;
      if (!isRecord(operation)) return [method, operation];
      if (detected !== undefined) return [method, withFacts(operation, detected.pagination)];
      if (!isRecord(own) || !isRecord(own.pagination)) return [method, operation];
      return [
        method,
        withFacts(
          operation,
          completePaging(
            own.pagination,
            { query: queryOf(item, operation, lookup), answer: answerOf(operation, lookup).answer },
            lookup,
          ),
        ),
      ];
    });
    return [path, Object.fromEntries(methods)];
  });
  return { document: { ...document, paths: Object.fromEntries(done) }, diagnostics: told(found) };
}

/** The lists of a description that look as if they paged, and of which no fact says whether and how. */
export function findPaging(document: Json): FoundPaging[] {
  const lookup = lookupIn(document);
  return Object.entries(isRecord(document.paths) ? document.paths : {}).flatMap(([path, item]) => {
    const operation = isRecord(item) ? item.get : undefined;
    if (!isRecord(item) || !isRecord(operation)) return [];
    const { 'x-mcp': facts } = operation;
    if (isRecord(facts) && (facts.pagination !== undefined || facts.paged === false)) return [];
    const { answer, headers } = answerOf(operation, lookup);
    const parameters = queryOf(item, operation, lookup);
    const found = detectPaging({ path, parameters, answer, headers }, lookup);
    if (found === undefined) return [];
    const pointer = pointerTo(['paths', path, 'get']);
    // What is taken for sure stands all the tests that a fact of an overlay has to stand.
    const query = new Set(parameters.map(({ name }) => String(name)));
    const declared = { query, largestPages: [], body: undefined, answer };
    const context = { lookup, pointer, origins: new Map(), of: path };
    const isFounded = checkFounded({ pagination: found.pagination }, declared, context).length === 0;
    return [{ ...found, ...(!isFounded && { certainty: 'guess' as const }), path, pointer }];
  });
}

function withFacts(operation: Json, pagination: object): Json {
  const { 'x-mcp': facts } = operation;
  return { ...operation, 'x-mcp': { ...(isRecord(facts) ? facts : {}), pagination } };
}

/** Its query parameters, those of its path too. */
function queryOf(item: Json, operation: Json, lookup: Lookup): Json[] {
  return [item.parameters, operation.parameters]
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .map((parameter) => resolved(parameter, lookup))
    .filter((parameter) => parameter.in === 'query');
}

/** The schema of what it answers in JSON when all is well, and the headers beside it. */
function answerOf({ responses }: Json, lookup: Lookup): { answer: Json | undefined; headers: string[] } {
  const all = isRecord(responses) ? responses : {};
  const status =
    Object.keys(all)
      .sort()
      .find((key) => /^2(?:\d\d|XX)$/i.test(key)) ?? 'default';
  const { content, headers } = resolved(all[status], lookup);
  const [media] = Object.entries(isRecord(content) ? content : {}).flatMap(([type, value]) =>
    isJsonType(type) ? [value] : [],
  );
  const schema = isRecord(media) && isRecord(media.schema) ? media.schema : undefined;
  return { answer: schema, headers: Object.keys(isRecord(headers) ? headers : {}) };
}

function resolved(value: unknown, lookup: Lookup): Json {
  let json = isRecord(value) ? value : {};
  for (let hops = 0; typeof json.$ref === 'string' && hops < 8; hops += 1) json = lookup(json.$ref) ?? {};
  return json;
}

/** One diagnostic for those that page from now on, and one for those that may. */
function told(found: readonly FoundPaging[]): Diagnostic[] {
  const certain = found.filter(({ certainty }) => certainty === 'certain');
  const others = found.filter(({ certainty }) => certainty !== 'certain');
  return [
    ...(certain.length === 0
      ? []
      : [
          diagnostic(
            'PAGING_DETECTED',
            `${count(certain)} by what parameters and answers say: ${names(certain)}`,
            certain[0]?.pointer ?? '',
          ),
        ]),
    ...(others.length === 0
      ? []
      : [
          diagnostic(
            'PAGING_UNSURE',
            `${count(others)} by the looks of it, and nothing is done about it: ${names(others)}`,
            others[0]?.pointer ?? '',
          ),
        ]),
  ];
}

function count({ length }: readonly FoundPaging[]): string {
  return length === 1 ? '1 list pages' : `${length} lists page`;
}

function names(found: readonly FoundPaging[]): string {
  const shown = found.slice(0, NAMED).map(({ path, pagination }) => `GET ${path} (${pagination.style})`);
  return [...shown, ...(found.length > NAMED ? [`and ${found.length - NAMED} more`] : [])].join(', ');
}
