import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { answers, description } from './support/describe.ts';
import { outcomeOf } from './support/plan.ts';
import { generated } from './support/wire.ts';

const newer = (paths: Json, more: Json = {}): Json => description(paths, { openapi: '3.2.0', ...more });
const text = { type: 'string' };
const thing = { type: 'object', properties: { id: text, name: text } };
const get = { responses: answers(thing) };

/** The codes and messages of a description, but for what its version says. */
async function told(doc: Json): Promise<string[]> {
  const { diagnostics, isRefused } = await outcomeOf(doc);
  expect(isRefused).toBe(false);
  return diagnostics.flatMap(({ code, message }) => (code === 'SOURCE_NEWER' ? [] : [`${code}: ${message}`]));
}

describe('what is one item after another', () => {
  const sequence = (type: string): Json => ({ [type]: { itemSchema: thing } });
  const types = ['application/jsonl', 'application/x-ndjson', 'application/json-seq', 'text/event-stream'];

  test.each(types)('is read as text and named: %s', async (type) => {
    const doc = newer({ '/x': { get: { responses: { 200: { description: '', content: sequence(type) } } } } });
    await using made = await generated({ doc });
    const body = '\u001e{"id":"1"}\n\u001e{"id":"2"}\n';
    const { output } = await made.send({}, { answer: () => new Response(body, { headers: { 'content-type': type } }) });
    expect(output).toBe(body);
    expect(await told(doc)).toEqual([
      `SEQUENCE_AS_TEXT: the answer is a sequence of items as ${type}: it is answered as text, once it has ended`,
    ]);
  });

  test.each(types)('is given as text and named: %s', async (type) => {
    const doc = newer({ '/x': { post: { requestBody: { content: sequence(type) }, ...get } } });
    await using made = await generated({ doc });
    const body = '{"id":"1"}\n';
    const sent = await made.send({ body });
    expect([sent.text, sent.headers.get('content-type')]).toEqual([body, type]);
    expect(await told(doc)).toEqual([
      `SEQUENCE_AS_TEXT: the body is a sequence of items as ${type}: it is given as one text`,
    ]);
  });

  test('as parts without names is told to be a guess', async () => {
    const content = { 'multipart/mixed': { itemSchema: thing, itemEncoding: { contentType: 'application/json' } } };
    const messages = await told(newer({ '/x': { post: { requestBody: { content }, ...get } } }));
    expect(messages.map((message) => message.split(':')[0])).toEqual(['FORM_WITHOUT_FIELDS', 'MULTIPART_GUESSED']);
  });

  test('a part that has parts of its own is told', async () => {
    const schema = { type: 'object', properties: { o: thing } };
    const encoding = { o: { contentType: 'multipart/mixed', encoding: { id: {} } } };
    const content = { 'multipart/form-data': { schema, encoding } };
    expect(await told(newer({ '/x': { post: { requestBody: { content }, ...get } } }))).toEqual([
      'MULTIPART_GUESSED: the part o has parts of its own: it is sent as one',
    ]);
  });
});

describe('the address that a description gives itself', () => {
  const components = {
    parameters: { p: { name: 'p', in: 'query', schema: { $ref: 'api#/components/schemas/S' } } },
    schemas: { S: text },
  };
  test.each<[string, unknown, string]>([
    [
      'is where its whole references lead',
      'https://acme.example.test/api',
      'https://acme.example.test/api#/components/parameters/p',
    ],
    ['may be relative', 'api', 'api#/components/parameters/p'],
    ['may have a fragment, which means nothing', 'api#top', 'api#/components/parameters/p'],
  ])('%s', async (_name, $self, $ref) => {
    const own =
      typeof $self === 'string' && $self.startsWith('https:')
        ? { ...components, parameters: { p: { name: 'p', in: 'query', schema: text } } }
        : components;
    const doc = newer({ '/x': { get: { parameters: [{ $ref }], ...get } } }, { $self, components: own });
    const outcome = await outcomeOf(doc);
    expect(outcome).toMatchObject({ tools: ['GET /x'], told: [], inputs: { 'GET /x': { p: text } } });
  });

  test.each([5, null, '', {}, 'https://', '::'])('%j in its place is no address, and costs nothing', async ($self) => {
    const $ref = 'https://acme.example.test/api#/components/parameters/p';
    const outcome = await outcomeOf(newer({ '/x': { get: { parameters: [{ $ref }], ...get } } }, { $self }));
    expect(outcome).toMatchObject({ tools: ['GET /x'], isRefused: false });
    expect(outcome.told[0]).toContain('REFERENCE_UNREADABLE');
  });
});

describe('tags below tags', () => {
  const tagsOf = async (tags: unknown, own: readonly string[], more: Json = {}): Promise<readonly string[]> => {
    const { catalog } = await outcomeOf(newer({ '/x': { get: { tags: own, ...get } } }, { tags, ...more }));
    return catalog[0]?.tags ?? [];
  };
  const chain = [
    { name: 'Little one', parent: 'Middle' },
    { name: 'Middle', parent: 'Top', kind: 'nav' },
    { name: 'Top' },
  ];

  test('are of the groups that these make', async () => {
    expect(await tagsOf(chain, ['Little one'])).toEqual(['little_one', 'middle', 'top']);
    expect(await tagsOf(chain, ['Middle'])).toEqual(['middle', 'top']);
    expect(await tagsOf(chain, ['Top'])).toEqual(['top']);
  });

  test('what an overlay says of a group goes first', async () => {
    expect(await tagsOf(chain, ['Middle'], { 'x-mcp': { groups: { top: ['other'] } } })).toEqual(['middle']);
  });

  test.each<[string, unknown]>([
    [
      'in a circle',
      [
        { name: 'a', parent: 'b' },
        { name: 'b', parent: 'a' },
      ],
    ],
    ['below itself', [{ name: 'a', parent: 'a' }]],
    ['below what is no tag', [{ name: 'a', parent: 5 }, null, { parent: 'b' }]],
    ['below the prototype of all', [{ name: 'a', parent: '__proto__' }]],
  ])('%s are tags all the same', async (_name, tags) => {
    expect((await tagsOf(tags, ['a']))[0]).toBe('a');
  });
});

describe('the default of a discriminator', () => {
  const cat = { type: 'object', required: ['kind', 'lives'], properties: { kind: text, lives: { type: 'integer' } } };
  const other = { type: 'object', properties: { kind: text, name: text } };
  const withDefault = (defaultMapping: unknown): Json => {
    const oneOf = ['Cat', 'Other'].map((name) => ({ $ref: `#/components/schemas/${name}` }));
    const discriminator = { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat' }, defaultMapping };
    const requestBody = { required: true, content: { 'application/json': { schema: { oneOf, discriminator } } } };
    return newer({ '/x': { post: { requestBody, ...get } } }, { components: { schemas: { Cat: cat, Other: other } } });
  };

  test.each(['Other', '#/components/schemas/Other'])('is meant by any other value: %s', async (defaultMapping) => {
    await using made = await generated({ doc: withDefault(defaultMapping) });
    for (const body of [{ kind: 'dog', name: 'Rex' }, { name: 'Rex' }, { kind: 'cat', lives: 9 }])
      expect(JSON.parse((await made.send({ body })).text)).toEqual(body);
    await expect(made.send({ body: { name: {} } })).rejects.toThrow();
  });

  test.each(['Nobody', 5, null, '__proto__'])('that leads nowhere is none: %j', async (defaultMapping) => {
    const { inputs, isRefused } = await outcomeOf(withDefault(defaultMapping));
    expect(isRefused).toBe(false);
    expect(inputs['POST /x']?.kind).toMatchObject({ enum: ['cat', 'Other'] });
  });
});

test('media types and security schemes may be referred to', async () => {
  const content = { 'application/json': { $ref: '#/components/mediaTypes/thing' } };
  const doc = newer(
    { '/x': { post: { requestBody: { required: true, content }, responses: { 200: { description: '', content } } } } },
    {
      security: [{ '#/components/securitySchemes/a~1key': [] }],
      components: {
        mediaTypes: { thing: { schema: thing } },
        securitySchemes: { 'a/key': { type: 'apiKey', in: 'header', name: 'X-Key' } },
      },
    },
  );
  await using made = await generated({ doc });
  expect(Object.keys(made.catalog[0]?.inputSchema.properties ?? {})).toEqual(['id', 'name']);
  expect(made.diagnostics.map(({ code }) => code)).toEqual(['SOURCE_NEWER', 'SECURITY_SCHEME']);
  const { connection } = made;
  const sent = await made.send(
    { id: '1' },
    { profile: { id: 'acme', name: 'Acme', connection }, auth: { 'a/key': 'k3y' }, token: undefined },
  );
  expect(sent.headers.get('x-key')).toBe('k3y');
});

test('a device that logs in gets its token beforehand', async () => {
  const flows = {
    deviceAuthorization: {
      deviceAuthorizationUrl: 'https://a.example.test/d',
      tokenUrl: 'https://a.example.test/t',
      scopes: {},
    },
  };
  const securitySchemes = { d: { type: 'oauth2', flows } };
  expect(await told(newer({ '/x': { get } }, { security: [{ d: [] }], components: { securitySchemes } }))).toEqual([
    expect.stringContaining('SECURITY_SCHEME: d: an access token of OAuth 2.0, got beforehand'),
  ]);
});
