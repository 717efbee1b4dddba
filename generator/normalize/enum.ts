import type { Json } from '../json/json-schema.ts';
import { isVisible } from '../text/plain-text.ts';

/**
 * The values that a schema lists, in the type that it declares: an unquoted `yes` or `1.0` in YAML is no text, whatever
 * stands beside it. Undefined where it lists none that a model could give: no scalar, or one with invisible characters.
 */
export function enumOf(schema: Json): unknown[] | undefined {
  const listed: unknown[] = Array.isArray(schema.enum) ? schema.enum : schema.const !== undefined ? [schema.const] : [];
  const values = listed.filter((value) => value !== null);
  if (values.length === 0 || !values.every(isScalar)) return undefined;
  const typed = values.map((value) => inType(value, schema.type)).filter((value) => isVisible(String(value)));
  return typed.length > 0 ? [...new Set(typed)] : undefined;
}

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function inType(value: unknown, type: unknown): unknown {
  if (type === 'string') return String(value);
  if ((type === 'integer' || type === 'number') && typeof value === 'string' && value.trim() !== '')
    return Number.isFinite(Number(value)) ? Number(value) : value;
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}
