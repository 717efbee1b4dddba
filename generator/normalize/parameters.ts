import { type Diagnostic, diagnostic } from '../diagnostics.ts';
import type { Case, Field } from '../ir.ts';
import { isJson, type Json, type JsonSchema } from '../json-schema.ts';
import { singular, snakeCase } from '../words.ts';
import { alternatives, type Lookup } from './alternatives.ts';
import { flattenBody } from './body.ts';
import { inputSchema } from './input-schema.ts';

/** Headers that the client sets by itself. */
const clientHeaders = new Set(['accept', 'authorization', 'content-type', 'intercom-version', 'user-agent']);

/** The name of a path parameter: `{id}` below `/articles` is `article_id`; any other name stays. */
export const pathKey = (path: string, name: string): string => {
  if (name !== 'id') return snakeCase(name);
  const before = path.slice(0, path.indexOf('{id}')).split('/').filter(Boolean).at(-1) ?? '';
  const literal = /^\{.*\}$/.test(before) ? '' : singular(snakeCase(before));
  return literal ? `${literal}_id` : 'id';
};

/**
 * Path, query and header parameters as fields. A query parameter that is an object in form style is
 * spread into its properties, as it is on the wire.
 */
export const parameterFields = (
  path: string,
  parameters: readonly Json[],
  lookup: Lookup,
  pointer: string,
): { fields: Field[]; cases: Case[]; diagnostics: Diagnostic[] } => {
  const fields: Field[] = [];
  const cases: Case[] = [];
  const diagnostics: Diagnostic[] = [];
  const byName = new Map(parameters.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter]));
  for (const [, wire = ''] of path.matchAll(/\{([^}]+)\}/g)) {
    const declared = byName.get(`path ${wire}`);
    if (!declared)
      diagnostics.push(diagnostic('PATH_PARAMETER_UNDECLARED', `{${wire}} is in the path and not declared`, pointer));
    const key = pathKey(path, wire);
    const schema = declared ? inputSchema(declared.schema, lookup, { key, nullable: false }) : {};
    fields.push({ key, wire, in: 'path', required: true, schema: schema.enum ? schema : text(schema) });
  }
  for (const parameter of byName.values()) {
    const wire = String(parameter.name);
    const key = wire.replace(/\[\]$/, '').replaceAll('[', '.').replaceAll(']', '');
    const required = parameter.required === true;
    if (parameter.in === 'query') {
      const spread = spreadQuery(parameter, lookup);
      if (spread) {
        fields.push(...spread.fields);
        cases.push(...spread.cases);
        continue;
      }
      const content = isJson(parameter.content) ? Object.values(parameter.content).find(isJson) : undefined;
      const declared = inputSchema(content ? content.schema : parameter.schema, lookup, { key, nullable: false });
      const schema = declared.type === 'integer' && /(?:^|_)id$/.test(key) ? text(declared) : declared;
      const style = content ? 'json' : queryStyle(parameter);
      fields.push({ key, wire, in: 'query', required, schema, ...(style ? { style } : {}) });
    } else if (parameter.in === 'header' && !clientHeaders.has(wire.toLowerCase())) {
      const schema = inputSchema(parameter.schema, lookup, { key, nullable: false });
      fields.push({ key: snakeCase(wire), wire, in: 'header', required, schema });
    } else if (parameter.in === 'cookie') {
      diagnostics.push(diagnostic('COOKIE_LEFT_OUT', `the cookie ${wire} is no argument of the tool`, pointer));
    }
  }
  return { fields, cases, diagnostics };
};

/** Descriptions type the same id as a string here and an integer there; in an address both are text. */
const text = ({ description }: JsonSchema): JsonSchema => ({ type: 'string', ...(description ? { description } : {}) });

const spreadQuery = (
  parameter: Json,
  lookup: Lookup,
): { fields: readonly Field[]; cases: readonly Case[] } | undefined => {
  const form = (parameter.style ?? 'form') === 'form' && parameter.explode !== false;
  if (!form || !isJson(parameter.schema)) return undefined;
  if (!alternatives(parameter.schema, lookup).every(({ schema }) => isJson(schema.properties))) return undefined;
  const flat = flattenBody(parameter.schema, lookup, {
    required: parameter.required === true,
    nullable: false,
    place: 'query',
  });
  return flat.fields.every((field) => field.in === 'query') ? flat : undefined;
};

const queryStyle = ({ style, explode }: Json): 'csv' | 'deepObject' | undefined => {
  if (style === 'deepObject') return 'deepObject';
  return explode === false ? 'csv' : undefined;
};
