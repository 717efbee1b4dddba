import type { HttpMethod } from '../../runtime/tool/tool.ts';
import { ALWAYS, parameterName } from '../connection/implied-keys.ts';
import { type ReadConnection, readConnection } from '../connection/read-connection.ts';
import { type Diagnostic, DiagnosticError, diagnostic } from '../diagnostics/diagnostics.ts';
import { type FactOrigins, readFacts } from '../facts/read-facts.ts';
import { type ApiFacts, apiFactsSchema, httpMethods, type ToolFacts, toolFactsSchema } from '../facts/tool-facts.ts';
import type { Api, Field, Operation, SearchFacts } from '../ir/ir.ts';
import { pointerTo } from '../json/json-pointer.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { type Lookup, lookupIn } from '../json/lookup.ts';
import { reasonOf } from '../text/reason-of.ts';
import { acceptOf } from './accept.ts';
import { openedBelow } from './argument-schema.ts';
import { combineCases } from './cases.ts';
import { checkFounded } from './founded.ts';
import { renamed } from './keys.ts';
import { unsaidKeywords } from './left-out.ts';
import { canBeSent, methodsLeftOut } from './methods.ts';
import { isPageSize, isPaging, largestPages } from './paging-fields.ts';
import { parameterFields } from './parameters.ts';
import { bodyFields } from './request-body.ts';
import { responseOf } from './response.ts';
import type { Nulls } from './schema-context.ts';
import { searchQuery } from './search-query.ts';

const methods = Object.values(httpMethods);

/** A document (bundled, with its overlays applied) as the generator's own view of the API; `settings` is what a person has to set. */
export function normalize(
  document: Json,
  name: string,
  origins: FactOrigins = new Map(),
  location?: string,
): { api: Api; diagnostics: Diagnostic[]; settings: readonly Diagnostic[] } {
  const lookup = lookupIn(document);
  const diagnostics: Diagnostic[] = [];
  const operations: Operation[] = [];
  const { facts = {}, diagnostics: wrong } = readFacts(document['x-mcp'] ?? {}, {
    schema: apiFactsSchema,
    pointer: '/x-mcp',
    origins,
    of: 'the document',
  });
  diagnostics.push(...wrong);
  const seen = new Set<Json>();
  const connection = readConnection(document, { name, lookup, location, environment: facts.environment });
  for (const [path, value] of Object.entries(isRecord(document.paths) ? document.paths : {})) {
    const item = isRecord(value) && typeof value.$ref === 'string' ? { ...lookup(value.$ref), ...value } : value;
    if (!isRecord(item)) continue;
    diagnostics.push(...methodsLeftOut(item, path));
    for (const method of methods) {
      const raw = item[method.toLowerCase()];
      if (!isRecord(raw)) continue;
      const pointer = pointerTo(['paths', path, method.toLowerCase()]);
      const part = {
        ...{ path, method, raw, shared: item.parameters, pointer, lookup, connection, origins, diagnostics },
        common: facts,
        seen,
      };
      try {
        if (canBeSent(method, raw.requestBody, { lookup, pointer, diagnostics })) operations.push(operation(part));
      } catch (error) {
        if (error instanceof DiagnosticError) throw error;
        diagnostics.push(
          diagnostic('OPERATION_LEFT_OUT', `${method} ${path} has no tool: ${reasonOf(error)}`, pointer),
        );
      }
    }
  }
  const info = isRecord(document.info) ? document.info : {};
  const api: Api = {
    name,
    version: String(info.version ?? ''),
    operations,
    connection: connection.connection,
    connectionOrigins: connection.origins,
    document,
    words: facts.fields ?? {},
    names: facts.names ?? {},
    noise: facts.noise ?? [],
    rare: facts.rare ?? [],
    groups: facts.groups ?? {},
  };
  return { api, diagnostics: oncePerGuess(diagnostics), settings: connection.diagnostics };
}

/** A guess about a parameter that many operations share is told once. */
function oncePerGuess(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const told = new Set<string>();
  return diagnostics.filter(({ code, message }) => {
    if (code !== 'STYLE_UNDEFINED') return true;
    const isNew = !told.has(message);
    told.add(message);
    return isNew;
  });
}

/** Updates clear by null; a create that is given one leaves out what it is given for. */
function nullsOf(method: HttpMethod, { nulls }: ApiFacts): Nulls {
  const isUpdate = method === 'PUT' || method === 'PATCH';
  if (nulls === 'updates') return isUpdate ? 'top' : 'refused';
  return isUpdate ? 'shown' : 'taken';
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
  connection,
  origins,
  diagnostics,
  common,
  seen,
}: {
  path: string;
  method: HttpMethod;
  raw: Json;
  shared: unknown;
  pointer: string;
  lookup: Lookup;
  connection: ReadConnection;
  origins: FactOrigins;
  diagnostics: Diagnostic[];
  /** What is known of all operations. */
  common: ApiFacts;
  /** Schemas of requests that were told of already. */
  seen: Set<Json>;
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
  const isCredential = (parameter: Json): boolean => {
    const place = parameterName(parameter);
    return ALWAYS.has(place) || connection.places.has(place);
  };
  const parameters = declared.filter((parameter) => !isCredential(parameter));
  for (const { name } of declared.filter(isCredential))
    diagnostics.push(diagnostic('CREDENTIAL_LEFT_OUT', `${String(name)} is no argument of the tool`, pointer));
  const known = { pointer: `${pointer}/x-mcp`, origins, of: `${method} ${path}` };
  const { facts = {}, diagnostics: wrong } = readFacts(raw['x-mcp'] ?? {}, { ...known, schema: toolFactsSchema });
  diagnostics.push(...wrong);
  const fromParameters = parameterFields(path, parameters, lookup, pointer);
  diagnostics.push(...fromParameters.diagnostics);
  const requestBody = method === 'GET' ? {} : resolve(raw.requestBody);
  const { bodyType, notes, isOmitted, extra, ...fromBody } = bodyFields(requestBody, lookup, {
    nulls: nullsOf(method, common),
    areRequired: common.bodies === 'required',
  });
  diagnostics.push(...notes.map(({ code, message }) => diagnostic(code, message, pointer)));
  for (const { key, schema } of [...fromParameters.fields, ...fromBody.fields]) {
    const level = openedBelow(schema);
    if (level !== undefined)
      diagnostics.push(diagnostic('SCHEMA_CUT', `${key} is open below level ${level}: it holds too much`, pointer));
  }
  const unsaid = unsaidKeywords([...parameters.map(({ schema }) => schema), schemaIn(requestBody)], lookup, seen);
  if (unsaid.length > 0)
    diagnostics.push(diagnostic('KEYWORD_LEFT_OUT', `${unsaid.join(' and ')} are left to the API to check`, pointer));
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
  const isLookUp = fields.some(({ in: place, required }) => place === 'query' && required);
  const response = responseOf(responses, lookup, { path, isLookUp });
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
    cases: combineCases([fromBody.cases, fromParameters.cases]),
    ...(extra !== undefined && { extra }),
    ...(isOmitted && { isBodyOmitted: true as const }),
    bodyType,
    ...response,
    ...(facts.response ? { response: facts.response } : {}),
    accept: acceptOf(responses, lookup, { ...response, ...(facts.response && { response: facts.response }) }),
    isList: facts.pagination !== undefined || response.isList,
    facts,
    search,
    server: connection.servers.get(pointer),
    security: connection.security.get(pointer),
  };
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
