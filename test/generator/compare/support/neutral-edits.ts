import type { ChangeKind } from '../../../../generator/compare/change.ts';
import { isRecord, type Json } from '../../../../generator/json/json-schema.ts';
import type { Random } from '../../../../sandbox/store/random.ts';
import { type EditKind, operationsAt, recordAt, sitesOf } from './edits.ts';
import { operationsOf } from './occurrences.ts';

/** Another way to write the same schema, or an order that means nothing. */
interface SameSchema {
  readonly name: string;
  readonly where: (schema: Json) => boolean;
  readonly prepare?: Json;
  readonly rewrite: (schema: Json, random: Random) => Json;
  readonly mayFollow?: readonly ChangeKind[];
}

const text = ({ type, enum: values }: Json): boolean => type === 'string' && values === undefined;
/** What says no more than that it is a text: a null or a default inside of a part is not the whole's. */
const bare = (schema: Json): boolean =>
  text(schema) && ['nullable', 'default', 'readOnly'].every((keyword) => schema[keyword] === undefined);
const object = ({ properties }: Json): boolean => isRecord(properties) && Object.keys(properties).length > 1;

const sameSchemas: readonly SameSchema[] = [
  {
    name: 'properties in another order',
    where: object,
    rewrite: ({ properties, ...rest }, random) => ({ ...rest, properties: shuffledRecord(properties, random) }),
  },
  {
    name: 'required in another order',
    where: ({ required }) => Array.isArray(required) && required.length > 1,
    rewrite: ({ required, ...rest }) => ({ ...rest, required: reversed(required) }),
  },
  {
    name: 'enum in another order',
    where: ({ enum: values }) => Array.isArray(values) && values.length > 1,
    rewrite: ({ enum: values, ...rest }) => ({ ...rest, enum: reversed(values) }),
  },
  {
    name: 'empty list of required',
    where: ({ properties, required }) => isRecord(properties) && required === undefined,
    rewrite: (schema) => ({ ...schema, required: [] }),
  },
  { name: 'wrapped in an allOf of one', where: bare, rewrite: (schema) => ({ allOf: [schema] }) },
  { name: 'wrapped in an anyOf of one', where: bare, rewrite: (schema) => ({ anyOf: [schema] }) },
  {
    name: 'nullable as a list of types',
    where: text,
    prepare: { nullable: true },
    rewrite: ({ nullable: _, ...rest }) => ({ ...rest, type: ['string', 'null'] }),
  },
  {
    name: 'nullable: false stated',
    where: (schema) => text(schema) && schema.nullable === undefined,
    rewrite: (schema) => ({ ...schema, nullable: false }),
  },
  { name: 'type as a list of one', where: text, rewrite: (schema) => ({ ...schema, type: ['string'] }) },
  {
    name: 'one value as const',
    where: text,
    prepare: { enum: ['a'] },
    rewrite: ({ enum: _, ...rest }) => ({ ...rest, const: 'a' }),
  },
  {
    name: 'open map stated',
    where: (schema) => object(schema) && schema.additionalProperties === undefined && schema.allOf === undefined,
    rewrite: (schema) => ({ ...schema, additionalProperties: true }),
    // A tool takes other names where a body says by itself that it has them.
    mayFollow: ['argument widened'],
  },
  {
    name: 'value twice in an enum',
    where: ({ enum: values }) => Array.isArray(values) && values.length > 1,
    rewrite: ({ enum: values, ...rest }) => ({
      ...rest,
      enum: Array.isArray(values) ? [...values, values[0]] : values,
    }),
  },
  {
    name: 'examples, words and extensions',
    where: (schema) => schema.$ref === undefined,
    rewrite: (schema) => ({
      ...schema,
      example: 'quite new',
      examples: ['quite new'],
      xml: { name: 'a' },
      'x-quite-new': 1,
    }),
  },
  {
    name: 'minLength of zero',
    where: (schema) => text(schema) && schema.minLength === undefined,
    rewrite: (schema) => ({ ...schema, minLength: 0 }),
  },
];

/** Edits after which the same calls work and the same answers come. */
export const neutralEdits: readonly EditKind[] = [
  ...sameSchemas.map(sameSchema),
  {
    name: 'neutral: schema extracted',
    sites: (contract) =>
      sitesOf(
        contract,
        undefined,
        (schema, pointer) => object(schema) && !/^\/components\/schemas\/[^/]+$/.test(pointer),
      ),
    edit: (contract, site) => ({
      what: `schema extracted at ${site}`,
      operations: operationsAt(contract, site),
      apply: (document) => {
        const schema = recordAt(document, site);
        recordAt(document, '/components/schemas').quite_new = { ...schema };
        replace(schema, { $ref: '#/components/schemas/quite_new' });
      },
      expected: [],
      // Programs import the types of answers by their schemas' names.
      mayFollow: ['export renamed'],
    }),
  },
  {
    name: 'neutral: schema renamed',
    sites: ({ document, occurrences }) =>
      Object.keys(recordAt(document, '/components/schemas'))
        .map((name) => `/components/schemas/${name}`)
        .filter((pointer) => occurrences.has(pointer)),
    edit: (contract, site) => ({
      what: `schema renamed at ${site}`,
      operations: operationsAt(contract, site),
      apply: (document) => renameSchema(document, site.split('/').at(-1) ?? ''),
      expected: [],
      // Programs import its type by its name.
      mayFollow: ['export renamed'],
    }),
  },
  {
    name: 'neutral: schema inlined',
    sites: (contract) => sitesOf(contract, undefined, (schema) => isInlinable(schema, contract.document)),
    edit: (contract, site) => ({
      what: `schema inlined at ${site}`,
      operations: operationsAt(contract, site),
      apply: (document) => {
        const schema = recordAt(document, site);
        replace(schema, structuredClone(recordAt(document, String(schema.$ref).slice(1))));
      },
      expected: [],
      // Programs import the types of answers by their schemas' names.
      mayFollow: ['export renamed'],
    }),
  },
  {
    name: 'neutral: schemas, paths and tags in another order, an unused schema',
    sites: () => ['/'],
    edit: (_, __, random) => ({
      what: 'the whole in another order',
      apply: (document) => {
        const components = recordAt(document, '/components');
        const unused = { type: 'object', properties: { a: { type: 'string' } } };
        components.schemas = shuffledRecord({ quite_new: unused, ...recordAt(components, '/schemas') }, random);
        document.paths = shuffledRecord(document.paths, random);
        document.tags = reversed(document.tags);
      },
      expected: [],
    }),
  },
  ...(['parameters', 'responses', 'summary', 'operation'] as const).map(
    (part): EditKind => ({
      name: `neutral: ${part} in another order or other words`,
      sites: ({ document }) => operationsOf(document).map(({ pointer }) => pointer),
      edit: (contract, site, random) => {
        const found = operationsOf(contract.document).find(({ pointer }) => pointer === site);
        return {
          what: `${part} of ${site}`,
          operations: found ? [`${found.method.toUpperCase()} ${found.path}`] : [],
          apply: (document) => reorder(recordAt(document, site), part, random),
          expected: [],
          mayFollow: ['words'],
        };
      },
    }),
  ),
];

function sameSchema({ name, where, prepare = {}, rewrite, mayFollow = [] }: SameSchema): EditKind {
  return {
    name: `neutral: ${name}`,
    sites: (contract) => sitesOf(contract, undefined, where),
    edit: (contract, site, random) => ({
      what: `${name} at ${site}`,
      operations: operationsAt(contract, site),
      prepare: (document) => void Object.assign(recordAt(document, site), prepare),
      apply: (document) => {
        const schema = recordAt(document, site);
        replace(schema, rewrite({ ...schema }, random));
      },
      expected: [],
      mayFollow,
    }),
  };
}

function reorder(operation: Json, part: 'parameters' | 'responses' | 'summary' | 'operation', random: Random): void {
  if (part === 'parameters') operation.parameters = reversed(operation.parameters);
  else if (part === 'responses') operation.responses = shuffledRecord(operation.responses, random);
  else if (part === 'summary') Object.assign(operation, { summary: 'Quite new', description: 'Quite new words' });
  else replace(operation, Object.fromEntries(Object.entries(operation).toReversed()));
}

function renameSchema(document: Json, name: string): void {
  const [from, to] = [name, `${name}_quite_new`].map((one) => JSON.stringify(`#/components/schemas/${one}`));
  const schemas = recordAt(document, '/components/schemas');
  schemas[`${name}_quite_new`] = schemas[name];
  delete schemas[name];
  replace(document, JSON.parse(JSON.stringify(document).replaceAll(from ?? '', to ?? '')));
}

function isInlinable({ $ref, ...beside }: Json, document: Json): boolean {
  if (typeof $ref !== 'string' || Object.keys(beside).length > 0) return false;
  return !JSON.stringify(recordAt(document, $ref.slice(1))).includes(`"${$ref}"`);
}

function replace(target: Json, source: Json): void {
  for (const key of Object.keys(target)) delete target[key];
  Object.assign(target, source);
}

function reversed(value: unknown): unknown {
  return Array.isArray(value) ? value.toReversed() : value;
}

function shuffledRecord(value: unknown, random: Random): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map((entry) => [random.next(), entry] as const)
      .sort(([a], [b]) => a - b)
      .map(([, entry]) => entry),
  );
}
