import type { HttpMethod } from '../../runtime/tool/tool.ts';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import type { Api, Field, Operation, SearchFacts, ToolFacts } from '../ir/ir.ts';
import { isJson, type Json } from '../json/json-schema.ts';
import type { Lookup } from './alternatives.ts';
import { credentialNames, parameterName } from './credentials.ts';
import { openedBelow } from './input-schema.ts';
import { renamed } from './keys.ts';
import { parameterFields } from './parameters.ts';
import { bodyFields } from './request-body.ts';
import { responseOf } from './response.ts';
import { searchQuery } from './search-query.ts';

const methods: readonly HttpMethod[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const pagingKeys = new Set(['page', 'per_page', 'starting_after', 'cursor', 'scroll_param', 'pagination']);

/** A document (bundled, with its overlays applied) as the generator's own view of the API. */
export const normalize = (document: Json, name: string): { api: Api; diagnostics: Diagnostic[] } => {
  const lookup = createLookup(document);
  const diagnostics: Diagnostic[] = [];
  const operations: Operation[] = [];
  const credentials = credentialNames(document, lookup);
  for (const [path, given] of Object.entries(isJson(document.paths) ? document.paths : {})) {
    const item = isJson(given) && typeof given.$ref === 'string' ? { ...lookup(given.$ref), ...given } : given;
    if (!isJson(item)) continue;
    for (const method of methods) {
      const raw = item[method.toLowerCase()];
      if (!isJson(raw)) continue;
      const pointer = `/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}/${method.toLowerCase()}`;
      operations.push(
        operation({ path, method, raw, shared: item.parameters, pointer, lookup, credentials, diagnostics }),
      );
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
  return (place === 'body' || place === 'query') && required && others.length === 0 && typeof value === 'string'
    ? value
    : undefined;
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
  credentials,
  diagnostics,
}: {
  path: string;
  method: HttpMethod;
  raw: Json;
  shared: unknown;
  pointer: string;
  lookup: Lookup;
  credentials: ReadonlySet<string>;
  diagnostics: Diagnostic[];
}): Operation => {
  const resolve = (value: unknown): Json => {
    let json = isJson(value) ? value : {};
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
  // Facts are written by us in overlays and checked by the lint stage.
  const facts = (isJson(raw['x-mcp']) ? raw['x-mcp'] : {}) as ToolFacts;
  const fromParameters = parameterFields(path, parameters, lookup, pointer);
  diagnostics.push(...fromParameters.diagnostics);
  const { bodyType, ...fromBody } = bodyFields(resolve(raw.requestBody), lookup, {
    nullable: method === 'PUT' || method === 'PATCH',
  });
  for (const { key, schema } of [...fromParameters.fields, ...fromBody.fields]) {
    const level = openedBelow(schema);
    if (level !== undefined)
      diagnostics.push(diagnostic('SCHEMA_CUT', `${key} is open below level ${level}: it holds too much`, pointer));
  }
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
