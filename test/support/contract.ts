import { readFileSync } from 'node:fs';

/** A schema of the description, as OpenAPI 3.0 writes it. */
export interface Schema {
  readonly [keyword: string]: unknown;
}

/** A parameter of an operation. */
export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

/** An operation, as far as a request can be held against it. */
export interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const file = new URL('../../specs/intercom/contract.json', import.meta.url);

/** What Intercom says, without our corrections; it is checked when it is imported. */
export const contract = JSON.parse(readFileSync(file, 'utf8')) as Contract;

/** True for an object that is neither null nor a list. */
export function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The schemas that apply to one and the same value: a schema, what it refers to, and every part that it is composed of. */
export function parts(schema: unknown): Schema[] {
  if (!isObject(schema)) return [];
  const { $ref, allOf, anyOf, oneOf } = schema;
  const target = typeof $ref === 'string' ? contract.components.schemas[$ref.split('/').at(-1) ?? ''] : undefined;
  return [schema, ...[target, allOf, anyOf, oneOf].flat().flatMap(parts)];
}
