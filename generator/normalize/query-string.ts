import type { Case, Field } from '../ir/ir.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { isJsonType } from '../text/media-type.ts';
import { snakeCase } from '../text/words.ts';
import { argumentSchema } from './argument-schema.ts';
import type { Note } from './body-encoding.ts';
import { bodyFields } from './request-body.ts';

const FORM = 'application/x-www-form-urlencoded';

/** The arguments that a query as a whole takes. */
export interface QueryStringFields {
  readonly fields: readonly Field[];
  readonly cases: readonly Case[];
  readonly notes: readonly Note[];
}

/**
 * A parameter that is the whole query (`in: querystring` of OpenAPI 3.2): of a form each property is a parameter, as in a body;
 * anything else is one text, or JSON.
 */
export function queryStringFields(parameter: Json, lookup: Lookup): QueryStringFields {
  const { name, description, required, schema: own } = parameter;
  const declared = isRecord(parameter.content) ? Object.entries(parameter.content)[0] : undefined;
  const [mediaType, media] = declared ?? [FORM, { schema: own }];
  if (/^application\/x-www-form-urlencoded\b/i.test(mediaType)) {
    const form = { content: { [mediaType]: media }, required: required === true };
    const { fields, cases, notes } = bodyFields(form, lookup, { nulls: 'refused', areRequired: false });
    const told = notes.map(({ code, message }) => ({ code, message: message.replace('the body', 'the query') }));
    return { fields: fields.map(inQuery), cases, notes: told };
  }
  const schema = isRecord(media) && isRecord(media.schema) ? media.schema : {};
  const words = typeof description === 'string' ? { description } : {};
  const wire = String(name);
  const key = snakeCase(wire) || 'querystring';
  const value = argumentSchema({ ...schema, ...words }, lookup, { key });
  const isJson = isJsonType(mediaType);
  const isText = !isJson && (value.type === 'string' || value.type === undefined);
  const field: Field = {
    ...{ key, wire, in: 'querystring', required: required === true },
    ...(isText ? { schema: { ...value, type: 'string' } } : { schema: value, style: 'json' }),
  };
  const message = `is the query as ${mediaType}: it is sent as JSON`;
  return {
    fields: [field],
    cases: [],
    notes: isJson || isText ? [] : [{ code: 'STYLE_UNDEFINED', message: `${wire} ${message}` }],
  };
}

/** A form that is no object has no names but those of the object that is given. */
function inQuery(field: Field): Field {
  return { ...field, in: 'query', ...(field.in === 'whole-body' && { style: 'entries' as const }) };
}
