import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import { pointerTo } from '../json/json-pointer.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { COMPONENTS, type Kind, manyOf, type Shape } from '../openapi/grammar.ts';
import { isExtension, isKind, mapItems, mapKeys, shapeAt } from '../openapi/map-parts.ts';
import { opened } from '../openapi/open-references.ts';
import { baseOf, gatherFiles, isLocal, looksLikeFile } from '../source/gather-files.ts';
import { type Lookup, lastName, resolveReference, type Target } from './resolve-reference.ts';

/** The kinds whose references are written out, since nobody looks them up later. */
const WRITTEN_OUT: readonly Kind[] = ['pathItem', 'swaggerPathItem', 'mediaType'];

/** A description as one document, and what it was read from besides its first file. */
interface Bundled {
  readonly document: Json;
  readonly diagnostics: readonly Diagnostic[];
  /** Other files by their addresses, each with the digest of its bytes; without one where it could not be read. */
  readonly others: ReadonlyMap<string, string | undefined>;
}

/**
 * A description of several files as one: what stands in other files becomes a component, what is taken from elsewhere as a whole
 * (a path, a map of schemas) stands where it is used, and references by names become references by pointers. One that leads to
 * no readable file is open, and a warning says so.
 */
export async function bundle(location: string, value: Json, kind: 'document' | 'swagger'): Promise<Bundled> {
  const gathered = await gatherFiles(location, value);
  const bundling: Bundling = {
    ...gathered,
    ...{ base: baseOf(location), root: value, isSwagger: kind === 'swagger' },
    ...{ names: new Map(), moved: new Map(), told: new Map() },
  };
  const visited = object(value, { kind, pointer: '', file: bundling.base, open: [] }, bundling);
  const unread = [...gathered.problems.keys()].map((file) => [file, undefined] as const);
  return {
    document: withMoved(visited, bundling),
    diagnostics: [...bundling.told.values()],
    others: new Map([...gathered.digests, ...unread]),
  };
}

interface Bundling extends Lookup {
  readonly root: Json;
  readonly isSwagger: boolean;
  /** The references to what was moved into the document. */
  readonly names: Map<string, string>;
  /** What was moved, by the name of its map and its own. */
  readonly moved: Map<string, Map<string, unknown>>;
  /** One problem for each reference that is odd. */
  readonly told: Map<string, Diagnostic>;
}

/** Where a value stands. */
interface Place {
  readonly kind: Kind;
  readonly pointer: string;
  /** The address of the file that it is written in. */
  readonly file: string;
  /** What is written out around it, so that nothing is written out inside of itself. */
  readonly open: readonly string[];
}

function object(value: Json, place: Place, bundling: Bundling): Json {
  return mapKeys(value, place.pointer, (child, key, pointer) => {
    const shape = shapeAt(place.kind, key);
    if (shape === undefined) return child;
    return inShape(child, shape, { ...place, pointer }, bundling);
  });
}

function inShape(value: unknown, shape: Shape, place: Omit<Place, 'kind'>, bundling: Bundling): unknown {
  if (isKind(shape)) return part(value, { ...place, kind: shape }, bundling);
  const many = manyOf(shape);
  if (many === undefined || many.of === 'scopes') return value;
  const kind = many.of;
  if (isRecord(value) && typeof value.$ref === 'string') {
    const whole = writtenOut(value.$ref, { ...place, kind }, bundling);
    const target = whole?.value;
    // An object is meant by what it holds.
    const inside =
      many.many === 'map' &&
      isRecord(target) &&
      kind === 'schema' &&
      isRecord(target.properties) &&
      target.type === 'object'
        ? target.properties
        : target;
    if (whole === undefined || (many.many === 'map' ? !isRecord(inside) : !Array.isArray(inside)))
      return many.many === 'map' ? {} : [];
    return inShape(inside, shape, { ...place, file: whole.file, open: whole.open }, bundling);
  }
  if (many.many === 'list' && Array.isArray(value))
    return mapItems(value, (item, index) =>
      part(item, { ...place, kind, pointer: `${place.pointer}/${index}` }, bundling),
    );
  if (many.many === 'map' && isRecord(value))
    return mapKeys(value, place.pointer, (child, name, pointer) =>
      isExtension(kind, name) ? child : part(child, { ...place, kind, pointer }, bundling),
    );
  return value;
}

function part(value: unknown, place: Place, bundling: Bundling): unknown {
  if (!isRecord(value)) return value;
  const own = place.kind === 'schema' ? withPlainReferences(value, place, bundling) : value;
  const { $ref, ...rest } = own;
  if (typeof $ref !== 'string') return object(own, place, bundling);
  if (COMPONENTS[place.kind] === undefined || WRITTEN_OUT.includes(place.kind)) {
    const whole = writtenOut($ref, place, bundling);
    const beside = object(rest, place, bundling);
    if (whole === undefined || !isRecord(whole.value)) return Object.keys(beside).length > 0 ? beside : undefined;
    const target = part(whole.value, { ...place, file: whole.file, open: whole.open }, bundling);
    return isRecord(target) ? { ...target, ...beside } : beside;
  }
  // The most frequent case costs nothing.
  if (place.file === bundling.base && $ref.startsWith('#/')) return object(own, place, bundling);
  const target = resolveReference($ref, place.file, place.kind, bundling);
  if (typeof target !== 'string')
    return { ...object(rest, place, bundling), $ref: moved(target, { $ref, place }, bundling) };
  // Overlays can bring what is missing in the document itself.
  if (isLocal($ref) && place.file === bundling.base) return object(own, place, bundling);
  tell('REFERENCE_UNREADABLE', $ref, `${$ref} cannot be followed: ${target}`, place, bundling);
  return opened(place.kind, object(rest, place, bundling));
}

/** The reference in the document that leads to a target: its own where it is in the document, or that of a component. */
function moved(target: Target, { $ref, place }: { $ref: string; place: Place }, bundling: Bundling): string {
  const { file, fragment, value, isGuessed } = target;
  if (isGuessed) tell('REFERENCE_GUESSED', $ref, `${$ref} is read as ${fragment}`, place, bundling);
  if (file === bundling.base) return fragment;
  const map = mapOf(place.kind, bundling);
  const id = `${map} ${file}${fragment}`;
  const known = bundling.names.get(id);
  if (known !== undefined) return known;
  const things = bundling.moved.get(map) ?? new Map<string, unknown>();
  bundling.moved.set(map, things);
  const name = freeName(lastName(target), map, bundling);
  const pointer = `${map}${pointerTo([name])}`;
  bundling.names.set(id, `#${pointer}`);
  // Its name is taken before it is visited: it may hold itself.
  things.set(name, {});
  things.set(name, part(value, { kind: place.kind, pointer, file, open: [] }, bundling) ?? value);
  return `#${pointer}`;
}

function mapOf(kind: Kind, { isSwagger }: Bundling): string {
  const name = COMPONENTS[kind] ?? 'schemas';
  if (!isSwagger) return `/components/${name}`;
  return name === 'schemas' ? '/definitions' : `/${name}`;
}

function freeName(wanted: string, map: string, { root, moved: all }: Bundling): string {
  const keys = map.split('/').slice(1);
  const own = keys.reduce<unknown>((here, key) => (isRecord(here) ? here[key] : undefined), root);
  const isTaken = (name: string): boolean =>
    (isRecord(own) && Object.hasOwn(own, name)) || all.get(map)?.has(name) === true;
  let name = wanted;
  for (let count = 2; isTaken(name); count += 1) name = `${wanted}_${count}`;
  return name;
}

interface Whole {
  readonly value: unknown;
  readonly file: string;
  readonly open: readonly string[];
}

/** What stands at a place by reference and is written out there; undefined, and a warning, where that leads nowhere or into itself. */
function writtenOut($ref: string, place: Place, bundling: Bundling): Whole | undefined {
  const target = resolveReference($ref, place.file, place.kind, bundling);
  const id = typeof target === 'string' ? '' : `${target.file}${target.fragment}`;
  const problem = typeof target === 'string' ? target : whyNot(target.value, place.open.includes(id));
  if (typeof target !== 'string' && problem === undefined)
    return { value: target.value, file: target.file, open: [...place.open, id] };
  const isPath = place.kind === 'pathItem' || place.kind === 'swaggerPathItem';
  tell(
    isPath ? 'OPERATION_LEFT_OUT' : 'REFERENCE_UNREADABLE',
    $ref,
    `${$ref} cannot be followed: ${problem}`,
    place,
    bundling,
  );
  return undefined;
}

function whyNot(value: unknown, isOpen: boolean): string | undefined {
  if (isOpen) return 'it leads into itself';
  return typeof value === 'object' && value !== null ? undefined : 'it leads to a plain value';
}

/** A schema whose reference by a dynamic name is a plain one, and whose discriminator leads into the document. */
function withPlainReferences(schema: Json, place: Place, bundling: Bundling): Json {
  let own = schema;
  if (typeof schema.$dynamicRef === 'string' && schema.$ref === undefined) {
    const { $dynamicRef, ...rest } = schema;
    tell(
      'REFERENCE_GUESSED',
      $dynamicRef,
      `${$dynamicRef} is read as if nothing could stand in for it`,
      place,
      bundling,
    );
    own = { ...rest, $ref: $dynamicRef };
  }
  const { discriminator } = own;
  if (!isRecord(discriminator) || !isRecord(discriminator.mapping)) return own;
  const mapping = mapKeys(discriminator.mapping, '', (ref) => {
    const isFile = typeof ref === 'string' && (looksLikeFile(ref) || place.file !== bundling.base);
    const target = isFile ? resolveReference(ref, place.file, 'schema', bundling) : '';
    return typeof target === 'string' || typeof ref !== 'string' ? ref : moved(target, { $ref: ref, place }, bundling);
  });
  return mapping === discriminator.mapping ? own : { ...own, discriminator: { ...discriminator, mapping } };
}

function tell(
  code: 'REFERENCE_UNREADABLE' | 'REFERENCE_GUESSED' | 'OPERATION_LEFT_OUT',
  ref: string,
  message: string,
  { pointer, file }: Place,
  { told, base }: Bundling,
): void {
  const id = code === 'OPERATION_LEFT_OUT' ? pointer : `${code} ${file} ${ref}`;
  if (!told.has(id))
    told.set(id, diagnostic(code, message, file === base || pointer.startsWith('/paths') ? pointer : ''));
}

/** The document with what was moved into it, beside what it has of its own. */
function withMoved(document: Json, { moved: all }: Bundling): Json {
  let result = document;
  for (const [map, things] of all) {
    const [first = '', second] = map.split('/').slice(1);
    const more = Object.fromEntries(things);
    const outer = isRecord(result[first]) ? result[first] : {};
    if (second === undefined) result = { ...result, [first]: { ...outer, ...more } };
    else {
      const inner = isRecord(outer[second]) ? outer[second] : {};
      result = { ...result, [first]: { ...outer, [second]: { ...inner, ...more } } };
    }
  }
  return result;
}
