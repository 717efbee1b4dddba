import type { HttpMethod } from '../../runtime/tool/tool.ts';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import { type FactOrigins, readFacts } from '../facts/read-facts.ts';
import { apiFactsSchema, httpMethods, type PagingFacts, type ToolFacts, toolFactsSchema } from '../facts/tool-facts.ts';
import type { Api, Field, Operation, SearchFacts } from '../ir/ir.ts';
import { pointerTo } from '../json/json-pointer.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { type Lookup, lookupIn } from '../json/lookup.ts';
import { openedBelow } from './argument-schema.ts';
import { credentialNames, parameterName } from './credentials.ts';
import { checkFounded } from './founded.ts';
import { renamed } from './keys.ts';
import { parameterFields } from './parameters.ts';
import { bodyFields } from './request-body.ts';
import { responseOf } from './response.ts';
import { searchQuery } from './search-query.ts';

const methods = Object.values(httpMethods);
/** Parameters of pages where an operation does not name its own. */
const pagingKeys = new Set(['page', 'per_page', 'starting_after', 'cursor', 'scroll_param', 'pagination']);

/** A document (bundled, with its overlays applied) as the generator's own view of the API. */
export function normalize(
  document: Json,
  name: string,
  origins: FactOrigins = new Map(),
): { api: Api; diagnostics: Diagnostic[] } {
  const lookup = lookupIn(document);
  const diagnostics: Diagnostic[] = [];
  const operations: Operation[] = [];
  const credentials = credentialNames(document, lookup);
  for (const [path, value] of Object.entries(isRecord(document.paths) ? document.paths : {})) {
    const item = isRecord(value) && typeof value.$ref === 'string' ? { ...lookup(value.$ref), ...value } : value;
    if (!isRecord(item)) continue;
    for (const method of methods) {
      const raw = item[method.toLowerCase()];
      if (!isRecord(raw)) continue;
      const pointer = pointerTo(['paths', path, method.toLowerCase()]);
      operations.push(
        operation({ path, method, raw, shared: item.parameters, pointer, lookup, credentials, origins, diagnostics }),
      );
    }
  }
  const { facts = {}, diagnostics: wrong } = readFacts(document['x-mcp'] ?? {}, {
    schema: apiFactsSchema,
    pointer: '/x-mcp',
    origins,
    of: 'the document',
  });
  diagnostics.push(...wrong);
  const info = isRecord(document.info) ? document.info : {};
  const api: Api = {
    name,
    version: String(info.version ?? ''),
    operations,
    document,
    words: facts.fields ?? {},
    names: facts.names ?? {},
    noise: facts.noise ?? [],
    rare: facts.rare ?? [],
    groups: facts.groups ?? {},
  };
  return { api, diagnostics };
}

function withConstant(field: Field, { constants }: ToolFacts): Field {
  const constant =
    field.in !== 'path' && constants && Object.hasOwn(constants, field.wire) ? constants[field.wire] : onlyValue(field);
  return constant === undefined ? field : { ...field, constant };
}

/** What is required and has one value only is nothing that a model should have to fill in. */
function onlyValue({ in: place, required, schema }: Field): string | undefined {
  const [value, ...others] = schema.enum ?? [];
  return (place === 'body' || place === 'query') && required && others.length === 0 && typeof value === 'string'
    ? value
    : undefined;
}

function stringList(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}

function operation({
  path,
  method,
  raw,
  shared,
  pointer,
  lookup,
  credentials,
  origins,
  diagnostics,
}: {
  path: string;
  method: HttpMethod;
  raw: Json;
  shared: unknown;
  pointer: string;
  lookup: Lookup;
  credentials: ReadonlySet<string>;
  origins: FactOrigins;
  diagnostics: Diagnostic[];
}): Operation {
  const resolve = (value: unknown): Json => {
    let json = isRecord(value) ? value : {};
    for (let hops = 0; typeof json.$ref === 'string' && hops < 8; hops += 1) json = lookup(json.$ref) ?? {};
    return json;
  };
  const declared = [
    ...(Array.isArray(shared) ? shared : []),
    ...(Array.isArray(raw.parameters) ? raw.parameters : []),
  ].map(resolve);
  const parameters = declared.filter((parameter) => !credentials.has(parameterName(parameter)));
  for (const { name } of declared.filter((parameter) => credentials.has(parameterName(parameter))))
    diagnostics.push(diagnostic('CREDENTIAL_LEFT_OUT', `${String(name)} is no argument of the tool`, pointer));
  const known = { pointer: `${pointer}/x-mcp`, origins, of: `${method} ${path}` };
  const { facts = {}, diagnostics: wrong } = readFacts(raw['x-mcp'] ?? {}, { ...known, schema: toolFactsSchema });
  diagnostics.push(...wrong);
  const fromParameters = parameterFields(path, parameters, lookup, pointer);
  diagnostics.push(...fromParameters.diagnostics);
  const requestBody = resolve(raw.requestBody);
  const { bodyType, ...fromBody } = bodyFields(requestBody, lookup, {
    nullable: method === 'PUT' || method === 'PATCH',
  });
  for (const { key, schema } of [...fromParameters.fields, ...fromBody.fields]) {
    const level = openedBelow(schema);
    if (level !== undefined)
      diagnostics.push(diagnostic('SCHEMA_CUT', `${key} is open below level ${level}: it holds too much`, pointer));
  }
  const search = searchFacts(raw['x-search']);
  const fields = renamed([...fromParameters.fields, ...fromBody.fields], path, facts)
    .filter((field) => !isPaging(field, facts.pagination) && !facts.hide?.includes(field.wire))
    .map((field) => withConstant(field, facts))
    .map((field) =>
      search && field.wire === 'query' && field.in === 'body' ? { ...field, schema: searchQuery(search) } : field,
    );
  // What has to be given stands first.
  fields.sort((a, b) => Number(b.required) - Number(a.required));
  const responses = isRecord(raw.responses) ? raw.responses : {};
  const response = responseOf(responses, lookup, path);
  const wire = {
    query: new Set(
      parameters.filter((parameter) => parameter.in === 'query').map((parameter) => String(parameter.name)),
    ),
    largestPages: largestPages(
      raw,
      parameters.find((parameter) => isPageSize(parameter, facts)),
      lookup,
    ),
    body: schemaIn(requestBody),
    answer:
      response.status === undefined ? undefined : schemaIn(resolve(responses[response.status]), response.mediaType),
  };
  diagnostics.push(...checkFounded(facts, wire, { lookup, ...known }));
  return {
    pointer,
    path,
    method,
    operationId: typeof raw.operationId === 'string' && raw.operationId !== '' ? raw.operationId : undefined,
    tags: stringList(raw.tags),
    summary: typeof raw.summary === 'string' ? raw.summary : '',
    description: typeof raw.description === 'string' ? raw.description : '',
    fields,
    cases: [...fromParameters.cases, ...fromBody.cases],
    bodyType,
    ...response,
    ...(facts.response ? { response: facts.response } : {}),
    isList: facts.pagination !== undefined || response.isList,
    facts,
    search,
  };
}

function isPageSize({ in: place, name }: Json, { pagination }: ToolFacts): boolean {
  return place === 'query' && name === (pagination?.size ?? 'per_page');
}

/** What the client sends itself where it pages, and what would be called as its own arguments are. */
function isPaging({ in: place, wire, key }: Field, pagination: PagingFacts | undefined): boolean {
  if (pagination === undefined || place === 'path' || place === 'header') return false;
  const { in: where = 'query', param, size, next } = pagination;
  if (key === 'limit' || key === 'next_cursor') return true;
  if (param === undefined && size === undefined && next === undefined) return pagingKeys.has(wire);
  if ((place === 'query') !== (where === 'query')) return false;
  const [, holder] = where.split('.');
  const named = [param ?? '', size ?? 'per_page', ...(param === undefined ? pagingKeys : [])];
  return holder === undefined ? named.includes(wire) : wire === holder;
}

/** The largest pages that an operation and its parameter of the size state. */
function largestPages(raw: Json, size: Json | undefined, lookup: Lookup): number[] {
  const schema = isRecord(size?.schema) ? size.schema : {};
  const target = typeof schema.$ref === 'string' ? lookup(schema.$ref) : schema;
  const stated = [raw['x-page-size'], size?.['x-page-size']].map((fact) => (isRecord(fact) ? fact.max : undefined));
  return [...stated, target?.maximum].filter((value) => typeof value === 'number');
}

/** The schema of a body or an answer, of one media type or of the first. */
function schemaIn({ content }: Json, type?: string): Json | undefined {
  if (!isRecord(content)) return undefined;
  const media = type === undefined ? Object.values(content)[0] : content[type];
  return isRecord(media) && isRecord(media.schema) ? media.schema : undefined;
}

function searchFacts(value: unknown): SearchFacts | undefined {
  if (!isRecord(value) || !Array.isArray(value.fields)) return undefined;
  // Written by the import and covered by its tests.
  return value as unknown as SearchFacts;
}
