import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import type { Case, Field } from '../ir/ir.ts';
import { isRecord, type Json, type JsonSchema } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { singular, snakeCase } from '../text/words.ts';
import { alternatives } from './alternatives.ts';
import { argumentSchema } from './argument-schema.ts';
import { flattenBody } from './body.ts';
import { combineCases } from './cases.ts';
import { asText, isFlat, queryStyle } from './wire-style.ts';

/** Headers that the client sets by itself. */
const clientHeaders = new Set(['accept', 'authorization', 'content-type', 'intercom-version', 'user-agent']);

/** Whether the client sets a header by itself, so that it is no argument. */
export function isClientHeader(name: string): boolean {
  return clientHeaders.has(name.toLowerCase());
}

/** The name of a path parameter: `{id}` below `/articles` is `article_id`; any other name stays. */
export function pathKey(path: string, name: string): string {
  if (name !== 'id') return snakeCase(name);
  const before = path.slice(0, path.indexOf('{id}')).split('/').filter(Boolean).at(-1) ?? '';
  const literal = /^\{.*\}$/.test(before) ? '' : singular(snakeCase(before));
  return literal ? `${literal}_id` : 'id';
}

/**
 * Path, query and header parameters as fields. A query parameter that is an object in form style is
 * spread into its properties, as it is on the wire.
 */
export function parameterFields(
  path: string,
  parameters: readonly Json[],
  lookup: Lookup,
  pointer: string,
): { fields: Field[]; cases: readonly Case[]; diagnostics: Diagnostic[] } {
  const fields: Field[] = [];
  const cases: (readonly Case[])[] = [];
  const diagnostics: Diagnostic[] = [];
  const byName = new Map(
    parameters.filter(({ name }) => name).map((parameter) => [`${parameter.in} ${parameter.name}`, parameter]),
  );
  const schemaOf = (parameter: Json | undefined, key: string): JsonSchema => {
    const content = isRecord(parameter?.content) ? Object.values(parameter.content).find(isRecord) : undefined;
    const schema = content ? content.schema : parameter?.schema;
    const words = typeof parameter?.description === 'string' ? { description: parameter.description } : {};
    return argumentSchema({ ...(isRecord(schema) ? schema : {}), ...words }, lookup, { key, isText: true });
  };
  const { segments, query } = splitPath(path);
  for (const wire of namesIn(segments)) {
    const declared = byName.get(`path ${wire}`);
    if (!declared)
      diagnostics.push(diagnostic('PATH_PARAMETER_UNDECLARED', `{${wire}} is in the path and not declared`, pointer));
    const key = pathKey(path, wire);
    const schema = schemaOf(declared, key);
    fields.push({ key, wire, in: 'path', required: true, schema: schema.enum ? schema : text(schema) });
  }
  for (const [wire, value] of query) {
    const [inside] = namesIn(value);
    const schema = inside === undefined ? {} : asText(schemaOf(byName.get(`path ${inside}`), inside));
    if (!byName.has(`query ${wire}`))
      fields.push({ key: wire, wire, in: 'query', required: true, schema, ...(inside ? {} : { constant: value }) });
  }
  for (const parameter of byName.values()) {
    const wire = String(parameter.name);
    const key = wire.replace(/\[\]$/, '').replaceAll('[', '.').replaceAll(']', '');
    const required = parameter.required === true;
    if (parameter.in === 'query') {
      const spread = spreadQuery(parameter, lookup);
      if (spread) {
        fields.push(...spread.fields.map((field) => withQueryStyle(field, {})));
        cases.push(spread.cases);
        continue;
      }
      const declared = schemaOf(parameter, key);
      const schema = declared.type === 'integer' && /(?:^|_)id$/.test(key) ? text(declared) : declared;
      fields.push(withQueryStyle({ key, wire, in: 'query', required, schema }, parameter));
    } else if (parameter.in === 'header' && !isClientHeader(wire)) {
      const schema = asText(schemaOf(parameter, key));
      const style = isFlat(schema) ? {} : { style: 'json' as const };
      fields.push({ key: snakeCase(wire), wire, in: 'header', required, schema, ...style });
    } else if (parameter.in === 'cookie') {
      diagnostics.push(diagnostic('COOKIE_LEFT_OUT', `the cookie ${wire} is no argument of the tool`, pointer));
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

/** Descriptions type the same id as a string here and an integer there; in an address both are text. */
function text({ description }: JsonSchema): JsonSchema {
  return { type: 'string', ...(description ? { description } : {}) };
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

function withQueryStyle(field: Field, parameter: Json): Field {
  // What is written as JSON or in brackets may be anything; a plain value has to be one that an address can carry.
  const style = queryStyle(
    parameter,
    parameter.content || parameter.style === 'deepObject' ? field.schema : asText(field.schema),
  );
  if (style === 'csv' || style === 'space' || style === 'pipe')
    return { ...field, style, schema: asText(field.schema) };
  if (style) return { ...field, style };
  return { ...field, schema: asText(field.schema) };
}

function namesIn(text: string): Set<string> {
  return new Set([...text.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name));
}
