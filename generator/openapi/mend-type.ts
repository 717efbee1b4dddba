import { type Report, shown } from './mending.ts';

const TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null', 'file'];

/** What descriptions call types of other languages. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  string: [
    ...['str', 'text', 'char', 'varchar', 'uuid', 'guid', 'date', 'datetime', 'date-time', 'time', 'timestamp'],
    ...['email', 'uri', 'url', 'password', 'byte', 'bytes', 'binary', 'base64', 'enum'],
  ],
  integer: ['int', 'int32', 'int64', 'long', 'short', 'bigint'],
  number: ['float', 'double', 'decimal', 'numeric', 'float32', 'float64'],
  boolean: ['bool'],
  array: ['list', 'set', 'tuple'],
  object: ['map', 'dict', 'dictionary', 'hash', 'struct', 'json'],
  null: ['none', 'nil', 'nulltype'],
};

/** The types of JSON Schema by their other names. */
const BY_NAME = new Map([
  ...TYPES.map((type) => [type, type] as const),
  ...Object.entries(OTHER_NAMES).flatMap(([type, names]) => names.map((name) => [name, type] as const)),
]);

/** The type that a name stands for, in any case and by the names of other languages; undefined where it is none. */
export function typeNamed(name: unknown): string | undefined {
  // An unquoted null in YAML is the type of that name.
  if (name === null) return 'null';
  return typeof name === 'string' ? BY_NAME.get(name.trim().toLowerCase()) : undefined;
}

/** A type, or a list of several, in the names of JSON Schema; undefined where nothing of it is a type. */
export function mendType(value: unknown, pointer: string, report: Report): unknown {
  if (typeof value === 'string' && TYPES.includes(value)) return value;
  if (Array.isArray(value) && value.length > 0 && value.every((one) => TYPES.includes(one))) return value;
  const names = [value].flat().map(typeNamed);
  const known = [...new Set(names.filter((name) => name !== undefined))];
  if (known.length === 0) return undefined;
  const mended = Array.isArray(value) ? known : known[0];
  report(
    pointer,
    `the type ${Array.isArray(value) ? JSON.stringify(value) : shown(value)} is read as ${JSON.stringify(mended)}`,
  );
  return mended;
}
