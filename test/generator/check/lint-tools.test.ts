import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { type ClientRule, clientRules, type ListedTool } from '../../../generator/check/client-rules.ts';
import { checkClients, lintTools } from '../../../generator/check/lint-tools.ts';
import type { JsonSchema } from '../../../generator/json/json-schema.ts';
import { catalog, intercom } from '../../../intercom/catalog.ts';
import { createDiscovery, registerTools } from '../../../runtime/mcp/index.ts';
import { listTools } from '../../../runtime/mcp/list.ts';
import { getThing, listThings, replyToThing } from '../../support/sample-tools.ts';
import { built } from '../other-apis/support/fixture.ts';
import { body } from '../support/fixture.ts';

function tool(inputSchema: JsonSchema, more: object = {}) {
  return { name: 'pet', description: 'A pet', inputSchema, ...more };
}
function of(property: JsonSchema) {
  return tool({ type: 'object', properties: { a: property } });
}

const { profile } = intercom;

/** Tools as they come over the wire. */
function asListed(tools: readonly object[]): ListedTool[] {
  return JSON.parse(JSON.stringify(tools));
}

const object: JsonSchema = { type: 'object', properties: {} };
const text: JsonSchema = { type: 'string' };

/** A tool that breaks each rule, and where. */
const broken: Record<keyof typeof clientRules, [ReturnType<typeof tool>, string][]> = {
  name: [
    [tool(object, { name: '1st' }), ''],
    [tool(object, { name: 'a.b' }), ''],
    [tool(object, { name: 'a'.repeat(65) }), ''],
  ],
  description: [[tool(object, { description: 'x'.repeat(1025) }), '']],
  root: [
    [tool({ ...object, anyOf: [object] }), ''],
    [tool(text), ''],
  ],
  keys: [[tool({ type: 'object', properties: { 'a[b]': text } }), '']],
  type: [
    [of({ enum: ['a'] }), '/properties/a'],
    [of({ type: 'array', items: {} }), '/properties/a/items'],
    [of({ anyOf: [text, { description: 'x' }] }), '/properties/a/anyOf/1'],
    [tool({ ...object, $defs: { a: {} } }), '/$defs/a'],
    [of({ ...object, additionalProperties: {} }), '/properties/a/additionalProperties'],
  ],
  typeBesideChoice: [[of({ ...text, anyOf: [text] }), '/properties/a']],
  reference: [
    [of({ $ref: '#/properties/b' }), '/properties/a'],
    [of({ $ref: '#/$defs/b', description: 'x' }), '/properties/a'],
    [of({ ...object, $defs: { b: text } }), '/properties/a'],
  ],
  enum: [
    [of({ type: 'integer', enum: [1] }), '/properties/a'],
    [of({ ...text, enum: [''] }), '/properties/a'],
  ],
  const: [[of({ ...text, const: 'a' }), '/properties/a']],
  items: [[of({ type: 'array' }), '/properties/a']],
  properties: [[of({ type: 'object' }), '/properties/a']],
  format: [[of({ ...text, format: 'uri' }), '/properties/a']],
  keywords: [[of({ ...text, default: 'a' }), '/properties/a']],
  depth: [
    [
      tool(
        Array.from({ length: 10 }).reduce<JsonSchema>((part) => ({ type: 'object', properties: { a: part } }), object),
      ),
      '',
    ],
  ],
  size: [[of({ ...text, enum: Array.from({ length: 1001 }, (_value, at) => `v${at}`) }), '']],
};

describe.each(Object.entries(broken))('%s', (rule, cases) => {
  test.each(cases)('is broken by %j', (given, pointer) => {
    expect(lintTools([given])).toContainEqual({ tool: given.name, rule, pointer });
  });
});

test('a plain tool breaks no rule', () => {
  const filter: JsonSchema = { anyOf: [object, text] };
  const given = tool({
    type: 'object',
    properties: { a: { ...text, format: 'date-time' }, b: { $ref: '#/$defs/f' } },
    $defs: { f: filter },
  });
  expect(lintTools([given])).toEqual([]);
});

describe('what this project lists breaks no rule', () => {
  const writes = catalog.filter(({ access }) => access === 'write');

  test('all tools, also where writes are confirmed', () => {
    expect(lintTools(catalog)).toEqual([]);
    expect(lintTools(asListed(listTools(writes, { confirm: 'write' }).tools))).toEqual([]);
  });

  test('the tools of discovery', () => {
    const toolbox = createDiscovery({ profile, from: catalog })(catalog);
    const { tools } = toolbox.list();
    expect(tools.length).toBeGreaterThan(2);
    expect(lintTools(asListed(tools))).toEqual([]);
  });

  test('tools whose schemas are derived', () => {
    const listed: object[] = [];
    const server = {
      registerTool: (name: string, { description, inputSchema }: { description: string; inputSchema: z.ZodType }) =>
        listed.push({ name, description, inputSchema: z.toJSONSchema(inputSchema) }),
      server: { getClientCapabilities: () => undefined },
    };
    const tools = [getThing, replyToThing, listThings({ style: 'cursor', items: 'data' })];
    const client = { exchange: () => Promise.reject(new Error('no call was expected')) };
    // The registrar's type leaves its configuration open.
    registerTools(server as never, tools, { client, profile });
    expect(listed).toHaveLength(3);
    expect(lintTools(asListed(listed))).toEqual([]);
  });
});

test('the table of docs/clients.md says what the rules are', () => {
  const text = readFileSync(new URL('../../../docs/clients.md', import.meta.url), 'utf8');
  const rows = Object.values<ClientRule>(clientRules).map(
    ({ says, clients, costs, source }) => `| ${says} | ${clients} | ${costs} | [source](${source}) |`,
  );
  expect(text).toContain(rows.join('\n'));
});

describe('tools of another API', () => {
  const file = { schema: { type: 'string', format: 'uri', default: 'https://a.example' } };

  test('keep the rules, whatever the description holds', async () => {
    const { catalog, diagnostics } = await built(
      {
        '/pets/{1st}': {
          post: {
            operationId: '1. make a pet!',
            parameters: [
              { name: '1st', in: 'path', required: true, ...file },
              { name: 'filter[age]', in: 'query', schema: { type: ['integer', 'null'], enum: [1, 5, null] } },
              { name: 'any', in: 'query', schema: {} },
            ],
            requestBody: body({
              type: 'object',
              properties: {
                kind: { const: 'dog' },
                mixed: { enum: ['a', 1, true, ''] },
                tags: { type: 'array' },
                free: { type: 'object', additionalProperties: true },
                either: {
                  oneOf: [
                    { type: 'object', properties: { a: file.schema } },
                    { type: 'array', prefixItems: [{}] },
                  ],
                },
                node: { $ref: '#/components/schemas/node' },
              },
            }),
            responses: {},
          },
        },
      },
      {
        openapi: '3.1.0',
        components: {
          schemas: { node: { type: 'object', properties: { next: { $ref: '#/components/schemas/node' } } } },
        },
      },
    );
    expect(lintTools(catalog)).toEqual([]);
    expect(diagnostics.filter(({ code }) => code === 'CLIENT_RULE')).toEqual([]);
  });

  test('are told of where they do not, once for a rule', () => {
    const given = of({ type: 'object', properties: { b: { enum: ['a'] }, c: {} } });
    const found = checkClients([given], new Map([['pet', '/paths/~1pets/get']]));
    expect(found).toEqual([
      expect.objectContaining({
        code: 'CLIENT_RULE',
        severity: 'warning',
        message: expect.stringMatching(
          /^pet \(\/properties\/a\/properties\/b of its input\), for Gemini, Kimi: A value has one/,
        ),
        pointer: '/paths/~1pets/get',
      }),
    ]);
  });
});
