import type { Code } from '../diagnostics/diagnostics.ts';
import type { Field, Operation } from '../ir/ir.ts';
import { isRecord, type Json, type JsonSchema } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { joinSentences } from '../text/join-sentences.ts';
import { alternatives } from './alternatives.ts';
import { wireStyle } from './wire-style.ts';

/** What is left out of a body's description, or guessed. */
export interface Note {
  readonly code: Code;
  readonly message: string;
}

/** How a model gives a file. */
export const fileWords = 'Text, or bytes as data:<type>;base64,…';

interface Encoding {
  readonly bodyType: Exclude<Operation['bodyType'], 'json' | 'raw'>;
  readonly schema: Json;
  readonly encoding: Json;
  readonly lookup: Lookup;
}

/** A field of a form or of a multipart body, and how it is written by the body's `encoding` (OpenAPI's Encoding Object). */
export function encodedField(
  field: Field,
  { bodyType, schema, encoding, lookup }: Encoding,
): { field: Field; notes: readonly Note[] } {
  if (field.in === 'whole-body') return wholeField(field, { bodyType, schema, lookup });
  const entry = Object.hasOwn(encoding, field.wire) ? encoding[field.wire] : undefined;
  const own = isRecord(entry) ? entry : {};
  if (bodyType === 'form') return formField(field, own);
  const isFile = alternatives(schema, lookup).some((form) => isUpload(form.schema, field.wire, lookup));
  return { field: isFile ? fileField(field, own) : partField(field, own), notes: partNotes(field, own) };
}

/** A form that is no object has no names for its fields: a file is called `file`, anything else has to be an object. */
function wholeField(
  field: Field,
  { bodyType, schema, lookup }: Omit<Encoding, 'encoding'>,
): { field: Field; notes: readonly Note[] } {
  const { type, anyOf } = field.schema;
  if (isObject(field.schema) || (type === undefined && anyOf === undefined)) return { field, notes: [] };
  const isFile = bodyType !== 'form' && alternatives(schema, lookup).some((form) => isBinary(form.schema, lookup));
  const message = isFile
    ? 'the body has no fields: it is sent as the part file'
    : 'the body has no fields: it takes an object';
  const notes: Note[] = [{ code: 'FORM_WITHOUT_FIELDS', message }];
  if (isFile) return { field: fileField({ ...field, key: 'file', wire: 'file', in: 'body' }, {}), notes };
  const { description } = field.schema;
  return { field: { ...field, schema: { type: 'object', ...(description ? { description } : {}) } }, notes };
}

function formField(field: Field, own: Json): { field: Field; notes: readonly Note[] } {
  const { style, explode, allowReserved, contentType } = own;
  if (style !== undefined || explode !== undefined || allowReserved !== undefined) {
    const { note, ...written } = wireStyle('query', { style, explode, allowReserved }, field.schema);
    const message = `${field.wire} ${note?.message}`;
    return { field: { ...field, ...written }, notes: note ? [{ code: note.code, message }] : [] };
  }
  // Without a style it is the media type that counts, which is JSON for objects.
  if (isJsonType(contentType) || isObject(field.schema)) return { field: { ...field, style: 'json' }, notes: [] };
  return { field: isObject(field.schema.items ?? {}) ? { ...field, style: 'jsonItems' } : field, notes: [] };
}

/** A part is text, or JSON where it is an object, unless `contentType` says otherwise. */
function partField(field: Field, { contentType }: Json): Field {
  const mediaType = oneType(contentType);
  return mediaType === undefined ? field : { ...field, style: 'part', mediaType };
}

function fileField(field: Field, { contentType }: Json): Field {
  const description = joinSentences([field.schema.description, fileWords]);
  const mediaType = oneType(contentType);
  const isList = field.schema.type === 'array';
  return {
    ...field,
    style: 'file',
    ...(mediaType !== undefined && { mediaType }),
    schema: isList ? { type: 'array', items: { type: 'string' }, description } : { type: 'string', description },
  };
}

function partNotes({ wire }: Field, { headers, style, explode, allowReserved }: Json): Note[] {
  const others = isRecord(headers)
    ? Object.keys(headers).filter((name) => !/^content-(?:type|disposition)$/i.test(name))
    : [];
  // Some frameworks write the default style beside every part, where it means nothing.
  const isStyled = (style ?? 'form') !== 'form' || explode === false || allowReserved === true;
  return [
    ...(others.length > 0
      ? [{ code: 'PART_HEADERS_LEFT_OUT' as const, message: `the part ${wire} is sent without ${others.join(', ')}` }]
      : []),
    ...(isStyled
      ? [
          {
            code: 'STYLE_UNSUPPORTED' as const,
            message: `${wire} has a style, which parts have none of: it is sent as text or JSON`,
          },
        ]
      : []),
  ];
}

/** The media type that a part is to have, where there is no choice of several. */
function oneType(contentType: unknown): string | undefined {
  return typeof contentType === 'string' && /^[\w.+-]+\/[\w.+-]+(?:\s*;[^,]*)?$/.test(contentType)
    ? contentType
    : undefined;
}

function isJsonType(contentType: unknown): boolean {
  return typeof contentType === 'string' && /[/+]json\b/i.test(contentType);
}

function isObject({ type, properties, anyOf }: JsonSchema): boolean {
  return type === 'object' || properties !== undefined || (anyOf?.some(isObject) ?? false);
}

function isUpload({ properties }: Json, key: string, lookup: Lookup): boolean {
  const property = isRecord(properties) && Object.hasOwn(properties, key) ? properties[key] : undefined;
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
