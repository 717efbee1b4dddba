import type { Code } from '../diagnostics/diagnostics.ts';
import type { Field } from '../ir/ir.ts';
import { isRecord, type Json, type JsonSchema } from '../json/json-schema.ts';
import { isJsonType } from '../text/media-type.ts';

/** How a value is written, and what about that is a guess or left out. */
export interface WireStyle extends Pick<Field, 'style' | 'explode' | 'allowReserved'> {
  readonly note?: { readonly code: Code; readonly message: string };
}

/** Where a parameter stands whose value has a style. */
export type StyledPlace = 'path' | 'query' | 'header' | 'cookie';

/** The styles of each place, the default first; `cookie` is of OpenAPI 3.2. */
const stylesOf = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form', 'cookie'],
} as const satisfies Record<StyledPlace, readonly string[]>;

/** A value in an address or a header that has no type is text, and so are the items of such a list. */
export function asText(schema: JsonSchema): JsonSchema {
  const words = schema.description ? { description: schema.description } : {};
  if (schema.type === undefined && schema.enum === undefined && schema.anyOf === undefined)
    return { type: 'string', ...words };
  return schema.type === 'array' ? { ...schema, items: asText(schema.items ?? {}) } : schema;
}

/** How a parameter's value is written by its `content`, `style`, `explode` and `allowReserved` (OpenAPI's tables, RFC 6570). */
export function wireStyle(place: StyledPlace, parameter: Json, schema: JsonSchema): WireStyle {
  if (isRecord(parameter.content)) return contentStyle(parameter.content, schema);
  const [usual, ...others] = stylesOf[place];
  const { style = usual } = parameter;
  const known = [usual, ...others].find((one) => one === style);
  const explode =
    typeof parameter.explode === 'boolean' ? parameter.explode : ['form', 'cookie'].includes(String(style));
  const written = byStyle(place, known ?? usual, { schema, explode: known === undefined ? usual === 'form' : explode });
  const reserved = parameter.allowReserved === true && place === 'query' && written.style !== 'deepObject';
  return {
    ...written,
    ...(reserved && { allowReserved: true as const }),
    ...(known === undefined && {
      note: {
        code: 'STYLE_UNSUPPORTED' as const,
        message: `has the style ${String(style)}, which no parameter in the ${place} has: it is written in the style ${usual}`,
      },
    }),
  };
}

/** A value with a media type is JSON, unless it is a text: descriptions that give such a one the type of JSON mean no quotes. */
function contentStyle(content: Json, schema: JsonSchema): WireStyle {
  if (!isScalar(schema)) return { style: 'json' };
  const [type = ''] = Object.keys(content);
  const isQuoted = schema.type === 'string' && isJsonType(type);
  return isQuoted
    ? { note: { code: 'STYLE_UNDEFINED', message: `is a text as ${type}: it is sent without quotes` } }
    : {};
}

interface Value {
  readonly schema: JsonSchema;
  readonly explode: boolean;
}

function byStyle(place: StyledPlace, style: string, { schema, explode }: Value): WireStyle {
  const exploded = explode ? { explode: true as const } : {};
  switch (style) {
    case 'label':
    case 'matrix':
      return { style, ...exploded, ...(isShallow(schema) ? {} : within('as JSON')) };
    case 'simple':
      if (place === 'header' && isFlat(schema)) return {};
      if (place === 'header' && !isShallow(schema)) return { style: 'json', ...within('as JSON') };
      if (isScalar(schema)) return {};
      return { style, ...(holdsObject(schema) ? exploded : {}), ...(isShallow(schema) ? {} : within('as JSON')) };
    case 'spaceDelimited':
    case 'pipeDelimited':
      if (isScalar(schema)) return {};
      // What explodes has no separator left: each value stands by itself.
      if (explode) return form(place, { schema, explode });
      return isShallow(schema)
        ? { style: style === 'spaceDelimited' ? 'space' : 'pipe' }
        : { style: 'json', ...within('as JSON') };
    case 'deepObject':
      if (isScalar(schema)) return {};
      return { style, ...(holdsList(schema) ? within('with empty brackets behind the names of its lists') : {}) };
    default:
      return form(place, { schema, explode });
  }
}

function form(place: StyledPlace, { schema, explode }: Value): WireStyle {
  if (isScalar(schema)) return {};
  if (!explode) return isShallow(schema) ? { style: 'csv' } : { style: 'json', ...within('as JSON') };
  if (isFlat(schema)) return place === 'cookie' ? within('as cookies of one name') : {};
  if (schema.type === 'array') return { style: 'jsonItems', ...within('as JSON, each item by itself') };
  if (schema.type !== 'object') return { style: 'deepObject', ...within('with its keys in brackets') };
  return { style: 'entries', ...(isShallow(schema) ? {} : within('with what lies deeper in brackets')) };
}

function within(how: string): Required<Pick<WireStyle, 'note'>> {
  return {
    note: { code: 'STYLE_UNDEFINED', message: `holds what OpenAPI leaves open how to write: it is sent ${how}` },
  };
}

/** Whether a value is a scalar or a list of scalars, whatever form it takes. */
function isFlat(schema: JsonSchema): boolean {
  return schema.anyOf
    ? schema.anyOf.every(isFlat)
    : isScalar(schema) || (schema.type === 'array' && schema.items !== undefined && isScalar(schema.items));
}

/** Whether a value is flat, or an object of scalars: what the styles of OpenAPI define. */
function isShallow(schema: JsonSchema): boolean {
  if (schema.anyOf) return schema.anyOf.every(isShallow);
  if (schema.type !== 'object') return isFlat(schema);
  const { properties = {}, additionalProperties: more } = schema;
  return [...Object.values(properties), ...(isRecord(more) ? [more] : [])].every(
    (part) => isScalar(part) || isAny(part),
  );
}

function holdsObject({ type, anyOf }: JsonSchema): boolean {
  return type === 'object' || (anyOf?.some(holdsObject) ?? false);
}

function holdsList({ type, anyOf, properties = {}, additionalProperties: more }: JsonSchema): boolean {
  return (
    type === 'array' ||
    (anyOf?.some(holdsList) ?? false) ||
    Object.values(properties).some(holdsList) ||
    (isRecord(more) && holdsList(more))
  );
}

/** Nothing is said of it: it is taken for text. */
function isAny({ type, enum: values, anyOf }: JsonSchema): boolean {
  return type === undefined && values === undefined && anyOf === undefined;
}

function isScalar({ type, enum: values, anyOf }: JsonSchema): boolean {
  return (
    values !== undefined ||
    (anyOf?.every(isScalar) ?? ['string', 'integer', 'number', 'boolean', 'null'].includes(type ?? ''))
  );
}
