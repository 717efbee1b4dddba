import { Ajv, type ValidateFunction } from 'ajv';
import type { CatalogEntry } from '../../../runtime/catalog/catalog.ts';
import type { Pagination } from '../../../runtime/tool/tool.ts';
import { contract, isObject, type Operation, type Parameter, parts, type Schema } from '../../support/contract.ts';
import type { Passed } from '../../support/relay.ts';
import { undeclaredKeys } from './undeclared-keys.ts';

/** What is judged: a request, and the tool that sent it. */
export interface Judged {
  readonly entry: Pick<CatalogEntry, 'method' | 'path'>;
  readonly tool: { readonly pagination?: Pagination };
  readonly request: Passed;
}

/** What is wrong with the line and the headers of a request: method, path, API version, token and content type. */
export function judgeAddress({ entry: { method, path }, request }: Judged): string[] {
  const pattern = `^${path.replaceAll('.', '\\.').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`;
  const version = request.headers['intercom-version'];
  const type = request.headers['content-type'];
  return [
    ...(operationAt(method, path) === undefined ? [`the contract has no ${method} ${path}`] : []),
    ...(request.method === method ? [] : [`${request.method} instead of ${method}`]),
    ...(new RegExp(pattern).test(request.pathname) ? [] : [`${request.pathname} is no ${path}`]),
    ...(version === '2.16' ? [] : [`Intercom-Version is ${version}`]),
    ...(request.headers.authorization?.startsWith('Bearer ') ? [] : ['no access token']),
    ...((type === 'application/json') === (request.body !== '') ? [] : [`content type ${type}`]),
  ];
}

/** What is wrong with the query and the body of a request, by the names and schemas that the contract declares. */
export function judgeContent({ entry: { method, path }, tool: { pagination }, request }: Judged): string[] {
  const operation = operationAt(method, path) ?? {};
  return [...judgeQuery(operation, request, pagination), ...judgeBody(operation, request)];
}

function operationAt(method: string, path: string): Operation | undefined {
  return contract.paths[path]?.[method.toLowerCase()];
}

function judgeQuery({ parameters = [] }: Operation, { query }: Passed, pagination: Pagination | undefined): string[] {
  const declared = parameters.filter((parameter) => parameter.in === 'query');
  const known = new Set([...declared.map(({ name }) => name), ...pagingNames(pagination)]);
  const unknown = [...query.keys()].filter((name) => !known.has(name)).map((name) => `query ${name} is not declared`);
  return [...unknown, ...declared.flatMap((parameter) => judgeParameter(parameter, query.get(parameter.name)))];
}

/** Many lists take paging parameters that the description does not declare. */
function pagingNames(pagination: Pagination | undefined): string[] {
  return pagination === undefined ? [] : ['page', 'per_page', 'starting_after', pagination.param ?? 'starting_after'];
}

function judgeParameter({ name, required, schema }: Parameter, text: string | null): string[] {
  if (text === null) return required ? [`query ${name} is missing`] : [];
  const value = schema.type === 'array' ? text.split(',') : text;
  const validate = validator(schema, coercing);
  return validate({ value }) ? [] : [`query ${name}: ${coercing.errorsText(validate.errors)}`];
}

function judgeBody({ requestBody }: Operation, { body }: Passed): string[] {
  const schema = requestBody?.content['application/json']?.schema;
  if (schema === undefined) return body === '' ? [] : ['a body where none is declared'];
  if (body === '') return parts(schema).some(({ required }) => required !== undefined) ? ['the body is missing'] : [];
  const value: unknown = JSON.parse(body);
  const validate = validator(schema, exact);
  return [
    ...(validate({ value }) ? [] : [`body: ${exact.errorsText(validate.errors)}`]),
    ...undeclaredKeys(value, [schema]).map((place) => `body: ${place} is not declared`),
  ];
}

const settings = { strict: false, validateFormats: false, allErrors: true } as const;
const exact = new Ajv(settings);
const coercing = new Ajv({ ...settings, coerceTypes: true });
const validators = new Map([exact, coercing].map((ajv) => [ajv, new WeakMap<Schema, ValidateFunction>()]));
const components = toJsonSchema(contract.components);

/** A validator for an object that holds the value as `value`: only so can ajv coerce it. */
function validator(schema: Schema, ajv: Ajv): ValidateFunction {
  const known = validators.get(ajv)?.get(schema);
  if (known !== undefined) return known;
  const made = ajv.compile({ type: 'object', properties: { value: toJsonSchema(schema) }, components });
  validators.get(ajv)?.set(schema, made);
  return made;
}

/** OpenAPI 3.0 as JSON Schema: `nullable` admits null, and `oneOf` is read as `anyOf`, for its forms overlap. */
function toJsonSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(toJsonSchema);
  if (!isObject(schema)) return schema;
  const { nullable, oneOf, ...rest } = schema;
  const plain = Object.fromEntries(Object.entries(rest).map(([keyword, value]) => [keyword, toJsonSchema(value)]));
  const both = oneOf === undefined ? plain : { allOf: [plain, { anyOf: toJsonSchema(oneOf) }] };
  return nullable === true ? { anyOf: [both, { type: 'null' }] } : both;
}
