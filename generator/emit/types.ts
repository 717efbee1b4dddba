import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { mapParts, type Part } from '../openapi/map-parts.ts';
import { hoistReferences } from './hoist.ts';
import { banner } from './templates.ts';

/**
 * The static types of everything on the wire, by openapi-typescript; objects without declared properties are open. A schema that
 * the library fails on is open as well, and a warning says so.
 */
export async function emitTypes(document: Json): Promise<{ text: string; diagnostics: readonly Diagnostic[] }> {
  const prepared = withNulls(hoistReferences(withOwnIds(document)));
  if (!isRecord(prepared)) throw new Error('a description is an object');
  try {
    return { text: await textOf(prepared), diagnostics: [] };
  } catch {
    const parts = partsOf(prepared);
    const faults = await faultsOf(parts, prepared);
    const text = await textOf(withOpen(prepared, new Set(faults.keys())));
    const diagnostics = [...faults].map(([pointer, reason]) =>
      diagnostic('TYPE_OPENED', `no static type could be made of it: ${reason}`, pointer),
    );
    return { text, diagnostics };
  }
}

async function textOf(document: Json): Promise<string> {
  // The library types its input by the letter of OpenAPI 3.1; it reads 3.0 as well.
  const nodes = await openapiTS(document as never, { emptyObjectsUnknown: true, alphabetize: false, silent: true });
  return `// ${banner}\n\n${astToString(nodes).replace(COMMENT_HEADER, '')}`;
}

/** The pointers of what can be opened alone: each component and each operation. */
function partsOf(document: Json): string[] {
  const found: string[] = [];
  const visit = ({ value, kind, pointer }: Part): unknown => {
    if (pointer.split('/').length > 4 || !isRecord(value)) return value;
    if (isOpenable({ value, kind, pointer })) found.push(pointer);
    return mapParts(value, { kind, pointer }, visit);
  };
  visit({ value: document, kind: 'document', pointer: '' });
  return found;
}

function isOpenable({ kind, pointer }: Part): boolean {
  return kind === 'operation' || /^\/components\/(?!pathItems)[^/]+\/[^/]+$/.test(pointer);
}

/** The parts that the library fails on, each with the reason; halves are tried, and their halves. */
async function faultsOf(parts: readonly string[], document: Json): Promise<Map<string, string>> {
  const all = partsOf(document);
  const wanted = new Set(parts);
  try {
    await textOf(withOpen(document, new Set(all.filter((part) => !wanted.has(part)))));
    return new Map();
  } catch (error) {
    const [only, ...others] = parts;
    const reason = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
    if (only !== undefined && others.length === 0) return new Map([[only, reason]]);
    if (parts.length === 0) throw error;
    const middle = Math.ceil(parts.length / 2);
    const [first, second] = [parts.slice(0, middle), parts.slice(middle)];
    return new Map([...(await faultsOf(first, document)), ...(await faultsOf(second, document))]);
  }
}

/** The document with nothing said of some of its parts. */
function withOpen(document: Json, pointers: ReadonlySet<string>): Json {
  if (pointers.size === 0) return document;
  const visit = (part: Part): unknown => {
    const { value, kind, pointer } = part;
    if (!isRecord(value)) return value;
    if (pointers.has(pointer) && isOpenable(part)) return OPEN[kind] ?? {};
    return pointer.split('/').length > 4 ? value : mapParts(value, { kind, pointer }, visit);
  };
  return mapParts(document, { kind: 'document', pointer: '' }, visit);
}

/** What says nothing, where an empty object is no such thing. */
const OPEN: Readonly<Partial<Record<Part['kind'], Json>>> = {
  operation: { responses: {} },
  response: { description: '' },
  parameter: { name: 'open', in: 'query', schema: {} },
  requestBody: { content: {} },
  header: { schema: {} },
};

/** A document in which an operationId stands once: of a second one the library makes nothing, and of the rest neither. */
function withOwnIds(document: Json): Json {
  const seen = new Set<string>();
  const visit = ({ value, kind, pointer }: Part): unknown => {
    if (!isRecord(value)) return value;
    if (kind === 'pathItem') return mapParts(value, { kind, pointer }, visit);
    const { operationId, ...rest } = value;
    if (kind !== 'operation' || typeof operationId !== 'string') return value;
    if (operationId === '' || seen.has(operationId)) return rest;
    seen.add(operationId);
    return value;
  };
  return mapParts(document, { kind: 'document', pointer: '' }, visit);
}

/** A reference with `nullable` beside it as a composition: of a bare one the library takes nothing else. */
function withNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNulls);
  if (!isRecord(value)) return value;
  const { $ref, nullable, ...rest } = value;
  if (typeof $ref === 'string' && nullable === true) return { ...rest, nullable, allOf: [{ $ref }] };
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withNulls(part)]));
}
