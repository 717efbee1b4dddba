import type { Field, Operation } from '../ir/ir.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { argumentSchema } from './argument-schema.ts';
import { type FlatBody, flattenBody } from './body.ts';
import { encodedField, fileWords, type Note } from './body-encoding.ts';
import type { Nulls } from './schema-context.ts';
import { bodySequence } from './sequences.ts';
import { undeclaredFields } from './undeclared-fields.ts';

/** The arguments that a request body takes, and how they are sent. */
export interface BodyFields extends FlatBody {
  readonly bodyType: Operation['bodyType'];
  /** What is left out of the description, or guessed. */
  readonly notes: readonly Note[];
}

/** No type and subtype of what a header can carry (RFC 9110, 8.3.1). */
const INVALID_TYPE = /^(?![\w!#$&^.+*-]+\/[\w!#$&^.+*-]+(?:\s*;[^\r\n]*)?$)/;

/** The media types that can be sent, the best first. */
const preferences: readonly (readonly [RegExp, Operation['bodyType']])[] = [
  [/^application\/json(?:;|$)/i, 'json'],
  [/^application\/merge-patch\+json(?:;|$)/i, 'json'],
  [/[/+]json\b(?!-seq)/i, 'json'],
  [/^application\/x-www-form-urlencoded\b/i, 'form'],
  [/^multipart\/form-data\b/i, 'multipart'],
  [/^multipart\/related\b/i, 'related'],
  [/^multipart\//i, 'mixed'],
  [/^\*\/\*/i, 'json'],
  // What is no media type says nothing of how it is sent.
  [INVALID_TYPE, 'json'],
  [/^text\//i, 'raw'],
  [/^(?!.*[/+]xml\b)./i, 'raw'],
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
  if (mediaType === undefined || !isRecord(media)) return { fields: [], cases: [], bodyType: 'json', notes: [] };
  const items = isRecord(media.itemSchema) ? { type: 'array', items: media.itemSchema } : {};
  const schema = isRecord(media.schema) ? media.schema : items;
  const { required = areRequired } = requestBody;
  const isRequired = required === true;
  if (bodyType === 'raw')
    return {
      fields: [rawField(schema, lookup, { mediaType, required: isRequired }), ...typeHeader(mediaType)],
      cases: [],
      bodyType,
      notes: [...xmlNotes(mediaType, schema, lookup), ...bodySequence(media, mediaType, bodyType)],
    };
  const flat = flattenBody(schema, lookup, {
    required: isRequired && media.schema !== undefined,
    // Neither an address nor a form has a null.
    ...(bodyType === 'json' ? { nulls } : { isText: true }),
  });
  const undeclared = undeclaredFields(schema, flat, lookup);
  const encoding = isRecord(media.encoding) ? media.encoding : {};
  const encodedFields = [...flat.fields, ...undeclared].map((field) =>
    bodyType === 'json' ? { field, notes: [] } : encodedField(field, { bodyType, schema, encoding, lookup }),
  );
  return {
    ...flat,
    fields: [...encodedFields.map(({ field }) => field), ...(bodyType === 'json' ? typeHeader(mediaType) : [])],
    bodyType,
    notes: [
      ...encodedFields.flatMap(({ notes }) => notes),
      ...subtypeNotes(mediaType, bodyType),
      ...undeclared.map(({ key }) => ({
        code: 'REQUIRED_UNDECLARED' as const,
        message: `the body requires ${JSON.stringify(key)}, which is none of its properties: it may be given, and may be anything`,
      })),
    ],
  };
}

/** XML is written by whoever calls: nothing here makes it of an object. */
function xmlNotes(mediaType: string, schema: Json, lookup: Lookup): Note[] {
  const { type, properties } = argumentSchema(schema, lookup, { key: 'body' });
  return /[/+]xml\b/.test(mediaType) && (type === 'object' || type === 'array' || properties !== undefined)
    ? [{ code: 'XML_AS_TEXT', message: `the body is an object as ${mediaType}: it is given as text` }]
    : [];
}

/** Of the parts of another kind of multipart OpenAPI says nothing but their names. */
function subtypeNotes(mediaType: string, bodyType: Operation['bodyType']): Note[] {
  if (bodyType !== 'mixed') return [];
  const message = `the body is ${mediaType}: it is sent as multipart/mixed, its parts named and in the order of the arguments`;
  return [{ code: 'MULTIPART_GUESSED', message }];
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
  return /^application\/json(?:;|$)|\*/.test(mediaType) || INVALID_TYPE.test(mediaType)
    ? []
    : [{ key: 'content_type', wire: 'Content-Type', in: 'header', required: true, schema: {}, constant: mediaType }];
}

function rawField(
  schema: Json,
  lookup: Lookup,
  { mediaType, required }: { mediaType: string; required: boolean },
): Field {
  const { description } = argumentSchema(schema, lookup, { key: 'body' });
  const isText =
    /^text\/|[/+](?:xml|x?-?yaml|x?-?yml|javascript|graphql|sql|csv|(?:x-)?ndjson|jsonl|json-seq|toml)\b/i.test(
      mediaType,
    );
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
