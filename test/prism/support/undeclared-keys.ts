import { isObject, parts, type Schema } from '../../support/contract.ts';

/** Keys of a body that no form of its schema declares, with the place of each; an open object declares all. */
export function undeclaredKeys(value: unknown, schemas: readonly Schema[], place = ''): string[] {
  const known = schemas.flatMap(parts);
  if (Array.isArray(value)) {
    const items = known.flatMap(({ items }) => (isObject(items) ? [items] : []));
    return value.flatMap((item) => undeclaredKeys(item, items, place));
  }
  const declared = known.flatMap(({ properties }) => (isObject(properties) ? [properties] : []));
  const open = declared.length === 0 || known.some(({ additionalProperties: more }) => isObject(more) || more === true);
  if (!isObject(value) || open) return [];
  return Object.entries(value).flatMap(([key, below]) => {
    const schemas = declared.flatMap((properties) => (isObject(properties[key]) ? [properties[key]] : []));
    const here = place === '' ? key : `${place}.${key}`;
    return schemas.length === 0 ? [here] : undeclaredKeys(below, schemas, here);
  });
}
