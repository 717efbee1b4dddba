import type { Field, Operation } from '../ir/ir.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { alternatives } from './alternatives.ts';
import { argumentSchema } from './argument-schema.ts';
import { type FlatBody, flattenBody } from './body.ts';
import type { Nulls } from './schema-context.ts';

/** The arguments that a request body takes, and how they are sent. */
export interface BodyFields extends FlatBody {
  readonly bodyType: Operation['bodyType'];
}

/** How a model gives a file. */
const fileWords = 'Text, or bytes as data:<type>;base64,…';

/** The media types that can be sent, the best first. */
const preferences: readonly (readonly [RegExp, Operation['bodyType']])[] = [
  [/^application\/json(?:;|$)/, 'json'],
  [/^application\/merge-patch\+json(?:;|$)/, 'json'],
  [/[/+]json\b/, 'json'],
  [/^application\/x-www-form-urlencoded\b/, 'form'],
  [/^multipart\//, 'multipart'],
  [/^\*\/\*/, 'json'],
  [/^text\//, 'raw'],
  [/./, 'raw'],
];

/** How the bodies of an operation are read. */
export interface BodyOptions {
  /** What becomes of null in a JSON body, where leaving a value out is possible too. */
  readonly nulls: Nulls;
  /** True where a body is needed that does not say whether it is. */
  readonly areRequired: boolean;
}

/** The body of an operation as arguments: the fields of JSON or of a form, the parts of an upload, or one text or file. */
export function bodyFields(requestBody: Json, lookup: Lookup, { nulls, areRequired }: BodyOptions): BodyFields {
  const content = isRecord(requestBody.content) ? requestBody.content : {};
  const [mediaType, bodyType] = chooseType(Object.keys(content));
  const media = mediaType === undefined ? undefined : content[mediaType];
  if (mediaType === undefined || !isRecord(media)) return { fields: [], cases: [], bodyType: 'json' };
  const schema = isRecord(media.schema) ? media.schema : {};
  const { required = areRequired } = requestBody;
  const isRequired = required === true;
  if (bodyType === 'raw')
    return {
      fields: [rawField(schema, lookup, { mediaType, required: isRequired }), ...typeHeader(mediaType)],
      cases: [],
      bodyType,
    };
  const flat = flattenBody(schema, lookup, {
    required: isRequired && media.schema !== undefined,
    // Neither an address nor a form has a null.
    ...(bodyType === 'json' ? { nulls } : { isText: true }),
  });
  const encoding = isRecord(media.encoding) ? media.encoding : {};
  const fields = flat.fields.map((field) => withStyle(field, { bodyType, schema, encoding, lookup }));
  return { ...flat, fields: [...fields, ...(bodyType === 'json' ? typeHeader(mediaType) : [])], bodyType };
}

/** The media type of a body that is sent, of those that it may have, and how; undefined where it has none. */
export function chooseType(types: readonly string[]): readonly [string | undefined, Operation['bodyType']] {
  for (const [pattern, bodyType] of preferences) {
    const type = types.find((one) => pattern.test(one));
    if (type !== undefined) return [type, bodyType];
  }
  return [undefined, 'json'];
}

/** The header that tells a media type which the client would not send by itself. */
function typeHeader(mediaType: string): Field[] {
  return /^application\/json(?:;|$)|\*/.test(mediaType)
    ? []
    : [{ key: 'content_type', wire: 'Content-Type', in: 'header', required: true, schema: {}, constant: mediaType }];
}

function rawField(
  schema: Json,
  lookup: Lookup,
  { mediaType, required }: { mediaType: string; required: boolean },
): Field {
  const { description } = argumentSchema(schema, lookup, { key: 'body' });
  const isText = /^text\/|[/+](?:xml|yaml|javascript|graphql)\b/.test(mediaType);
  const words = [description, isText ? `Content as ${mediaType}` : fileWords].filter(Boolean).join(' ');
  const field: Field = {
    key: 'body',
    wire: 'body',
    in: 'whole-body',
    required,
    schema: { type: 'string', description: words },
  };
  return isText ? field : { ...field, style: 'file' };
}

function withStyle(
  field: Field,
  {
    bodyType,
    schema,
    encoding,
    lookup,
  }: { bodyType: Operation['bodyType']; schema: Json; encoding: Json; lookup: Lookup },
): Field {
  const own = encoding[field.wire];
  if (bodyType === 'form' && isRecord(own) && own.style === 'deepObject') return { ...field, style: 'deepObject' };
  if (
    bodyType !== 'multipart' ||
    !alternatives(schema, lookup).some((form) => isUpload(form.schema, field.wire, lookup))
  )
    return field;
  const description = [field.schema.description, fileWords].filter(Boolean).join(' ');
  const isList = field.schema.type === 'array';
  return {
    ...field,
    style: 'file',
    schema: isList ? { type: 'array', items: { type: 'string' }, description } : { type: 'string', description },
  };
}

function isUpload({ properties }: Json, key: string, lookup: Lookup): boolean {
  const property = isRecord(properties) ? properties[key] : undefined;
  return isRecord(property) && alternatives(property, lookup).some(({ schema }) => isBinary(schema, lookup));
}

/** Bytes by OpenAPI 3.0 (`format: binary`) or 3.1 (`contentMediaType` without an encoding), or a list of them. */
function isBinary(schema: Json, lookup: Lookup): boolean {
  return (
    schema.format === 'binary' ||
    (schema.contentMediaType !== undefined && schema.contentEncoding === undefined) ||
    (isRecord(schema.items) && alternatives(schema.items, lookup).some((item) => isBinary(item.schema, lookup)))
  );
}
