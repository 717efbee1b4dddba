import { describe, expect, test } from 'vitest';
import { DiagnosticError } from '../../../generator/diagnostics/diagnostics.ts';
import { importDescription } from '../../../generator/import/index.ts';
import { sample, sampleYaml, searchProse, withPath, withSearch } from './support/fixture.ts';

/** The problems by which the import of a text is refused; with `strict`, also by what would be a warning. */
function problemsOf(text: string, strict = true): readonly { code: string; message: string; pointer: string }[] {
  try {
    importDescription(text, 'a.yaml', { strict });
    return [];
  } catch (error) {
    if (error instanceof DiagnosticError) return error.diagnostics;
    throw error;
  }
}

const { components, ...withoutComponents } = sample();
const { servers, ...withoutServers } = sample();
const { security, ...withoutSecurity } = sample();
const whole = sampleYaml();
function deep(levels: number): string {
  return `${'['.repeat(levels)}${']'.repeat(levels)}`;
}

describe('importDescription refuses', () => {
  test.each<[string, string, { code: string; message: RegExp | string; pointer?: string }]>([
    ['an empty text', ' \n', { code: 'SOURCE_EMPTY', message: 'a.yaml is empty' }],
    ['comments alone', '# nothing\n', { code: 'SOURCE_NOT_OBJECT', message: /a\.yaml/ }],
    ['a web page', '\n<!DOCTYPE html><html></html>', { code: 'SOURCE_IS_HTML', message: /web page/ }],
    ['a web page without doctype', '<html lang="en">', { code: 'SOURCE_IS_HTML', message: /web page/ }],
    ['a list', '- openapi: 3.0.1\n', { code: 'SOURCE_NOT_OBJECT', message: /not an object/ }],
    ['a scalar', 'not found\n', { code: 'SOURCE_NOT_OBJECT', message: /not an object/ }],
    ['something else', 'name: x\n', { code: 'SOURCE_NOT_OPENAPI', message: /a\.yaml:1:1: there is no `openapi`/ }],
    [
      'Swagger',
      "info: {}\nswagger: '2.0'\n",
      { code: 'SOURCE_OPENAPI_VERSION', message: /a\.yaml:2:10: .*Swagger/, pointer: '/swagger' },
    ],
    [
      'OpenAPI 4',
      sampleYaml({ openapi: '4.0.0' }),
      { code: 'SOURCE_OPENAPI_VERSION', message: /a\.yaml:1:10: OpenAPI 4\.0\.0/ },
    ],
    [
      'no paths',
      sampleYaml({ paths: undefined }),
      { code: 'SOURCE_NO_PATHS', message: /has no paths/, pointer: '/paths' },
    ],
    ['empty paths', sampleYaml({ paths: {} }), { code: 'SOURCE_NO_PATHS', message: /a\.yaml:6:8: / }],
    ['no version', sampleYaml({ info: { title: 'x' } }), { code: 'SOURCE_MALFORMED', message: /info\.version/ }],
    ['no components', JSON.stringify(withoutComponents), { code: 'SOURCE_TRUNCATED', message: /`components`/ }],
    ['no servers', JSON.stringify(withoutServers), { code: 'SOURCE_TRUNCATED', message: /`servers`/ }],
    ['no security', JSON.stringify(withoutSecurity), { code: 'SOURCE_TRUNCATED', message: /`security`/ }],
    [
      'JSON that ends in the middle',
      JSON.stringify(sample()).slice(0, 900),
      { code: 'SOURCE_TRUNCATED', message: /a\.yaml:1:/ },
    ],
    ['a quote that is never closed', `${whole}more: "text`, { code: 'SOURCE_TRUNCATED', message: /a\.yaml:\d+:/ }],
    ['broken YAML', `a: [1, 2\nb: 3\n${'# filler\n'.repeat(40)}`, { code: 'SOURCE_SYNTAX', message: /a\.yaml:2:1: / }],
    ['two documents', `${whole}---\n${whole}`, { code: 'SOURCE_SYNTAX', message: /a\.yaml:\d+:1: / }],
    [
      'a path without operations',
      withPath('/odd', 'text'),
      { code: 'SOURCE_MALFORMED', message: /no operations/, pointer: '/paths/~1odd' },
    ],
    [
      'an operation without responses',
      withPath('/odd', { get: {} }),
      { code: 'SOURCE_MALFORMED', message: /no responses/, pointer: '/paths/~1odd/get' },
    ],
    ['a value that contains itself', `x: &a\n  y: *a\n${whole}`, { code: 'SOURCE_SYNTAX', message: /plain data/ }],
    [
      'aliases that grow without bound',
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\ng: [*f,*f,*f,*f,*f,*f,*f,*f,*f]\n`,
      { code: 'SOURCE_SYNTAX', message: /plain data/ },
    ],
    ['nesting without bound', `x: ${deep(20_000)}\n`, { code: 'SOURCE_SYNTAX', message: /nested too deeply/ }],
    [
      'a search table that reads differently',
      withSearch(searchProse(['| the id | String |'])),
      {
        code: 'SOURCE_SEARCH_TABLE',
        message: /a\.yaml:\d+:\d+: POST \/contacts\/search: no row/,
        pointer: '/paths/~1contacts~1search/post/description',
      },
    ],
    [
      'a search operation without prose',
      withSearch(''),
      { code: 'SOURCE_SEARCH_TABLE', message: /POST \/contacts\/search: no table/ },
    ],
  ])('%s', (_, text, { code, message, pointer }) => {
    const problems = problemsOf(text, false);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      code,
      message: expect.stringMatching(message),
      ...(pointer ? { pointer } : {}),
    });
  });

  test('every duplicate key, with its line and column', () => {
    const text = `openapi: 3.0.1\npaths:\n  /a:\n    get: {}\n    get: {}\n  /a: {}\nopenapi: 3.0.1\n`;
    expect(problemsOf(text).map(({ code, message }) => [code, message.split(' ')[0]])).toEqual([
      ['SOURCE_DUPLICATE_KEY', 'a.yaml:5:5:'],
      ['SOURCE_DUPLICATE_KEY', 'a.yaml:6:3:'],
      ['SOURCE_DUPLICATE_KEY', 'a.yaml:7:1:'],
    ]);
  });

  test('a duplicate key in JSON', () => {
    expect(problemsOf('{"openapi": "3.0.1",\n "openapi": "3.0.1"}')).toMatchObject([
      { code: 'SOURCE_DUPLICATE_KEY', message: expect.stringContaining('a.yaml:2:2:') },
    ]);
  });

  test('every target that is missing, once and at its first place', () => {
    const content = (name: string) => ({ 'application/json': { schema: { $ref: name } } });
    const text = withPath('/b', {
      get: {
        responses: {
          '200': { description: '', content: content('#/components/schemas/gone') },
          '201': { description: '', content: content('#/components/schemas/gone') },
          '202': { description: '', content: content('other.yaml#/x') },
          '203': { description: '', content: content('#/components/schemas/toString') },
          '204': { description: '', content: content('#/paths/~1widgets~1{widget_id}/parameters/1') },
        },
      },
    });
    const line = text.split('\n').findIndex((row) => row.includes('schemas/gone')) + 1;
    expect(problemsOf(text)).toMatchObject([
      {
        code: 'SOURCE_DANGLING_REF',
        message: expect.stringMatching(`^a\\.yaml:${line}:\\d+: #/components/schemas/gone`),
        pointer: '/paths/~1b/get/responses/200/content/application~1json/schema/$ref',
      },
      { code: 'SOURCE_DANGLING_REF', message: expect.stringContaining('other.yaml#/x') },
      { code: 'SOURCE_DANGLING_REF', message: expect.stringContaining('toString') },
      { code: 'SOURCE_DANGLING_REF', message: expect.stringContaining('parameters/1') },
    ]);
  });

  test('a missing target inside a property that is called example', () => {
    const schemas = { widget: { properties: { example: { $ref: '#/components/schemas/gone' } } } };
    const text = sampleYaml({ components: { ...components, schemas } });
    expect(problemsOf(text)).toMatchObject([
      { code: 'SOURCE_DANGLING_REF', pointer: '/components/schemas/widget/properties/example/$ref' },
    ]);
  });

  test('follows escaped references, and takes none from examples', () => {
    const item = {
      get: {
        responses: {
          '201': { $ref: '#/paths/~1widgets~1{widget_id}/parameters/0' },
          '200': {
            description: '',
            content: {
              'application/json': {
                example: { $ref: '#/nowhere' },
                schema: { $ref: '#/paths/~1widgets~1%7Bwidget_id%7D/get/responses/200' },
              },
            },
          },
        },
      },
    };
    expect(problemsOf(withPath('/b', item))).toEqual([]);
  });

  test('a description cut at any line before its tags', () => {
    const lines = whole.split('\n');
    const end = lines.indexOf('tags:');
    const accepted = lines.slice(0, end).flatMap((_, index) => {
      const cut = lines.slice(0, index).join('\n');
      return problemsOf(cut, false).length === 0 ? [index] : [];
    });
    expect(accepted).toEqual([]);
    expect(problemsOf(whole)).toEqual([]);
  });
});

describe('importDescription goes on, and warns of', () => {
  const imported = (text: string) => {
    const { contract, diagnostics } = importDescription(text, 'a.yaml');
    expect(diagnostics.every(({ severity }) => severity === 'warning')).toBe(true);
    expect(problemsOf(text)).toEqual(diagnostics);
    return { contract, codes: diagnostics.map(({ code }) => code) };
  };

  test('references that lead nowhere: the values are open, and what has no name is left out', () => {
    const gone = (kind: string) => ({ $ref: `#/components/${kind}/gone` });
    const { contract, codes } = imported(
      withPath('/b', {
        parameters: [gone('parameters'), { name: 'a', in: 'query', schema: { ...gone('schemas'), nullable: true } }],
        post: {
          parameters: [gone('parameters')],
          requestBody: gone('requestBodies'),
          responses: {
            200: { description: '', content: { 'application/json': { schema: { items: gone('schemas') } } } },
            201: gone('responses'),
          },
        },
      }),
    );
    expect(codes).toEqual(Array(4).fill('SOURCE_DANGLING_REF'));
    expect(contract).toHaveProperty(['paths', '/b'], {
      parameters: [{ in: 'query', name: 'a', schema: { nullable: true } }],
      post: {
        parameters: [],
        requestBody: { content: { 'application/json': { schema: {} } } },
        responses: {
          200: { description: '', content: { 'application/json': { schema: { items: {} } } } },
          201: { description: '' },
        },
      },
    });
  });

  test('a row of a search that cannot be read, beside a reference: strict refuses both at once', () => {
    const text = withPath('/contacts/search', {
      post: {
        description: searchProse(['| tag_id | String |', '| x | Blob |']),
        responses: { 200: { $ref: '#/components/responses/gone' } },
      },
    });
    const { contract, codes } = imported(text);
    expect(codes).toEqual(['SOURCE_DANGLING_REF', 'SOURCE_SEARCH_ROW']);
    expect(contract).toHaveProperty(['paths', '/contacts/search', 'post', 'x-search', 'fields', 1, 'type'], 'any');
  });

  test('the tables of a search that had none until now, or none that can be read', () => {
    const post = (description: string) => ({ post: { description, responses: {} } });
    const read = imported(withPath('/boxes/search', post(searchProse(['| tag_id | String |']))));
    expect(read.codes).toEqual([]);
    expect(read.contract).toHaveProperty(['paths', '/boxes/search', 'post', 'x-search', 'maxNesting'], 2);
    const odd = imported(withPath('/boxes/search', post('### Accepted Fields\n\nAll of them.')));
    expect(odd.codes).toEqual(['SOURCE_SEARCH_ROW']);
    expect(odd.contract).not.toHaveProperty(['paths', '/boxes/search', 'post', 'x-search']);
    expect(imported(withPath('/boxes/search', post('Finds boxes.'))).codes).toEqual([]);
  });
});
