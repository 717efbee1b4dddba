import { showHidden } from '../value/show-hidden.ts';
import { isRecord, own } from '../value/value.ts';

/** One value in arguments that is an id or a name, and where it stands. */
export interface NamedValue {
  readonly value: string | number;
  /** `tags.add_tag_ids[0]`. */
  readonly path: string;
  /** The key of the object that it stands in, where ids of its kind are told apart by that. */
  readonly key?: string;
  /** What it may be the id of. */
  readonly kinds: readonly string[];
  readonly set: (id: string) => void;
}

type Place = Pick<NamedValue, 'path' | 'key' | 'kinds'>;
type Setter = NamedValue['set'];

/** Values that are looked at. */
const MOST = 2_000;

/** What the marked places of arguments hold. `isKeyed` tells of a kind that its ids stand in objects by key. */
export function namedValues(
  input: Record<string, unknown>,
  places: Readonly<Record<string, readonly string[]>>,
  isKeyed: (kind: string) => boolean,
): NamedValue[] {
  const found: NamedValue[] = [];

  function add(value: unknown, place: Place, set: Setter): void {
    if (Array.isArray(value))
      for (const [index, item] of value.entries())
        add(item, { ...place, path: `${place.path}[${index}]` }, (id) => {
          value[index] = id;
        });
    const isOne = typeof value === 'string' || typeof value === 'number';
    if (isOne && found.length < MOST) found.push({ ...place, value, set });
  }

  function addByKey(holder: Record<string, unknown>, { path, kinds }: Place): void {
    for (const [key, value] of Object.entries(holder))
      add(value, { path: `${path}.${showHidden(key.slice(0, 100))}`, key, kinds }, (id) => {
        holder[key] = id;
      });
  }

  function visit(holder: Record<string, unknown>, [segment = '', ...rest]: readonly string[], { path, kinds }: Place) {
    for (const key of segment === '*' ? Object.keys(holder) : [segment]) {
      const value = own(holder, key);
      const below = path === '' ? key : `${path}.${key}`;
      if (rest.length > 0) {
        const items = Array.isArray(value) ? value : [value];
        for (const [index, item] of items.entries())
          if (isRecord(item)) visit(item, rest, { path: items === value ? `${below}[${index}]` : below, kinds });
      } else if (kinds.some(isKeyed)) {
        if (isRecord(value)) addByKey(value, { path: below, kinds });
      } else
        add(value, { path: below, kinds: kindsBeside(holder, kinds) }, (id) => {
          holder[key] = id;
        });
    }
  }

  for (const [place, kinds] of Object.entries(places)) visit(input, place.split('.'), { path: '', kinds });
  return found;
}

/** A `type` beside an id says which of several kinds it is of. */
function kindsBeside(holder: Record<string, unknown>, kinds: readonly string[]): readonly string[] {
  const type = own(holder, 'type');
  return kinds.length > 1 && typeof type === 'string' && kinds.includes(type) ? [type] : kinds;
}
