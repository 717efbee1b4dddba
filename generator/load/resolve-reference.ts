import { keysOf, valueAt } from '../json/json-pointer.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { anchorsOf } from '../openapi/anchors.ts';
import { COMPONENTS, type Kind } from '../openapi/grammar.ts';
import { fileOf, type GatheredFiles, looksLikeFile, shortName } from '../source/gather-files.ts';

/** A place that a reference leads to. */
export interface Target {
  readonly file: string;
  /** A JSON Pointer with `#` in front, as references have it. */
  readonly fragment: string;
  readonly value: unknown;
  /** Set where it is not what was written that leads there. */
  readonly isGuessed?: true;
}

/** What references are looked up in. */
export interface Lookup extends GatheredFiles {
  /** The address of the description itself. */
  readonly base: string;
}

/**
 * What a reference leads to: by its pointer, by the name that a schema has given itself, or by the bare name of a component. A text
 * says why it leads nowhere.
 */
export function resolveReference(ref: string, from: string, kind: Kind, lookup: Lookup): Target | string {
  const { files, problems, base, self } = lookup;
  const own = files.get(from);
  if (!looksLikeFile(ref) && !ref.startsWith('#/') && ref !== '#' && own !== undefined)
    return byName(ref, from, kind, own);
  const [, rest = ''] = ref.split('#', 2);
  const address = ref.startsWith('#') ? from : fileOf(ref, from);
  const file = self !== undefined && address === self ? base : address;
  const document = file === undefined ? undefined : files.get(file);
  if (file === undefined || document === undefined) {
    const named = own === undefined ? undefined : anchorsOf(own).get(ref);
    if (own !== undefined && named !== undefined)
      return { file: from, fragment: `#${encoded(named)}`, value: valueAt(own, named) };
    return file === undefined
      ? 'it is no address'
      : `${shortName(file, base)}: ${problems.get(file) ?? 'it cannot be read'}`;
  }
  if (rest !== '' && !rest.startsWith('/')) return byName(`#${rest}`, file, kind, document);
  const value = valueAt(document, `#${rest}`);
  const fragment = `#${rest}`;
  return value === undefined
    ? `nothing stands in ${shortName(file, base) || 'it'} at ${fragment}`
    : { file, fragment, value };
}

function byName(name: string, file: string, kind: Kind, document: Json): Target | string {
  const anchor = anchorsOf(document).get(name);
  if (anchor !== undefined) return { file, fragment: `#${encoded(anchor)}`, value: valueAt(document, anchor) };
  const bare = name.replace(/^#/, '');
  for (const place of placesOf(kind, document)) {
    const pointer =
      name.startsWith('#') && bare.includes('/')
        ? `/${bare}`
        : `${place}/${bare.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const value = valueAt(document, pointer);
    if (value !== undefined) return { file, fragment: `#${encoded(pointer)}`, value, isGuessed: true };
  }
  return `nothing is called ${name}`;
}

function placesOf(kind: Kind, document: Json): string[] {
  const name = COMPONENTS[kind];
  if (name === undefined) return [];
  const swagger = name === 'schemas' ? 'definitions' : name;
  return isRecord(document.components)
    ? [`/components/${name}`, `/${swagger}`]
    : [`/${swagger}`, `/components/${name}`];
}

/** A pointer as a reference writes it. */
function encoded(pointer: string): string {
  return pointer.replace(/[%\s"<>\\^`{|}]/g, (mark) => encodeURIComponent(mark));
}

/** The last name in a reference, for the component that it becomes. */
export function lastName({ file, fragment }: Pick<Target, 'file' | 'fragment'>): string {
  const name =
    keysOf(fragment).at(-1) ?? decodeURIComponent(file.split('/').at(-1) ?? '').replace(/\.(?:ya?ml|json)$/i, '');
  return name.replace(/[^\w.-]+/g, '_').replace(/^_+|_+$/g, '') || 'part';
}
