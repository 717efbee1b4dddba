import type { Diagnostic } from '../diagnostics/diagnostics.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { COMPONENTS, isPlain, type Kind, type Many, manyOf, type Shape } from './grammar.ts';
import { isExtension, isKind, mapItems, mapKeys, shapeAt } from './map-parts.ts';
import { sendable, straightenParameter } from './mend-parameter.ts';
import { straightenPathItem } from './mend-path-item.ts';
import { mendPlain } from './mend-plain.ts';
import { withSchemeNames } from './mend-requirement.ts';
import { isFlagOf, mendNoSchema, straightenSchema, withChanges } from './mend-schema.ts';
import { type Report, reports, shown } from './mending.ts';

/**
 * A description in which each place holds what OpenAPI wants there. What stands there instead is read as what it plainly means, or
 * left out, or left open, and a warning names the place: one wrong value costs an argument or an operation, never the rest.
 * What is right stays the same object.
 */
export function mend(
  document: Json,
  kind: 'document' | 'swagger',
): { document: Json; diagnostics: readonly Diagnostic[] } {
  const { report, diagnostics } = reports();
  const complete = isRecord(document.info) ? document : { ...document, info: { title: '', version: '' } };
  if (complete !== document) report('/info', 'there is no `info`: the API has neither title nor version');
  const mended = mendObject(withSlashes(complete, report), kind, '', report);
  return { document: mended, diagnostics: diagnostics() };
}

function mendObject(object: Json, kind: Kind, pointer: string, report: Report): Json {
  const straight = straighten(withTextReference(object, kind, pointer, report), kind, pointer, report);
  return mapKeys(straight, pointer, (child, key, at) => {
    const shape = shapeAt(kind, key);
    if (shape === undefined || (kind === 'schema' && isFlagOf(key, child))) return child;
    return mendShape(child, shape, at, report);
  });
}

/** A `$ref` that is no text leads nowhere. */
function withTextReference(object: Json, kind: Kind, pointer: string, report: Report): Json {
  if (!Object.hasOwn(object, '$ref') || typeof object.$ref === 'string' || COMPONENTS[kind] === undefined)
    return object;
  report(`${pointer}/$ref`, `${shown(object.$ref)} stands where the address of a reference belongs: it is left out`);
  return withChanges(object, { $ref: undefined });
}

function straighten(object: Json, kind: Kind, pointer: string, report: Report): Json {
  if (kind === 'schema') return straightenSchema(object, pointer, report);
  if (kind === 'parameter') return straightenParameter(object, pointer, report);
  const isPath = kind === 'pathItem' || kind === 'swaggerPathItem';
  return isPath ? straightenPathItem(object, kind, pointer, report) : object;
}

function mendShape(value: unknown, shape: Shape, pointer: string, report: Report): unknown {
  const many = manyOf(shape);
  if (many !== undefined) return mendMany(value, many, pointer, report);
  if (isKind(shape)) return mendPart(value, shape, pointer, report);
  return isPlain(shape) ? mendPlain(value, shape, pointer, report) : value;
}

function mendMany(value: unknown, { many, of }: Many, pointer: string, report: Report): unknown {
  const each = (child: unknown, at: string): unknown =>
    of === 'scopes' ? withSchemeNames(mendPlain(child, of, at, report)) : mendPart(child, of, at, report);
  if (many === 'map') {
    if (isRecord(value))
      return mapKeys(value, pointer, (child, key, at) =>
        of !== 'scopes' && isExtension(of, key) ? child : each(child, at),
      );
    if (value !== null) report(pointer, `${shown(value)} stands where a map belongs: it is left out`);
    return undefined;
  }
  const items = listFor(value, of);
  if (items === undefined) {
    if (value !== null) report(pointer, `${shown(value)} stands where a list belongs: it is left out`);
    return undefined;
  }
  if (items !== value) report(pointer, `${shown(value)} is read as a list`);
  return mapItems(items, (item, index) => {
    const at = `${pointer}/${index}`;
    const part = each(item, at);
    return of === 'parameter' || of === 'swaggerParameter' ? sendable(part, of, at, report) : part;
  });
}

/** The list that is meant; undefined where none is. */
function listFor(value: unknown, of: Many['of']): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (of === 'server' && typeof value === 'string') return [value];
  if (!isRecord(value)) return undefined;
  if (of === 'server' || of === 'scopes') return [value];
  // Parameters as a map, by their names.
  return of === 'parameter'
    ? Object.entries(value).map(([name, part]) => (isRecord(part) ? { name, ...part } : part))
    : undefined;
}

function mendPart(value: unknown, kind: Kind, pointer: string, report: Report): unknown {
  if (isRecord(value)) return mendObject(value, kind, pointer, report);
  switch (kind) {
    case 'schema':
      return mendNoSchema(value, pointer, report);
    case 'response':
    case 'swaggerResponse':
      if (typeof value === 'string') return { description: value };
      report(pointer, `${shown(value)} stands where a response belongs: nothing is known of what comes`);
      return { description: '' };
    case 'server':
      if (typeof value === 'string') return { url: value };
      break;
    case 'operation':
    case 'swaggerOperation':
    case 'pathItem':
    case 'swaggerPathItem':
      report(pointer, `${shown(value)} stands where ${WHAT[kind]}`, 'OPERATION_LEFT_OUT');
      return undefined;
    default:
  }
  report(pointer, `${shown(value)} stands where an object belongs: it is left out`);
  return undefined;
}

const WHAT = {
  operation: 'an operation belongs',
  swaggerOperation: 'an operation belongs',
  pathItem: 'a path has its operations',
  swaggerPathItem: 'a path has its operations',
} as const;

/** Every path with its slash in front, as the address has it. */
function withSlashes(document: Json, report: Report): Json {
  const { paths } = document;
  if (!isRecord(paths)) return document;
  const wrong = Object.keys(paths).filter((path) => !path.startsWith('/') && !path.startsWith('x-'));
  if (wrong.length === 0) return document;
  const right = new Map(wrong.map((path) => [path, `/${path.trim()}`]));
  const entries = Object.entries(paths).flatMap(([path, item]): (readonly [string, unknown])[] => {
    const spelled = right.get(path);
    if (spelled === undefined) return [[path, item]];
    const pointer = `/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (Object.hasOwn(paths, spelled) || /^\/\w+:\/\//.test(spelled)) {
      report(pointer, `${shown(path)} is no path: its operations are left out`, 'OPERATION_LEFT_OUT');
      return [];
    }
    report(pointer, `the path ${shown(path)} is read as ${shown(spelled)}`);
    return [[spelled, item]];
  });
  return { ...document, paths: Object.fromEntries(entries) };
}
