import type { Operation } from '../ir/ir.ts';
import type { Json } from '../json/json-schema.ts';

/**
 * Where the arguments of an operation go, each as `[place, name on the wire]`: of those that are called otherwise there, or
 * whose name on the wire is another argument's too. Undefined where there are none.
 */
export function argumentPlaces({ fields }: Pick<Operation, 'fields'>): Json | undefined {
  const own = fields.filter(
    ({ key, wire, in: place }) =>
      key !== wire || place === 'whole-body' || fields.some((other) => other.key !== key && other.wire === wire),
  );
  if (own.length === 0) return undefined;
  return Object.fromEntries(own.map(({ key, wire, in: place }) => [key, [place, wire]]));
}
