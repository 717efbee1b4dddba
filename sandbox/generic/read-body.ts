import { isRecord, type Json } from '../contract/contract.ts';

/** The text or number under a key of a checked body, as text; undefined without one. */
export function textIn(body: Json, key: string): string | undefined {
  const value = body[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** The whole number under a key of a checked body, which may be written as text. */
export function numberIn(body: Json, key: string): number | undefined {
  const value = body[key];
  return typeof value === 'number' || (typeof value === 'string' && value !== '') ? Number(value) : undefined;
}

/** The boolean under a key of a checked body. */
export function booleanIn(body: Json, key: string): boolean | undefined {
  const value = body[key];
  return typeof value === 'boolean' ? value : undefined;
}

/** The object under a key of a checked body, empty without one. */
export function objectIn(body: Json, key: string): Json {
  const value = body[key];
  return isRecord(value) ? value : {};
}

/** The list under a key of a checked body, empty without one. */
export function listIn(body: Json, key: string): readonly unknown[] {
  const value = body[key];
  return Array.isArray(value) ? value : [];
}
