import type * as z from 'zod';

/** The schema of what lies at a path of an input; `undefined` where several could be meant, or none. */
export function schemaAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType | undefined {
  const inner = unwrapped(schema);
  const [key, ...rest] = path;
  if (key === undefined) return inner;
  const below = child(inner, key);
  return below && schemaAt(below, rest);
}

/** A schema without what makes it optional, nullable and the like; of a union with null the other form. */
export function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if ('innerType' in def) return unwrapped(def.innerType);
  if (def.type !== 'union') return schema;
  const [only, ...others] = def.options.filter((option) => (option as z.core.$ZodTypes)._zod.def.type !== 'null');
  return only && others.length === 0 ? unwrapped(only) : schema;
}

function child(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType | undefined {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'object') return Object.hasOwn(def.shape, key) ? def.shape[String(key)] : undefined;
  if (def.type === 'array') return def.element;
  return def.type === 'record' ? def.valueType : undefined;
}
