import type { HttpMethod } from '../../runtime/tool.ts';
import type { Diagnostic } from '../diagnostics.ts';
import type { Api, Field, Operation, SearchFacts, ToolFacts } from '../ir.ts';
import { isJson, type Json } from '../json-schema.ts';
import { singular, snakeCase } from '../words.ts';
import type { Lookup } from './alternatives.ts';
import { flattenBody } from './body.ts';
import { parameterFields } from './parameters.ts';
import { responseOf } from './response.ts';
import { searchQuery } from './search-query.ts';

const methods: readonly HttpMethod[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const pagingKeys = new Set(['page', 'per_page', 'starting_after', 'cursor', 'scroll_param', 'pagination']);

/** A document (bundled, with its overlays applied) as the generator's own view of the API. */
export const normalize = (document: Json, name: string): { api: Api; diagnostics: Diagnostic[] } => {
  const lookup = createLookup(document);
  const diagnostics: Diagnostic[] = [];
  const operations: Operation[] = [];
  for (const [path, item] of Object.entries(isJson(document.paths) ? document.paths : {})) {
    if (!isJson(item)) continue;
    for (const method of methods) {
      const raw = item[method.toLowerCase()];
      if (!isJson(raw)) continue;
      const pointer = `/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}/${method.toLowerCase()}`;
      operations.push(operation({ path, method, raw, shared: item.parameters, pointer, lookup, diagnostics }));
    }
  }
  const extension = isJson(document['x-mcp']) ? document['x-mcp'] : {};
  const info = isJson(document.info) ? document.info : {};
  const api: Api = {
    name,
    version: String(info.version ?? ''),
    operations,
    document,
    words: stringMap(extension.fields),
    groups: isJson(extension.groups)
      ? Object.fromEntries(Object.entries(extension.groups).map(([group, tags]) => [group, stringList(tags)]))
      : {},
  };
  return { api, diagnostics };
};

/** Looks up `#/…` pointers in a document. */
export const createLookup =
  (document: Json): Lookup =>
  (ref) => {
    if (!ref.startsWith('#/')) return undefined;
    let here: unknown = document;
    for (const part of ref.slice(2).split('/')) {
      const key = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
      if (Array.isArray(here)) here = here[Number(key)];
      else here = isJson(here) && Object.hasOwn(here, key) ? here[key] : undefined;
    }
    return isJson(here) ? here : undefined;
  };

const withConstant = (field: Field, { constants }: ToolFacts): Field => {
  const constant =
    field.in !== 'path' && constants && Object.hasOwn(constants, field.wire) ? constants[field.wire] : onlyValue(field);
  return constant === undefined ? field : { ...field, constant };
};

/** What is required and has one value only is nothing that a model should have to fill in. */
const onlyValue = ({ in: place, required, schema }: Field): string | undefined => {
  const [value, ...others] = schema.enum ?? [];
  return place === 'body' && required && others.length === 0 && typeof value === 'string' ? value : undefined;
};

const stringList = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];

const stringMap = (value: unknown): Record<string, string> =>
  isJson(value) ? Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text ?? '')])) : {};

const operation = ({
  path,
  method,
  raw,
  shared,
  pointer,
  lookup,
  diagnostics,
}: {
  path: string;
  method: HttpMethod;
  raw: Json;
  shared: unknown;
  pointer: string;
  lookup: Lookup;
  diagnostics: Diagnostic[];
}): Operation => {
  const resolve = (value: unknown): Json => {
    const json = isJson(value) ? value : {};
    return typeof json.$ref === 'string' ? { ...lookup(json.$ref) } : json;
  };
  const parameters = [
    ...(Array.isArray(shared) ? shared : []),
    ...(Array.isArray(raw.parameters) ? raw.parameters : []),
  ].map(resolve);
  // Facts are written by us in overlays and checked by the lint stage.
  const facts = (isJson(raw['x-mcp']) ? raw['x-mcp'] : {}) as ToolFacts;
  const fromParameters = parameterFields(path, parameters, lookup, pointer);
  diagnostics.push(...fromParameters.diagnostics);
  const { body, bodyType } = bodyOf(resolve(raw.requestBody));
  const fromBody = body
    ? flattenBody(body.schema, lookup, { required: body.required, nullable: method === 'PUT' || method === 'PATCH' })
    : { fields: [], cases: [] };
  const search = searchFacts(raw['x-search']);
  const fields = renamed([...fromParameters.fields, ...fromBody.fields], path, facts)
    .filter(({ wire }) => !(facts.pagination && pagingKeys.has(wire)) && !facts.hide?.includes(wire))
    .map((field) => withConstant(field, facts))
    .map((field) =>
      search && field.wire === 'query' && field.in === 'body' ? { ...field, schema: searchQuery(search) } : field,
    );
  // What has to be given stands first.
  fields.sort((a, b) => Number(b.required) - Number(a.required));
  const response = responseOf(isJson(raw.responses) ? raw.responses : {}, lookup);
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
};

const searchFacts = (value: unknown): SearchFacts | undefined => {
  if (!isJson(value) || !Array.isArray(value.fields)) return undefined;
  // Written by the import and covered by its tests.
  return value as unknown as SearchFacts;
};

const bodyOf = (
  requestBody: Json,
): { body: { schema: Json; required: boolean } | undefined; bodyType: Operation['bodyType'] } => {
  const content = isJson(requestBody.content) ? requestBody.content : {};
  const types = Object.keys(content);
  const find = (pattern: RegExp): string | undefined => types.find((type) => pattern.test(type));
  const json = find(/[/+]json\b/);
  const form = find(/x-www-form-urlencoded/);
  const type = json ?? form ?? types[0];
  const media = type === undefined ? undefined : content[type];
  if (!isJson(media) || !isJson(media.schema)) return { body: undefined, bodyType: 'json' };
  const bodyType = type === json ? 'json' : type === form ? 'form' : 'multipart';
  // Intercom leaves `required` out on most bodies, also where the schema has required properties.
  return { body: { schema: media.schema, required: requestBody.required !== false }, bodyType };
};

/** Every argument by the name that the model sees, unique within the tool. */
const renamed = (fields: readonly Field[], path: string, facts: ToolFacts): Field[] => {
  const taken = new Set<string>();
  const segments = path.split('/').filter((segment) => segment !== '' && !segment.startsWith('{'));
  const subject = singular(snakeCase(segments.at(-1) ?? ''));
  const hasPath = fields.some((field) => field.in === 'path');
  return fields.map((field) => {
    const other = field.in === 'body' && field.wire === 'id' && hasPath ? `${subject}_id` : undefined;
    const wanted = facts.rename?.[field.wire] ?? other ?? field.key.replace(/[^a-zA-Z0-9_.-]/g, '_').slice(0, 64);
    let key = wanted;
    for (let count = 1; taken.has(key); count += 1)
      key = `${field.in === 'whole-body' ? 'body' : field.in}_${wanted}${count > 1 ? count : ''}`;
    taken.add(key);
    return { ...field, key };
  });
};
