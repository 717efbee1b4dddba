import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import { fail } from '../diagnostics/fail.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import type { ParsedText } from '../source/parse-text.ts';

/** A description whose format is known. */
export interface Recognized {
  readonly document: Json;
  readonly kind: 'document' | 'swagger';
  readonly diagnostics: readonly Diagnostic[];
}

/** Formats that are not ours, by what tells them. */
const OTHERS: readonly (readonly [string, (document: Json) => boolean])[] = [
  ['an AsyncAPI description', ({ asyncapi }) => asyncapi !== undefined],
  ['an Arazzo description', ({ arazzo }) => arazzo !== undefined],
  ['an overlay: give it with --overlays', ({ overlay }) => overlay !== undefined],
  ['a Postman collection', ({ info, item }) => isRecord(info) && Array.isArray(item)],
  [
    'the schema of a GraphQL API',
    ({ data = {}, __schema: own }) => own !== undefined || (isRecord(data) && '__schema' in data),
  ],
  ['a discovery document of Google', ({ kind }) => typeof kind === 'string' && kind.startsWith('discovery#')],
  ['a record of HTTP traffic (HAR)', ({ log }) => isRecord(log) && Array.isArray(log.entries)],
  ['a JSON Schema', (document) => '$schema' in document || 'properties' in document],
];

/** What a parsed text is: OpenAPI 3, or Swagger 2, with its version and that of its API as they were written. Throws where it is neither. */
export function recognize(
  location: string,
  { value, written }: Pick<ParsedText, 'value'> & Partial<ParsedText>,
): Recognized {
  const document = withWrittenVersion(value, written?.(['info', 'version']));
  const { openapi, swagger, paths } = document;
  const version = textOf(openapi, written?.(['openapi']));
  if (openapi !== undefined && /^3(?:\.[012](?:[.-].*)?)?$/.test(version))
    return ofVersion(location, document, version);
  if (openapi === undefined && swagger !== undefined) {
    const older = textOf(swagger, written?.(['swagger']));
    if (/^2(?:\.\d+)*$/.test(older))
      return { document: { ...document, swagger: '2.0' }, kind: 'swagger', diagnostics: [] };
    // Some write the version of OpenAPI here.
    if (/^3\.[012]/.test(older)) return ofVersion(location, { ...document, swagger: undefined }, older);
    throw unknownVersion(location, `Swagger ${older}`);
  }
  if (/^\d/.test(version)) throw unknownVersion(location, version);
  if (isRecord(paths) && Object.keys(paths).length > 0) {
    const message = `${location} does not say which version of OpenAPI it is of: it is read as 3.1`;
    return {
      document: { ...document, openapi: '3.1.0' },
      kind: 'document',
      diagnostics: [diagnostic('SOURCE_VERSION_ABSENT', message)],
    };
  }
  const inside = wrapped(document);
  if (inside !== undefined)
    throw fail(
      'SOURCE_NOT_OPENAPI',
      `${location} is something around a description: give what stands at ${inside} alone`,
    );
  const other = OTHERS.find(([, isIt]) => isIt(document));
  if (other !== undefined) throw fail('SOURCE_NOT_OPENAPI', `${location} is ${other[0]}`);
  throw unknownVersion(location, version || 'no version');
}

function ofVersion(location: string, document: Json, version: string): Recognized {
  if (!/^3\.2/.test(version))
    return { document: { ...document, openapi: fullVersion(version) }, kind: 'document', diagnostics: [] };
  const message = `${location} is of OpenAPI ${version}: it is read as 3.1`;
  return {
    document: { ...document, openapi: '3.1.1' },
    kind: 'document',
    diagnostics: [diagnostic('SOURCE_NEWER', message)],
  };
}

/** `3` and `3.1` with all the numbers that libraries look for. */
function fullVersion(version: string): string {
  if (/^3\.\d\.\d+$/.test(version)) return version;
  return version.startsWith('3.1') ? '3.1.0' : '3.0.3';
}

function unknownVersion(location: string, found: string): Error {
  return fail('SOURCE_OPENAPI_VERSION', `${location} is ${found}; OpenAPI 3.0, 3.1 and 3.2 and Swagger 2.0 are read`);
}

function textOf(value: unknown, written: string | undefined): string {
  if (typeof value === 'number') return (written ?? String(value)).trim();
  return typeof value === 'string' ? value.trim() : '';
}

/** An unquoted version `2.10` is no number. */
function withWrittenVersion(document: Json, written: string | undefined): Json {
  const { info } = document;
  if (!isRecord(info) || typeof info.version !== 'number') return document;
  return { ...document, info: { ...info, version: written ?? String(info.version) } };
}

/** The pointer of a description inside of something else. */
function wrapped(document: Json): string | undefined {
  const isOne = (value: unknown): boolean =>
    isRecord(value) && ('openapi' in value || 'swagger' in value) && isRecord(value.paths);
  for (const [key, value] of Object.entries(document)) {
    if (isOne(value)) return `/${key}`;
    for (const [name, inner] of isRecord(value) ? Object.entries(value) : [])
      if (isOne(inner)) return `/${key}/${name}`;
  }
  return undefined;
}
