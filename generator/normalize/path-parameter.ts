import type { Field } from '../ir/ir.ts';
import type { Json, JsonSchema } from '../json/json-schema.ts';
import { singular, snakeCase } from '../text/words.ts';
import { asText, type WireStyle, wireStyle } from './wire-style.ts';

/** The name of a path parameter: `{id}` below `/articles` is `article_id`; any other name stays. */
export function pathKey(path: string, name: string): string {
  if (name !== 'id') return snakeCase(name);
  const before = path.slice(0, path.indexOf('{id}')).split('/').filter(Boolean).at(-1) ?? '';
  const literal = /^\{.*\}$/.test(before) ? '' : singular(snakeCase(before));
  return literal ? `${literal}_id` : 'id';
}

/** What stands in the braces of a path, in their order and once each. */
export function namesIn(text: string): Set<string> {
  return new Set([...text.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name));
}

/** A name without the operators of RFC 6570 and of routers that some paths write into their braces: `{+path}`, `{proxy+}`, `{rest*}`. */
export function plainName(name: string): string {
  return name.replace(/^[+#./;?&*]+/, '').replace(/(?:\*|\+|\.\.\.|:\d+)$/, '') || name;
}

/** A path parameter as an argument, and how it is written. */
export function pathField(
  { key, wire }: Pick<Field, 'key' | 'wire'>,
  declared: Json,
  schema: JsonSchema,
): { field: Field; note: WireStyle['note'] } {
  const own = pathSchema(key, schema);
  const { note, ...style } = wireStyle('path', declared, own);
  const holdsSlashes = style.style === undefined && own.type === 'string' && slashes(key, wire, declared);
  return {
    field: { key, wire, in: 'path', required: true, schema: own, ...style, ...(holdsSlashes || {}) },
    note,
  };
}

/** Descriptions type the same id as a string here and an integer there; in an address both are text. */
function pathSchema(key: string, schema: JsonSchema): JsonSchema {
  const { type, enum: values, anyOf, description } = schema;
  const isId = /(?:^|_)id$/.test(key) && type !== 'array' && type !== 'object';
  if (values === undefined && (isId || type === 'string' || (anyOf && !anyOf.some(({ type: one }) => one === 'array'))))
    return {
      type: 'string',
      ...(description ? { description } : {}),
      ...(isId || !schema.time ? {} : { time: schema.time }),
    };
  return asText(schema);
}

/** Names of things that are paths themselves, or have slashes in their own names. */
const hierarchical =
  /(?:^|_)(?:blob|branch|dir|directory|doi|file|file_?name|file_?path|folder|image|iri|package|path|prefix|ref|topic|uri|url)$|^(?:(?:blob|file|object|s3|storage)_)?key$/;

/**
 * Whether a path parameter may hold slashes: its description or its name says that it is the path of something. In any other
 * value a slash is refused, because a server that decodes too early would find another resource below this one.
 */
function slashes(
  key: string,
  wire: string,
  { allowReserved, schema, example }: Json,
): Pick<Field, 'style' | 'allowReserved'> | false {
  const isReserved = allowReserved === true || /^\+|(?:\+|\*|\.\.\.)$/.test(wire);
  if (isReserved) return { style: 'segments', allowReserved: true };
  const { format, pattern, example: own }: Json = isJson(schema) ? schema : {};
  const says =
    /^(?:uri|uri-reference|url|iri|iri-reference|path|file-?path)$/.test(String(format ?? '')) ||
    (typeof pattern === 'string' && /\//.test(pattern.replace(/\[\^[^\]]*\]/g, ''))) ||
    [example, own].some((value) => typeof value === 'string' && /[^/]\/[^/]/.test(value));
  return says || hierarchical.test(key) ? { style: 'segments' } : false;
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}
