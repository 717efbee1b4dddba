import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import type { Case, Field } from '../ir/ir.ts';
import { isRecord, type Json, type JsonSchema } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { snakeCase } from '../text/words.ts';
import { alternatives } from './alternatives.ts';
import { argumentSchema } from './argument-schema.ts';
import { flattenBody } from './body.ts';
import { combineCases } from './cases.ts';
import { namesIn, pathField, pathKey, plainName } from './path-parameter.ts';
import { queryStringFields } from './query-string.ts';
import { asText, type StyledPlace, type WireStyle, wireStyle } from './wire-style.ts';

/** Headers that the client, or what sends for it, sets by itself. */
const clientHeaders = new Set(
  'accept authorization connection content-length content-type cookie host intercom-version transfer-encoding user-agent'.split(
    ' ',
  ),
);

/** Whether the client sets a header by itself, so that it is no argument. */
export function isClientHeader(name: string): boolean {
  return clientHeaders.has(name.toLowerCase());
}

/** A name that a header may have (RFC 9110, 5.1). */
const headerName = /^[\w!#$%&'*+.^`|~-]+$/;

/** Names of cookies that say who calls: a model is never asked for one, whether a security scheme names them or not. */
const sessionCookie = /(?:^|[_.-])(?:sid|sess|session(?:[_.-]?id)?|auth|jwt|token|csrf|xsrf|[a-z]*sessid|jsessionid)$/i;

/** Arguments that parameters become, and what is left out or guessed. */
export interface ParameterFields {
  readonly fields: Field[];
  readonly cases: readonly Case[];
  readonly diagnostics: Diagnostic[];
}

/**
 * Path, query, header and cookie parameters as fields. A query parameter that is an object in form style is spread into its
 * properties, as it is on the wire.
 */
export function parameterFields(
  path: string,
  parameters: readonly Json[],
  lookup: Lookup,
  pointer: string,
): ParameterFields {
  const fields: Field[] = [];
  const cases: (readonly Case[])[] = [];
  const diagnostics: Diagnostic[] = [];
  const tell = (wire: string, note: WireStyle['note']): void => {
    if (note) diagnostics.push(diagnostic(note.code, `${wire} ${note.message}`, pointer));
  };
  const byName = new Map(
    parameters.filter(({ name }) => name).map((parameter) => [`${parameter.in} ${parameter.name}`, parameter]),
  );
  const schemaOf = (parameter: Json | undefined, key: string): JsonSchema => {
    const content = isRecord(parameter?.content) ? Object.values(parameter.content).find(isRecord) : undefined;
    const schema = content ? content.schema : parameter?.schema;
    const words = typeof parameter?.description === 'string' ? { description: parameter.description } : {};
    return argumentSchema({ ...(isRecord(schema) ? schema : {}), ...words }, lookup, { key, isText: !content });
  };
  const { segments, query } = splitPath(path);
  const inPath = namesIn(path);
  const isInPath = (name: string): boolean => inPath.has(name) || [...inPath].some((one) => plainName(one) === name);
  for (const wire of namesIn(segments)) {
    const name = byName.has(`path ${wire}`) ? wire : plainName(wire);
    const declared = byName.get(`path ${name}`);
    if (!declared)
      diagnostics.push(diagnostic('PATH_PARAMETER_UNDECLARED', `{${wire}} is in the path and not declared`, pointer));
    const key = pathKey(path, name);
    const { field, note } = pathField({ key, wire }, resolved(declared, lookup), schemaOf(declared, key));
    tell(wire, note);
    fields.push(field);
  }
  for (const [wire, value] of query) {
    const [inside] = namesIn(value);
    const schema = inside === undefined ? {} : asText(schemaOf(byName.get(`path ${inside}`), inside));
    if (!byName.has(`query ${wire}`))
      fields.push({ key: wire, wire, in: 'query', required: true, schema, ...(inside ? {} : { constant: value }) });
  }
  const add = (place: Exclude<StyledPlace, 'path'>, parameter: Json, field: Omit<Field, 'in'>): void => {
    // What is written as JSON or in brackets may be anything; a plain value has to be one that an address can carry.
    const isOpen = parameter.content !== undefined || parameter.style === 'deepObject';
    const schema = isOpen && place === 'query' ? field.schema : asText(field.schema);
    const { note, ...style } = wireStyle(place, parameter, schema);
    tell(field.wire, note);
    fields.push({ ...field, in: place, schema, ...style });
  };
  const leftOut = (message: string): void => {
    diagnostics.push(diagnostic('VALUE_MALFORMED', `${message}: it is left out`, pointer));
  };
  const wholeQuery = [...byName.values()].find((parameter) => parameter.in === 'querystring');
  for (const parameter of byName.values()) {
    const wire = String(parameter.name);
    const key = wire.replace(/\[\]$/, '').replaceAll('[', '.').replaceAll(']', '');
    const required = parameter.required === true;
    if (parameter.in === 'query') {
      const spread = spreadQuery(parameter, lookup);
      if (spread) {
        const { allowReserved } = parameter;
        for (const { in: _, ...field } of spread.fields) add('query', { allowReserved }, field);
        cases.push(spread.cases);
        continue;
      }
      const declared = schemaOf(parameter, key);
      const isId = declared.type === 'integer' && /(?:^|_)id$/.test(key);
      add('query', parameter, { key, wire, required, schema: isId ? text(declared) : declared });
    } else if (parameter.in === 'querystring' && parameter !== wholeQuery) {
      leftOut(`${wire} is the whole query, as ${String(wholeQuery?.name)} is`);
    } else if (parameter.in === 'querystring') {
      const whole = queryStringFields(parameter, lookup);
      fields.push(...whole.fields);
      cases.push(whole.cases);
      diagnostics.push(...whole.notes.map(({ code, message }) => diagnostic(code, message, pointer)));
    } else if (parameter.in === 'path' && !isInPath(wire)) {
      leftOut(`${wire} is declared in the path, which has no {${wire}}`);
    } else if (parameter.in === 'header' && !headerName.test(wire)) {
      leftOut(`${JSON.stringify(wire)} is no name of a header`);
    } else if (parameter.in === 'header' && !isClientHeader(wire)) {
      add('header', parameter, { key: snakeCase(wire), wire, required, schema: schemaOf(parameter, key) });
    } else if (parameter.in === 'cookie' && sessionCookie.test(wire)) {
      diagnostics.push(diagnostic('COOKIE_LEFT_OUT', `the cookie ${wire} is no argument of the tool`, pointer));
    } else if (parameter.in === 'cookie') {
      add('cookie', parameter, { key: snakeCase(wire) || key, wire, required, schema: schemaOf(parameter, key) });
    }
  }
  // Objects that are spread may share a property: on the wire it is one.
  const places = new Map(fields.toReversed().map((field) => [`${field.in} ${field.wire}`, field]));
  return {
    fields: fields.filter((field) => places.get(`${field.in} ${field.wire}`) === field),
    cases: combineCases(cases),
    diagnostics,
  };
}

function text({ description }: JsonSchema): JsonSchema {
  return { type: 'string', ...(description ? { description } : {}) };
}

/** A parameter with what its schema refers to in its place, as far as it says how the value looks. */
function resolved(parameter: Json = {}, lookup: Lookup): Json {
  const { schema } = parameter;
  return isRecord(schema) && typeof schema.$ref === 'string'
    ? { ...parameter, schema: { ...lookup(schema.$ref), ...schema } }
    : parameter;
}

/** A path as OpenAPI forbids it and descriptions have it: `/files?type={type}` has a query, and `#…` only tells paths apart. */
export function splitPath(path: string): { segments: string; query: readonly (readonly [string, string])[] } {
  const [segments = '', query = ''] = (path.split('#')[0] ?? '').split('?', 2);
  return { segments: segments || '/', query: [...new URLSearchParams(query)] };
}

/** Whether a query parameter is an object in form style, whose properties stand in the query by their own names. */
export function isSpread({ style = 'form', explode, schema }: Json, lookup: Lookup): boolean {
  if (style !== 'form' || explode === false || !isRecord(schema)) return false;
  return alternatives(schema, lookup).every((form) => isRecord(form.schema.properties));
}

function spreadQuery(
  parameter: Json,
  lookup: Lookup,
): { fields: readonly Field[]; cases: readonly Case[] } | undefined {
  if (!isRecord(parameter.schema) || !isSpread(parameter, lookup)) return undefined;
  const flat = flattenBody(parameter.schema, lookup, {
    required: parameter.required === true,
    isText: true,
    place: 'query',
  });
  return flat.fields.every((field) => field.in === 'query') ? flat : undefined;
}
