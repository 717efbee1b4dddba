import type { TimeKind } from '../../runtime/tool/time.ts';

/** A JSON Schema of the kind that tools use: the keywords that the generator reads or writes. */
export interface JsonSchema {
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  type?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  multipleOf?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  propertyNames?: JsonSchema;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  allOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  /** The generator's own: the value is a time that is sent so. */
  time?: TimeKind;
  /** The generator's own: null is taken as well; what says so to models has a form of this type. */
  nullable?: true;
  /** The generator's own: an integer that may be too long for JavaScript, and what its digits are sent as. */
  long?: 'number' | 'text';
}

/** A plain JSON object. */
export type Json = Record<string, unknown>;

/** True for an object that is neither null nor a list. */
export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two JSON values are the same, whatever the order of their keys; what JSON leaves out counts as absent. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((part, at) => sameJson(part, b[at]));
  if (!isRecord(a) || !isRecord(b)) return false;
  const [left, right] = [presentKeys(a), presentKeys(b)];
  return left.length === right.length && left.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]));
}

function presentKeys(value: Json): string[] {
  return Object.keys(value).filter((key) => value[key] !== undefined);
}
