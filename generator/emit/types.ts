import type { GlobalContext } from 'openapi-typescript';
import { astToString } from 'openapi-typescript/dist/lib/ts.mjs';
import { resolveRef, scanDiscriminators } from 'openapi-typescript/dist/lib/utils.mjs';
import transformSchema from 'openapi-typescript/dist/transform/index.mjs';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { mapParts, type Part } from '../openapi/map-parts.ts';
import { reasonOf } from '../text/reason-of.ts';
import { banner } from './templates.ts';

/**
 * The static types of a part of what comes over the wire, by openapi-typescript; objects without declared properties are open. A
 * schema that the library fails on is open as well, and a warning says so.
 */
export function emitTypes(document: Json): { text: string; diagnostics: readonly Diagnostic[] } {
  try {
    return { text: textOf(document), diagnostics: [] };
  } catch {
    const faults = faultsOf(partsOf(document), document);
    const diagnostics = [...faults].map(([pointer, reason]) =>
      diagnostic('TYPE_OPENED', `no static type could be made of it: ${reason}`, pointer),
    );
    return { text: textOf(withOpen(document, new Set(faults.keys()))), diagnostics };
  }
}

/** Settings of the library. Its own way in first bundles and lints, which is done here already, and fails on odd names. */
const SETTINGS = {
  ...{ additionalProperties: false, alphabetize: false, arrayLength: false, conditionalEnums: false },
  ...{ dedupeEnums: false, defaultNonNullable: true, emptyObjectsUnknown: true, enum: false, enumValues: false },
  ...{ excludeDeprecated: false, exportType: false, generatePathParams: false, immutable: false },
  ...{ makePathsEnum: false, pathParamsAsTypes: false, propertiesRequiredByDefault: false, readWriteMarkers: false },
  ...{ rootTypes: false, rootTypesKeepCasing: false, rootTypesNoSchemaPrefix: false, silent: true },
};

function textOf(document: Json): string {
  // The library types its input by the letter of OpenAPI 3.1, and reads 3.0 as well; it changes what it is given.
  const schema = structuredClone(withNulls(document)) as never;
  const context = {
    ...SETTINGS,
    discriminators: scanDiscriminators(schema, { silent: true }),
    injectFooter: [],
    resolve: ($ref: string) => resolveRef(schema, $ref, { silent: true }),
  };
  // What else the type of the context asks for is only read by the way in that is not taken.
  const nodes = transformSchema(schema, context as unknown as GlobalContext);
  return `// ${banner}\n\n${astToString(nodes)}`;
}

/** The pointers of what can be opened alone: each schema with a name and each operation. */
function partsOf(document: Json): string[] {
  const found: string[] = [];
  const visit = (part: Part): unknown => {
    if (!isRecord(part.value)) return part.value;
    if (!isOpenable(part)) return mapParts(part.value, part, visit);
    found.push(part.pointer);
    return part.value;
  };
  visit({ value: document, kind: 'document', pointer: '' });
  return found;
}

function isOpenable({ kind }: Part): boolean {
  return kind === 'operation' || kind === 'schema';
}

/** The parts that the library fails on, each with the reason; halves are tried, and their halves. */
function faultsOf(parts: readonly string[], document: Json): Map<string, string> {
  const wanted = new Set(parts);
  const others = partsOf(document).filter((part) => !wanted.has(part));
  try {
    textOf(withOpen(document, new Set(others)));
    return new Map();
  } catch (error) {
    const [only, ...more] = parts;
    if (only === undefined) throw error;
    if (more.length === 0) return new Map([[only, reasonOf(error)]]);
    const middle = Math.ceil(parts.length / 2);
    return new Map([...faultsOf(parts.slice(0, middle), document), ...faultsOf(parts.slice(middle), document)]);
  }
}

/** The document with nothing said of some of its parts. */
function withOpen(document: Json, pointers: ReadonlySet<string>): Json {
  const visit = (part: Part): unknown => {
    if (!isRecord(part.value)) return part.value;
    if (!isOpenable(part)) return mapParts(part.value, part, visit);
    if (!pointers.has(part.pointer)) return part.value;
    return part.kind === 'operation' ? { responses: {} } : {};
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
