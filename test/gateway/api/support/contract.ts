import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import type { ApiAnswer, TestGateway } from '../../support/gateway.ts';

/** A route of the served OpenAPI document. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly security: readonly object[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
  readonly summary?: string;
  readonly description?: string;
}

/** Every route of an OpenAPI document. */
export function operationsOf(document: { paths: Record<string, Record<string, object>> }): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      // The documents that come here are those of a gateway, whose form another test holds.
      ([method, operation]) => ({ ...(operation as Operation), method: method.toUpperCase(), path }),
    ),
  );
}

/**
 * The API of a gateway whose every answer is held against the document that it serves: the status has to be one that the
 * route declares, and the body has to have that form and no key more.
 */
export async function describedApi({ api }: TestGateway): Promise<TestGateway['api']> {
  const { body: document } = await api('GET', '/openapi.json');
  const operations = operationsOf(document);
  const ajv = new Ajv2020({ strict: false, formats: { 'date-time': UTC, date: /^\d{4}-\d\d-\d\d$/ } });
  ajv.addSchema(closed(document), 'api');

  const check = (method: string, path: string, answered: ApiAnswer): void => {
    const operation = operations.find((known) => known.method === method && patternOf(known.path).test(path));
    const where = `${method} ${path} ${answered.status}`;
    if (operation === undefined) throw new Error(`${where}: the document has no such route`);
    const declared = operation.responses[answered.status];
    if (declared === undefined) throw new Error(`${where}: undeclared, answered ${JSON.stringify(answered.body)}`);
    const [type] = Object.keys(declared.content ?? {});
    expect(answered.headers.get('content-type')?.split(';')[0], where).toBe(type);
    if (type === undefined) {
      expect(answered.body, where).toBe('');
      return;
    }
    const steps = [
      'paths',
      operation.path,
      method.toLowerCase(),
      'responses',
      String(answered.status),
      'content',
      type,
    ];
    const pointer = [...steps, 'schema']
      .map((step) => step.replaceAll('/', '~1'))
      .map(encodeURIComponent)
      .join('/');
    if (!ajv.validate({ $ref: `api#/${pointer}` }, answered.body)) throw new Error(`${where}: ${ajv.errorsText()}`);
  };

  return async (method, path, body, headers) => {
    const answered = await api(method, path, body, headers);
    check(method, path.replace(/\?.*/, ''), answered);
    return answered;
  };
}

/** As the API writes every moment. */
const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}

/** A schema whose objects have the declared keys alone. */
function closed(schema: unknown): object {
  const text = JSON.stringify(schema);
  return JSON.parse(text, (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'properties' in value
      ? { additionalProperties: false, ...value }
      : value,
  );
}
