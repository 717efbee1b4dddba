import type { CatalogEntry } from '../catalog/catalog.ts';
import { InputError } from '../value/errors.ts';
import { isRecord } from '../value/value.ts';

/**
 * The arguments of a function as its tool takes them: one object. A lone value, or one before the object, is the one argument
 * that is required, as in `getContact('66…')`; throws {@link InputError} where that could be several.
 */
export function callArguments(
  { inputSchema }: Pick<CatalogEntry, 'inputSchema'>,
  [first, second, ...more]: readonly unknown[],
): unknown {
  const isPlain =
    (typeof first === 'string' && !first.trimStart().startsWith('{')) ||
    typeof first === 'number' ||
    typeof first === 'boolean';
  const required = Array.isArray(inputSchema.required) ? inputSchema.required.map(String) : [];
  if (!isPlain && second === undefined) return first ?? {};
  const [name, ...others] = required;
  if (
    isPlain &&
    name !== undefined &&
    others.length === 0 &&
    more.length === 0 &&
    (second === undefined || isRecord(second))
  )
    return { ...second, [name]: first };
  const shown = required.length === 0 ? '' : `, for example { ${required.map((key) => `${key}: …`).join(', ')} }`;
  throw new InputError([{ argument: '', message: `takes one object of arguments${shown}` }]);
}
