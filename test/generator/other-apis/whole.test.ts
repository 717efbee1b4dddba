// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a path that is code
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import type { AnswerTypes } from '../../../runtime/catalog/answer-types.ts';
import { createCodeWords } from '../../../runtime/code/words/code-words.ts';
import { checkArguments } from '../../../runtime/input/check-arguments.ts';
import { encoded } from '../../../runtime/tool/encoded.ts';
import { complaints } from '../../support/compile-types.ts';
import { built, root, written } from './support/fixture.ts';

const text = { type: 'string' };
const ok = { '200': { content: { 'application/json': { schema: { $ref: '#/components/schemas/node' } } } } };
function query(name: string, schema: Json, more: Json = {}): Json {
  return { name, in: 'query', schema, ...more };
}

/** One description with a trap in each operation. */
const paths: Json = {
  '/`${process.exit(1)}`/{a}': { get: { operationId: '*/ process.exit(1) //', tags: ['*/'], responses: ok } },
  '/class/{class}/{new}': { delete: { operationId: 'delete', responses: { default: { description: 'Any' } } } },
  '/nodes': {
    parameters: [{ name: 'X-Trace', in: 'header', schema: { type: 'array', items: text } }],
    post: {
      operationId: 'create node',
      requestBody: {
        required: true,
        content: { 'application/json': { schema: { $ref: '#/components/schemas/node' } } },
      },
      responses: ok,
    },
  },
  '/nodes/{id}': { post: { operationId: 'create-node', responses: { default: ok['200'] } } },
  '/search#one': {
    get: {
      parameters: [
        query('$filter', { type: 'object' }),
        query('page[size]', { type: 'integer' }),
        query('limit', { type: 'integer' }),
        query('next_cursor', text),
        query('tags', { type: 'array', items: text }, { explode: false }),
        query('words', { type: 'array', items: text }, { style: 'pipeDelimited' }),
        query('where', { type: 'object', properties: { a: text } }, { style: 'deepObject' }),
        query('rows', { type: 'array', items: { type: 'object' } }),
        query('any', {}),
      ],
      responses: { '200': { content: { 'text/csv': {} } } },
    },
  },
  '/search#two': { get: { parameters: [query('limit', { type: 'integer' })], responses: {} } },
  '/photos': {
    put: {
      requestBody: {
        content: {
          'multipart/form-data': {
            schema: { properties: { photo: { ...text, format: 'binary' }, query: text, path: text } },
          },
        },
      },
      responses: { '204': { description: 'Kept' } },
    },
    patch: {
      requestBody: {
        content: {
          'application/x-www-form-urlencoded': {
            schema: { properties: { 'a b': text, list: { type: 'array', items: text } } },
            encoding: { list: { style: 'deepObject' } },
          },
        },
      },
      responses: { '302': { description: 'Elsewhere' } },
    },
  },
  '/raw': { post: { requestBody: { content: { 'application/octet-stream': {} } }, responses: { '2XX': ok['200'] } } },
  [`/${'very-long-name-'.repeat(9)}`]: { get: { responses: ok }, head: {}, trace: {} },
};
const components = {
  schemas: {
    node: {
      type: 'object',
      properties: {
        name: { type: ['string', 'null'] },
        kind: { const: 'node' },
        next: { $ref: '#/components/schemas/node' },
        all: { type: 'array', items: { $ref: '#/components/schemas/node' } },
        part: { $ref: '#/components/schemas/whole/definitions/part' },
        __proto__x: text,
        big: { type: 'integer', format: 'int64', maximum: 2 ** 63 },
      },
    },
    whole: { type: 'object', definitions: { part: { type: 'object', properties: { a: text } } } },
  },
};

const versions = ['3.0.3', '3.1.0'] as const;
describe.each(versions)('a description of %s with a trap in each operation', async (openapi) => {
  const { files, catalog } = await built(paths, { openapi, components });

  test('has one tool an operation, by names that are valid and unique', () => {
    const names = catalog.map(({ name }) => name);
    expect(names).toHaveLength(10);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9_]{1,64}$/);
  });

  test('has schemas that are valid in both drafts, closed in themselves, and portable', () => {
    for (const { inputSchema } of catalog) {
      for (const ajv of [new Ajv({ strict: true, allowUnionTypes: true }), new Ajv2020({ strict: false })])
        expect(ajv.validateSchema(inputSchema)).toBe(true);
      expect(inputSchema).toMatchObject({ type: 'object' });
      for (const keyword of ['anyOf', 'oneOf', 'allOf']) expect(inputSchema).not.toHaveProperty(keyword);
      expect(JSON.stringify(inputSchema)).not.toMatch(/"\$ref":"(?!#\/\$defs\/)|"nullable"|"example"|"x-/);
      for (const key of Object.keys(inputSchema.properties ?? {})) expect(key).toMatch(/^[a-zA-Z0-9_.-]{1,64}$/);
    }
  });

  test('has functions and answers that the compiler takes', async () => {
    const types: AnswerTypes = JSON.parse(files.get('answers.json') ?? '');
    const names = { object: 'acme', error: 'AcmeError' };
    const words = createCodeWords({
      profile: { id: 'acme' },
      catalog,
      from: catalog,
      answerTypes: async () => types,
      names,
    });
    const text = await words.declarations();
    expect(complaints(text)).toEqual([]);
    expect(Object.keys(types.answers)).toEqual(catalog.map(({ name }) => name));
    expect(types.types.Node).toContain('next: Node; all: Node[]');
    for (const { name } of catalog) expect(await words.search(`signature of ${name}`)).not.toContain('no function');
  });

  test('has tools that import and that build requests', async () => {
    await using output = await written(files);
    expect(output.tools.map(({ name }) => name).sort()).toEqual(catalog.map(({ name }) => name));
    const requests = output.tools.map((tool) => {
      const schema = catalog.find(({ name }) => name === tool.name)?.inputSchema;
      const whole = withoutReferences(schema);
      const properties = Object.entries(isObject(whole?.properties) ? whole.properties : {});
      return tool.request(
        checkArguments(tool, Object.fromEntries(properties.map(([key, value]) => [key, sample(value)]))),
      );
    });
    const byPath = Object.fromEntries(requests.map((request) => [`${request.path} ${Object.keys(request)}`, request]));
    expect(byPath['/search path,query']?.query).toBeDefined();
    expect(requests).toContainEqual({
      path: '/search',
      query: {
        k: 'x',
        'page[size]': 1,
        limit: 1,
        next_cursor: 'x',
        tags: encoded('x'),
        words: encoded('x'),
        where: { a: 'x' },
        rows: ['{"k":"x"}'],
        any: 'x',
      },
    });
    expect(requests).toContainEqual({ path: '/class/x/x' });
    expect(requests).toContainEqual({ path: '/photos', body: { 'a b': 'x', list: { '': ['x'] } }, bodyType: 'form' });
  });

  test('has modules that type-check under the settings of the project', async () => {
    await using output = await written(files);
    expect(typeErrors(output.folder)).toEqual([]);
    const facts = files.get('facts.ts') ?? '';
    await using broken = await written(
      new Map([...files, ['facts.ts', facts.replace('apiVersion =', 'apiVersion: number =')]]),
    );
    expect(typeErrors(broken.folder)).toHaveLength(1);
  }, 60_000);
});

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** A value that a schema of the description above accepts. */
function sample(schema: unknown): unknown {
  if (!isObject(schema)) return 'x';
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (Array.isArray(schema.anyOf)) return sample(schema.anyOf[0]);
  if (schema.type === 'integer') return 1;
  if (schema.type === 'array') return [sample(schema.items)];
  if (schema.type !== 'object') return 'x';
  const own = isObject(schema.properties) ? Object.entries(schema.properties) : [];
  const properties = own.length > 0 ? own : [['k', {}] as const];
  return Object.fromEntries(properties.map(([key, value]) => [key, sample(value)]));
}

function typeErrors(folder: string): string[] {
  const { config } = ts.readConfigFile(join(root, '../tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, join(root, '..'));
  const program = ts.createProgram([join(folder, 'index.ts'), join(folder, 'types/schema.d.ts')], {
    ...options,
    skipLibCheck: true,
  });
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file?.fileName.includes('/.tmp/') === true)
    .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
}

/** A schema with its definitions where they are referred to; none of them refers to itself. */
function withoutReferences(schema: unknown): Record<string, unknown> | undefined {
  const definitions = isObject(schema) && isObject(schema.$defs) ? schema.$defs : {};
  const inlined = JSON.stringify(schema)?.replaceAll(/\{"\$ref":"#\/\$defs\/([^"]+)"\}/g, (_, name: string) =>
    JSON.stringify(definitions[name]),
  );
  const read: Record<string, unknown> | undefined = inlined === undefined ? undefined : JSON.parse(inlined);
  return inlined?.includes('"$ref"') ? withoutReferences(read) : read;
}
