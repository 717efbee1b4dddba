import contract from '../../generated/intercom/operations.json' with { type: 'json' };
import type { Pagination } from '../../runtime/tool/tool.ts';

/** A schema as OpenAPI 3.0 writes it. */
export type Schema = Readonly<Record<string, unknown>>;

/** A JSON object. */
export type Json = Record<string, unknown>;

/** True for an object that is neither null nor a list. */
export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A path or query parameter. */
export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly explode?: boolean;
  readonly schema: Schema;
  readonly 'x-page-size'?: PageSize;
}

/** The size of a page, as the description tells it. */
interface PageSize {
  readonly default?: number;
  readonly max?: number;
}

/** What an operation may answer with one status. */
interface DeclaredAnswer {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
  readonly 'x-error-codes'?: readonly string[];
}

/** One operation of the contract, by its method and path template, such as `GET /contacts/{contact_id}`. */
export interface Operation {
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
  readonly responses: Readonly<Record<string, DeclaredAnswer>>;
  readonly pagination: Pagination | undefined;
  readonly pageSize: PageSize;
  /** Fields and operators of a search. */
  readonly search: Json | undefined;
}

interface Written {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
  readonly responses: Readonly<Record<string, DeclaredAnswer>>;
  readonly 'x-pagination'?: Pagination;
  readonly 'x-page-size'?: PageSize;
  readonly 'x-search'?: Json;
}

// Written by the generator, whose tests hold its shape.
const paths = contract.paths as unknown as Readonly<Record<string, Readonly<Record<string, Written>>>>;

/** Shared schemas by name. */
export const schemas: Readonly<Record<string, Schema>> = contract.schemas;

/** The version of the API that the contract describes. */
export const { version: apiVersion } = contract;

/** All operations, by `METHOD /path`. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([name, written]) => {
      const operation = readOperation(name.toUpperCase(), path, written);
      return [operation.key, operation] as const;
    }),
  ),
);

function readOperation(method: string, path: string, written: Written): Operation {
  const parameters = (written.parameters ?? []).filter((parameter) => parameter.in !== 'header');
  const perPage = parameters.find(({ name }) => name === 'per_page');
  return {
    key: `${method} ${path}`,
    method,
    path,
    parameters,
    body: written.requestBody?.content?.['application/json']?.schema,
    responses: written.responses,
    pagination: written['x-pagination'],
    pageSize: { ...perPage?.['x-page-size'], ...written['x-page-size'] },
    search: written['x-search'],
  };
}

/** The status of an operation's success, 200 where the contract declares none. */
export function successOf({ responses }: Operation): number {
  return Number(Object.keys(responses).find((status) => /^[23]/.test(status)) ?? 200);
}

/** The schema of a JSON answer with this status; undefined where none is declared. */
export function answerSchema({ responses }: Operation, status: number): Schema | undefined {
  return responses[String(status)]?.content?.['application/json']?.schema;
}

/** A schema with its references to shared ones followed. */
export function resolve(schema: unknown): Schema {
  if (!isRecord(schema)) return {};
  return typeof schema.$ref === 'string' ? resolve(schemas[schemaName(schema.$ref)]) : schema;
}

/** The name in a reference to a shared schema. */
function schemaName(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}
