import { isRecord, type Json, type Operation, type Parameter, resolve } from '../contract/contract.ts';
import { violationOf } from '../contract/validate.ts';
import type { QueryValue } from './call.ts';
import { Fault } from './fault.ts';

/** Read wherever they stand, since most operations that page do not declare them all. */
const PAGING = ['page', 'per_page', 'starting_after', 'before'];

/** The query of a request with values of the declared types; throws a Fault that names the parameter. */
export function readQuery(operation: Operation, search: URLSearchParams): Record<string, QueryValue | undefined> {
  const query: Record<string, QueryValue | undefined> = {};
  for (const name of PAGING) {
    const value = search.getAll(name).at(-1);
    if (value !== undefined) query[name] = value;
  }
  for (const parameter of operation.parameters) {
    if (parameter.in !== 'query') continue;
    for (const [name, value] of valuesOf(parameter, search)) {
      query[name] = value;
      if (name !== parameter.name) continue;
      const violation = violationOf(parameter.schema, value);
      if (violation)
        throw invalid(operation, 'parameter_invalid', {
          field: name,
          message: `${[name, violation.at].filter(Boolean).join('.')} ${violation.problem}`,
        });
    }
    if (parameter.required && !hasAny(parameter, search))
      throw invalid(operation, 'parameter_not_found', {
        field: parameter.name,
        message: `${parameter.name} is required`,
      });
  }
  return query;
}

/** Names by which an exploded object's members stand in the query. */
function membersOf({ schema }: Parameter): string[] {
  const resolved = resolve(schema);
  const forms = [resolved, ...[resolved.oneOf, resolved.anyOf].flat()].map(resolve);
  return forms.flatMap((form) => (isRecord(form.properties) ? Object.keys(form.properties) : []));
}

function hasAny(parameter: Parameter, search: URLSearchParams): boolean {
  return [parameter.name, ...membersOf(parameter)].some((name) => search.has(name));
}

function valuesOf(parameter: Parameter, search: URLSearchParams): [string, QueryValue][] {
  const members = membersOf(parameter).filter((name) => search.has(name));
  if (members.length > 0) return members.map((name) => [name, search.getAll(name).at(-1) ?? '']);
  const values = search.getAll(parameter.name);
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
  const text = await textOf(request);
  if (operation.body === undefined) return {};
  const value: unknown = text === '' ? {} : parse(text);
  if (!isRecord(value)) throw new Fault(400, 'The body is no JSON object', { code: 'bad_request' });
  // A query is judged by the search language itself, which allows more than its schema and refuses more precisely.
  const judged = operation.search !== undefined && value.query !== undefined ? { ...value, query: ANY_QUERY } : value;
  const violation = violationOf(operation.body, judged);
  if (violation === undefined) return value;
  const code = violation.kind === 'missing' ? 'parameter_not_found' : 'parameter_invalid';
  throw invalid(operation, code, { field: violation.at, message: violation.message });
}

/** Bytes that a body may have; Intercom's own limit is not known. */
const MOST = 10 * 1024 * 1024;

async function textOf({ body }: Request): Promise<string> {
  const decoder = new TextDecoder();
  let [text, size] = ['', 0];
  const reader = body?.getReader();
  for (let chunk = await reader?.read(); chunk?.value !== undefined; chunk = await reader?.read()) {
    size += chunk.value.byteLength;
    if (size > MOST) throw new Fault(413, `The body has more than ${MOST} bytes`, { code: 'client_error' });
    text += decoder.decode(chunk.value, { stream: true });
  }
  return text + decoder.decode();
}

const ANY_QUERY = { field: 'id', operator: '=', value: '' };

/** Codes that say of any parameter that it is wrong; the others say what is wrong with one. */
const GENERAL = ['parameter_not_found', 'parameter_invalid', 'bad_request', 'validation_error', 'data_invalid'];

/**
 * What the contract does not allow: with status 422 where the operation has that one and no 400, and with the code that
 * the operation has for it where that is not the usual one.
 */
function invalid(
  { responses }: Operation,
  usual: string,
  { field, message }: { readonly field: string; readonly message: string },
): Fault {
  const status = responses['400'] === undefined && responses['422'] !== undefined ? 422 : 400;
  const own = (responses[String(status)]?.['x-error-codes'] ?? []).filter((code) => GENERAL.includes(code));
  return new Fault(status, message, { code: own.includes(usual) ? usual : (own[0] ?? usual), field });
}

function parse(text: string): unknown {
  try {
    // Set as a key, it would be the prototype of what it is copied into.
    return JSON.parse(text, (key, value) => (key === '__proto__' ? undefined : value));
  } catch (error) {
    throw new Fault(400, `The body is no JSON: ${error instanceof Error ? error.message : ''}`, {
      code: 'bad_request',
    });
  }
}
