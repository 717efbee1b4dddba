import type { Notes } from '../search/notes.ts';
import type { ObjectSchema } from '../tool/object-schema.ts';
import { suggestFrom } from '../value/nearest.ts';

/** Keys of one call that are looked at: suggestions cost a look at each argument. */
const MOST = 50;

/** Notes the keys that are none of a tool's arguments, go along as the body's own, and are called almost as an argument. */
export function noteExtraKeys(
  { shape, _zod }: Pick<ObjectSchema, 'shape' | '_zod'>,
  input: Readonly<Record<string, unknown>>,
  { repair }: Pick<Notes, 'repair'>,
): void {
  const others = _zod.def.catchall?._zod.def.type ?? 'never';
  if (others === 'never') return;
  const suggest = suggestFrom(Object.keys(shape));
  const extra = Object.keys(input).filter((key) => !Object.hasOwn(shape, key));
  for (const key of extra.slice(0, MOST)) {
    const hint = suggest(key);
    if (hint !== '') repair(`${key.slice(0, 100)}: is no argument of the tool, and was sent as it is.${hint}`);
  }
}
