import { connectionRecord } from '../connection/connection-record.ts';
import type { Api } from '../ir/ir.ts';
import { pointerTo } from '../json/json-pointer.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { type Lookup, lookupIn } from '../json/lookup.ts';
import { argumentPlaces } from './argument-places.ts';

/** Keys that hold words, for people or for models; where they name a property, they stay. */
const WORDS = new Set(['description', 'summary', 'title', 'example', 'examples', 'externalDocs']);

/** Values that stand for themselves: nothing inside of them is a keyword. */
const LITERALS = new Set([
  'enum',
  'const',
  'default',
  'required',
  'mapping',
  'security',
  'x-arguments',
  'x-search',
  'x-facts',
]);

/** Keys of `x-mcp` that neither arguments nor schemas show. */
const UNSEEN = new Set(['constants', 'nulls', 'response', 'texts']);

/** Keys whose value is a map: its keys are names. */
const MAPS = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'headers', 'content', 'encoding']);

/** Keys of an operation that its connection decides, with those of its path and of the document. */
const CONNECTION = new Set(['security', 'servers']);

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace']);

/**
 * The description with every correction applied and every word left out, as JSON with one operation and one schema a line:
 * what a server checks requests and answers against, without the generator, and what the next description is compared with.
 * Parameters of a path stand in its operations, and shared parameters, bodies and answers where they are used: `x-origin`
 * says where they stand upstream. `x-arguments` has the arguments that are called otherwise than on the wire, `x-facts` what
 * overlays say of how it is sent and read. `connection` has the servers and the credentials of all; `servers` and `security` of
 * an operation are there where it has others.
 */
export function emitOperations(document: Json, api: EmittedApi = NONE): string {
  const { paths, components, info } = document;
  const { schemas } = isRecord(components) ? components : {};
  const lookup = lookupIn(document);
  const tools = new Map(api.operations.map((one) => [one.pointer, one]));
  const usual = JSON.stringify(api.connectionOrigins?.needs.usual);
  const operations = entries(paths).map(([path, value]) => {
    const item = isRecord(value) && typeof value.$ref === 'string' ? { ...lookup(value.$ref), ...value } : value;
    const { parameters, ...others } = isRecord(item) ? item : {};
    const shared = { parameters, pointer: pointerTo(['paths', path, 'parameters']) };
    const each = entries(others).flatMap(([method, own]) => {
      const pointer = pointerTo(['paths', path, method]);
      if (!METHODS.has(method) || !isRecord(own)) return [];
      const tool = tools.get(pointer);
      const security = api.connectionOrigins?.needs.of.get(pointer);
      return [
        line(
          method,
          operation(tool === undefined ? own : withoutConnection(own), {
            ...{ shared, lookup, pointer, places: tool && argumentPlaces(tool) },
            connection: {
              ...(tool?.server !== undefined && { servers: [{ url: tool.server }] }),
              ...(security !== undefined && JSON.stringify(security) !== usual && { security }),
            },
          }),
        ),
      ];
    });
    return `${JSON.stringify(path)}:${block(each)}`;
  });
  return block([
    line('version', isRecord(info) ? info.version : undefined),
    `"groups":${JSON.stringify(api.groups)}`,
    ...(api.connection && api.connectionOrigins
      ? [line('connection', connectionRecord(api.connection, api.connectionOrigins))]
      : []),
    `"paths":${block(operations)}`,
    `"schemas":${block(entries(schemas).map(([name, schema]) => line(name, withoutWords(schema))))}`,
  ]).concat('\n');
}

type EmittedApi = Pick<Api, 'operations' | 'groups'> & Partial<Pick<Api, 'connection' | 'connectionOrigins'>>;

const NONE: EmittedApi = { operations: [], groups: {} };

function withoutConnection(own: Json): Json {
  return Object.fromEntries(entries(own).filter(([key]) => !CONNECTION.has(key)));
}

function entries(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : [];
}
function block(members: readonly string[]): string {
  return `{\n${members.join(',\n')}\n}`;
}
function line(key: string, value: unknown): string {
  return `${JSON.stringify(key)}:${JSON.stringify(value)}`;
}

interface Surroundings {
  readonly shared: { readonly parameters: unknown; readonly pointer: string };
  readonly lookup: Lookup;
  readonly pointer: string;
  readonly places: Json | undefined;
  readonly connection: Json;
}

function operation(value: Json, { shared, lookup, pointer, places, connection }: Surroundings): unknown {
  const { parameters, requestBody, responses, 'x-mcp': facts, ...rest } = value;
  const { pagination } = isRecord(facts) ? facts : {};
  const declared = [
    ...listed(shared.parameters).map((parameter, at) =>
      inPlace(parameter, { lookup, pointer: `${shared.pointer}/${at}` }),
    ),
    ...listed(parameters).map((parameter, at) =>
      inPlace(parameter, { lookup, pointer: `${pointer}/parameters/${at}` }),
    ),
  ];
  return withoutWords({
    ...rest,
    ...connection,
    parameters: declared.map((parameter, at) => withOrigin(parameter, `${pointer}/parameters/${at}`)),
    ...(requestBody !== undefined && {
      requestBody: withOrigin(
        inPlace(requestBody, { lookup, pointer: `${pointer}/requestBody` }),
        `${pointer}/requestBody`,
      ),
    }),
    responses: Object.fromEntries(
      entries(responses).map(([status, answer]) => {
        const own = `${pointer}/responses/${status}`;
        return [status, withOrigin(withHeaders(inPlace(answer, { lookup, pointer: own }), lookup), own)];
      }),
    ),
    'x-pagination': isRecord(pagination) ? withoutReasons(pagination) : undefined,
    'x-arguments': places,
    'x-facts': unseenFacts(facts),
  });
}

/** A part of an operation, and where it stands upstream. */
interface Placed {
  readonly value: unknown;
  readonly pointer: string;
}

/** What a reference leads to in the end, and where that stands. */
function inPlace(value: unknown, { lookup, pointer }: { lookup: Lookup; pointer: string }): Placed {
  let here: Placed = { value, pointer };
  for (let hops = 0; isRecord(here.value) && typeof here.value.$ref === 'string' && hops < 8; hops += 1) {
    const { $ref } = here.value;
    const target = lookup($ref);
    if (target === undefined) break;
    here = { value: target, pointer: $ref.replace(/^#/, '') };
  }
  return here;
}

/** An answer with the headers that it refers to. */
function withHeaders({ value, pointer }: Placed, lookup: Lookup): Placed {
  if (!isRecord(value) || !isRecord(value.headers)) return { value, pointer };
  const headers = Object.fromEntries(
    entries(value.headers).map(([name, header]) => [name, inPlace(header, { lookup, pointer }).value]),
  );
  return { value: { ...value, headers }, pointer };
}

function withOrigin({ value, pointer }: Placed, expected: string): unknown {
  return isRecord(value) && pointer !== expected ? { ...value, 'x-origin': pointer } : value;
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Facts of overlays that show nowhere else: what is sent without being asked, and how. */
function unseenFacts(facts: unknown): Json | undefined {
  const own = entries(facts).filter(([key]) => UNSEEN.has(key));
  return own.length === 0 ? undefined : Object.fromEntries(own);
}

function withoutReasons({ undeclared: _, ...pagination }: Json): Json {
  return pagination;
}

/** `named` is set inside of a map, whose keys are names and no keywords. */
function withoutWords(value: unknown, named = false): unknown {
  if (Array.isArray(value)) return value.map((part) => withoutWords(part));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => named || !WORDS.has(key))
      .map(([key, part]) => [key, !named && LITERALS.has(key) ? part : withoutWords(part, MAPS.has(key) && !named)]),
  );
}
