import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { load } from '../../../generator/load/load.ts';
import { outcomeOf } from './support/plan.ts';
import { generated } from './support/wire.ts';

const fine = { 200: { description: 'fine' } };

function swagger(paths: Json, more: Json = {}): Json {
  return {
    swagger: '2.0',
    info: { title: 'Acme', version: '1' },
    host: 'api.example.test',
    basePath: '/v1',
    paths,
    ...more,
  };
}
function post(own: Json, more: Json = {}): Json {
  return swagger({ '/things': { post: { operationId: 'make', responses: fine, ...own } } }, more);
}
async function sentOf(doc: Json, args: unknown) {
  await using made = await generated({ doc });
  return await made.send(args);
}

describe('Swagger 2 is converted', () => {
  const thing = { type: 'object', required: ['name'], properties: { name: { type: 'string' } } };
  const body = { name: 'b', in: 'body', required: true, schema: { $ref: '#/definitions/Thing' } };
  const definitions = { Thing: thing };

  test.each<[string, Json]>([
    ['in its operation', post({ parameters: [body] }, { definitions })],
    ['by reference', post({ parameters: [{ $ref: '#/parameters/B' }] }, { definitions, parameters: { B: body } })],
    ['shared by a path', swagger({ '/things': { post: { responses: fine }, parameters: [body] } }, { definitions })],
    ['with no media types said', post({ parameters: [body], consumes: [] }, { definitions, consumes: [] })],
    ['with those of the API', post({ parameters: [body] }, { definitions, consumes: ['application/json'] })],
  ])('a body %s is sent as JSON', async (_name, doc) => {
    const sent = await sentOf(doc, { name: 'a' });
    expect([sent.text, sent.headers.get('content-type'), sent.url.href]).toEqual([
      '{"name":"a"}',
      'application/json',
      'https://api.example.test/v1/things',
    ]);
  });

  test('a body that another API has in another type is sent in that', async () => {
    const sent = await sentOf(post({ parameters: [body], consumes: ['application/vnd.acme+json'] }, { definitions }), {
      name: 'a',
    });
    expect(sent.headers.get('content-type')).toBe('application/vnd.acme+json');
  });

  const list = (own: Json) => ({ name: 't', type: 'array', items: { type: 'string' }, ...own });
  test.each<[string, Json, string]>([
    ['commas, where nothing is said', { in: 'query' }, '?t=a,b'],
    ['commas', { in: 'query', collectionFormat: 'csv' }, '?t=a,b'],
    ['bars', { in: 'query', collectionFormat: 'pipes' }, '?t=a|b'],
    ['spaces', { in: 'query', collectionFormat: 'ssv' }, '?t=a b'],
    ['one pair each', { in: 'query', collectionFormat: 'multi' }, '?t=a&t=b'],
  ])('a list in the query is written with %s', async (_name, own, want) => {
    const doc = swagger({ '/things': { get: { responses: fine, parameters: [list(own)] } } });
    const { url } = await sentOf(doc, { t: ['a', 'b'] });
    expect(decodeURIComponent(url.search).replaceAll('+', ' ')).toBe(want);
  });

  test('tabs are no style, and that is said', async () => {
    const doc = swagger({
      '/a': { get: { responses: fine, parameters: [list({ in: 'query', collectionFormat: 'tsv' })] } },
    });
    expect((await outcomeOf(doc)).told).toEqual(['COLLECTION_FORMAT /paths/~1a/get']);
  });

  const field = (own: Json) => ({ name: 'n', in: 'formData', type: 'string', ...own });
  test.each<[string, Json, RegExp, RegExp]>([
    ['pairs', { parameters: [field({})] }, /^application\/x-www-form-urlencoded/, /^n=a$/],
    [
      'parts, as it says',
      { parameters: [field({})], consumes: ['multipart/form-data'] },
      /^multipart\/form-data/,
      /name="n"/,
    ],
    [
      'parts, where there is a file',
      { parameters: [field({ type: 'file' })] },
      /^multipart\/form-data/,
      /name="n"; filename=/,
    ],
    [
      'parts, where the API says JSON',
      { parameters: [field({ type: 'file' })], consumes: ['application/json'] },
      /^multipart/,
      /filename/,
    ],
  ])('a form is sent as %s', async (_name, own, type, want) => {
    const sent = await sentOf(post(own), { n: 'a' });
    expect(sent.headers.get('content-type')).toMatch(type);
    expect(sent.text).toMatch(want);
  });

  test('a list in a form has commas, where nothing is said', async () => {
    const sent = await sentOf(post({ parameters: [list({ in: 'formData' })] }), { t: ['a', 'b'] });
    expect(decodeURIComponent(sent.text)).toBe('t=a,b');
  });

  test('parameters of a path are those of its operations, but for those that these have themselves', async () => {
    const size = (maximum: number) => ({ name: 'size', in: 'query', type: 'integer', maximum });
    const item = {
      parameters: [size(5), { name: 'q', in: 'query', type: 'string' }],
      get: { responses: fine, parameters: [size(9)] },
    };
    const { inputs } = await outcomeOf(swagger({ '/a': item }));
    expect(inputs['GET /a']).toMatchObject({ size: { maximum: 9 }, q: { type: 'string' } });
  });

  test.each<[string, Json, string[]]>([
    ['https, where no scheme is said', {}, ['https://api.example.test/v1']],
    [
      'the safe one first',
      { schemes: ['http', 'https', 'ws'] },
      ['https://api.example.test/v1', 'http://api.example.test/v1'],
    ],
    ['only a path, where there is no host', { host: undefined }, ['/v1']],
  ])('addresses have %s', async (_name, more, want) => {
    const text = JSON.stringify(post({}, more));
    const { document } = await load('acme.json', text, []);
    expect(document.servers).toMatchObject(want.map((url) => ({ url })));
  });

  test('schemes, nullable values, discriminators and files', async () => {
    const text = JSON.stringify(
      swagger(
        { '/a': { get: { responses: { 200: { description: 'x', schema: { type: 'file' } } } } } },
        {
          definitions: {
            P: { type: 'object', discriminator: 'kind', properties: { n: { type: 'string', 'x-nullable': true } } },
          },
          securityDefinitions: {
            ...{ basic: { type: 'basic' }, key: { type: 'apiKey', in: 'query', name: 'k' } },
            flow: {
              type: 'oauth2',
              flow: 'application',
              tokenUrl: 'https://api.example.test/token',
              scopes: { a: 'A' },
            },
          },
        },
      ),
    );
    const { document } = await load('acme.json', text, []);
    expect(document).toMatchObject({
      openapi: expect.stringMatching(/^3\.0/),
      paths: { '/a': { get: { responses: { 200: { content: { 'application/octet-stream': {} } } } } } },
      components: {
        schemas: { P: { discriminator: { propertyName: 'kind' }, required: ['kind'] } },
        securitySchemes: {
          basic: { type: 'http', scheme: 'basic' },
          key: { type: 'apiKey', in: 'query', name: 'k' },
          flow: { flows: { clientCredentials: { tokenUrl: 'https://api.example.test/token' } } },
        },
      },
    });
  });

  test.each<[string, Json, string[]]>([
    ['a null operation', swagger({ '/a': { get: null, post: { responses: fine } } }), ['POST /a']],
    ['a parameter without a place', post({ parameters: [{ name: 'a' }, field({})] }), ['POST /things']],
    ['definitions that are a list', post({}, { definitions: [] }), ['POST /things']],
    ['a parameter that leads nowhere', post({ parameters: [{ $ref: '#/parameters/gone' }] }), ['POST /things']],
    ['a number for the version', post({}, { swagger: 2 }), ['POST /things']],
    ['responses that are none', post({ responses: null }), ['POST /things']],
    ['a null response', post({ responses: { 200: null } }), ['POST /things']],
  ])('%s costs no other operation', async (_name, doc, tools) => {
    expect((await outcomeOf(doc)).tools).toEqual(tools);
  });

  test('a place that is wrong has the line that it has in the text', async () => {
    const text = JSON.stringify(
      post({}, { definitions: { A: { type: 'object', properties: { a: 'odd' } } } }),
      null,
      1,
    );
    const { diagnostics } = await outcomeOf(text);
    expect(diagnostics.find(({ code }) => code === 'VALUE_MALFORMED')).toMatchObject({
      pointer: '/definitions/A/properties/a',
    });
  });
});
