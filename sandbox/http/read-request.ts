import { isJson, type Json, type Operation, type Parameter, resolve } from '../contract/contract.ts';
import { violationOf } from '../contract/validate.ts';
import { Fault } from '../fault.ts';
import type { QueryValue } from './call.ts';

/** Read wherever they stand, since most operations that page do not declare them all. */
const PAGING = ['page', 'per_page', 'starting_after', 'before'];

/** The query of a request with values of the declared types; throws a Fault that names the parameter. */
export function readQuery(operation: Operation, given: URLSearchParams): Record<string, QueryValue | undefined> {
  const query: Record<string, QueryValue | undefined> = {};
  for (const name of PAGING) {
    const value = given.get(name);
    if (value !== null) query[name] = value;
  }
  for (const parameter of operation.parameters) {
    if (parameter.in !== 'query') continue;
    for (const [name, value] of valuesOf(parameter, given)) {
      query[name] = value;
      if (name !== parameter.name) continue;
      const violation = violationOf(parameter.schema, value);
      if (violation)
        throw new Fault(invalidStatus(operation), `${name} ${violation.message}`, {
          code: 'parameter_invalid',
          field: name,
        });
    }
    if (parameter.required && !hasAny(parameter, given))
      throw new Fault(400, `${parameter.name} is required`, { code: 'parameter_not_found', field: parameter.name });
  }
  return query;
}

/** Names by which an exploded object's members stand in the query. */
function membersOf({ schema }: Parameter): string[] {
  const resolved = resolve(schema);
  const forms = [resolved, ...[resolved.oneOf, resolved.anyOf].flat()].map(resolve);
  return forms.flatMap((form) => (isJson(form.properties) ? Object.keys(form.properties) : []));
}

const hasAny = (parameter: Parameter, given: URLSearchParams): boolean =>
  [parameter.name, ...membersOf(parameter)].some((name) => given.has(name));

function valuesOf(parameter: Parameter, given: URLSearchParams): [string, QueryValue][] {
  const members = membersOf(parameter).filter((name) => given.has(name));
  if (members.length > 0) return members.map((name) => [name, given.get(name) ?? '']);
  const values = given.getAll(parameter.name);
  if (values.length === 0) return [];
  const { type, items } = resolve(parameter.schema);
  if (type !== 'array') return [[parameter.name, typed(values.at(-1) ?? '', type)]];
  const parts = parameter.explode === false ? values.flatMap((value) => value.split(',')) : values;
  return [[parameter.name, parts.map((part) => typed(part, resolve(items).type) as string | number)]];
}

function typed(text: string, type: unknown): string | number | boolean {
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  if ((type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  return text;
}

/** The JSON body of a request, held against the contract; throws a Fault that names the place. */
export async function readBody(operation: Operation, request: Request): Promise<Json> {
  const text = await request.text();
  if (operation.body === undefined) return {};
  const value: unknown = text === '' ? {} : parse(text);
  if (!isJson(value)) throw new Fault(400, 'The body is no JSON object', { code: 'bad_request' });
  // A query is judged by the search language itself, which allows more than its schema and refuses more precisely.
  const judged = operation.search !== undefined && value.query !== undefined ? { ...value, query: ANY_QUERY } : value;
  const violation = violationOf(operation.body, judged);
  if (violation === undefined) return value;
  const code = violation.kind === 'missing' ? 'parameter_not_found' : 'parameter_invalid';
  throw new Fault(invalidStatus(operation), violation.message, { code, field: violation.at });
}

const ANY_QUERY = { field: 'id', operator: '=', value: '' };

/** The status for what the contract does not allow: 422 where the operation has that one and no 400. */
const invalidStatus = ({ responses }: Operation): number =>
  responses['400'] === undefined && responses['422'] !== undefined ? 422 : 400;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Fault(400, `The body is no JSON: ${error instanceof Error ? error.message : ''}`, {
      code: 'bad_request',
    });
  }
}
