import { createQuerySerializer } from 'openapi-fetch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expandTemplate, swaggerRequest } from '../../judges/request-judges.ts';
import { plainKeys, type StyleCase, styleCases, styleDescription, valuesFor } from './support/style-matrix.ts';
import { type Generated, generated, type Sent } from './support/wire.ts';

const doc = styleDescription();
let made: Generated;
beforeAll(async () => {
  made = await generated({ doc });
}, 60_000);
afterAll(() => made[Symbol.asyncDispose]());

async function sentBy({ id }: StyleCase, value: unknown): Promise<Sent> {
  const tool = made.catalog.find(({ path }) => path.split('/')[1] === id);
  if (!tool) throw new Error(`there is no tool of ${id}`);
  return made.send({ v: value }, { tool: tool.name, answer: () => new Response(null, { status: 204 }) });
}

/** What an address says behind the name of its operation. */
function ownPart(address: string, id: string): string {
  return address.slice(address.indexOf(id) + id.length);
}

/** Which marks are percent-encoded where both ways mean the same is each writer's own affair. */
function canonical(text: string): string {
  return text.replace(/[[\]|!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

describe('a value is written as RFC 6570 has it', () => {
  test.each(styleCases.filter(({ template }) => template))('$id', async (one) => {
    for (const value of valuesFor(one)) {
      const want = expandTemplate(String(one.template), { v: value }).replace('/x', '');
      expect(ownPart((await sentBy(one, value)).raw, one.id)).toBe(want);
    }
  });
});

/** Where Swagger's client is no judge, and why. */
const unjudged: readonly { readonly why: string; readonly is: (one: StyleCase) => boolean }[] = [
  {
    why: 'it puts the separator before the name of each further value: v=a|v=b',
    is: ({ style, explode }) => /Delimited$/.test(style) && explode,
  },
  {
    why: 'it writes objects with commas whatever the style',
    is: ({ style, kind }) => /Delimited$/.test(style) && kind === 'map',
  },
  {
    why: 'it parts what does not explode by dots, as OpenAPI 3.0.3 had it: RFC 6570 and OpenAPI since 3.0.4 have commas',
    is: ({ style, explode, kind }) => style === 'label' && !explode && !isScalar(kind),
  },
  { why: 'it encodes the separator of a cookie', is: ({ place, kind }) => place === 'cookie' && !isScalar(kind) },
];

function isScalar(kind: StyleCase['kind']): boolean {
  return kind === 'text' || kind === 'integer' || kind === 'boolean';
}

describe("a value is written as by Swagger's client", () => {
  test.each(styleCases.filter((one) => !unjudged.some(({ is }) => is(one))))('$id', async (one) => {
    // It encodes no keys in a path; in a cookie no percent sign, and other marks only where they would end it.
    const isFair = { path: plainKeys, cookie: (value: unknown) => !String(value).includes('%') };
    const fair = one.place === 'path' || one.place === 'cookie' ? isFair[one.place] : () => true;
    for (const value of valuesFor(one).filter(fair)) {
      const { raw, headers } = await sentBy(one, value);
      const judge = swaggerRequest({ spec: doc, operationId: one.id, parameters: { v: value } });
      if (one.place === 'header') expect(headers.get('v')).toBe(judge.headers.v);
      else if (one.place === 'cookie')
        expect(decodeURIComponent(headers.get('cookie') ?? '')).toBe(decodeURIComponent(judge.headers.Cookie ?? ''));
      else expect(canonical(ownPart(raw, one.id))).toBe(canonical(ownPart(judge.url, one.id)));
    }
  });
});

describe('a query value is written as by openapi-fetch', () => {
  // It encodes no keys, knows no style of an object but form and deepObject, and joins its values by commas.
  const judged = styleCases.filter(
    ({ place, style, kind }) => place === 'query' && !(kind === 'map' && /Delimited$/.test(style)),
  );
  test.each(judged)('$id', async (one) => {
    const { style, explode, kind } = one;
    const serialize = createQuerySerializer(
      kind === 'map'
        ? { object: { style: style === 'deepObject' ? style : 'form', explode } }
        : { array: { style: style === 'spaceDelimited' || style === 'pipeDelimited' ? style : 'form', explode } },
    );
    for (const value of valuesFor(one).filter(plainKeys)) {
      const { raw } = await sentBy(one, value);
      expect(canonical(ownPart(raw, one.id))).toBe(canonical(`?${serialize({ v: value })}`));
    }
  });
});

describe("a value is written as in OpenAPI's own table of styles", () => {
  const list = ['blue', 'black', 'brown'];
  const map = { R: '100', G: '200', B: '150' };
  test.each<[StyleCase['id'], string | string[] | Record<string, string>, string]>([
    ['path_matrix_joined_text', 'blue', '/;v=blue'],
    ['path_matrix_joined_list', list, '/;v=blue,black,brown'],
    ['path_matrix_joined_map', map, '/;v=R,100,G,200,B,150'],
    ['path_matrix_exploded_list', list, '/;v=blue;v=black;v=brown'],
    ['path_matrix_exploded_map', map, '/;R=100;G=200;B=150'],
    ['path_label_joined_list', list, '/.blue,black,brown'],
    ['path_label_exploded_list', list, '/.blue.black.brown'],
    ['path_label_joined_map', map, '/.R,100,G,200,B,150'],
    ['path_label_exploded_map', map, '/.R=100.G=200.B=150'],
    ['path_simple_exploded_map', map, '/R=100,G=200,B=150'],
    ['query_form_joined_text', '', '?v='],
    ['query_form_joined_list', list, '?v=blue,black,brown'],
    ['query_form_exploded_list', list, '?v=blue&v=black&v=brown'],
    ['query_form_exploded_map', map, '?R=100&G=200&B=150'],
    ['query_spaceDelimited_joined_list', list, '?v=blue%20black%20brown'],
    ['query_spaceDelimited_joined_map', map, '?v=R%20100%20G%20200%20B%20150'],
    ['query_spaceDelimited_exploded_list', list, '?v=blue&v=black&v=brown'],
    ['query_pipeDelimited_joined_list', list, '?v=blue%7Cblack%7Cbrown'],
    ['query_pipeDelimited_joined_map', map, '?v=R%7C100%7CG%7C200%7CB%7C150'],
    ['query_pipeDelimited_exploded_map', map, '?R=100&G=200&B=150'],
    ['query_deepObject_exploded_map', map, '?v%5BR%5D=100&v%5BG%5D=200&v%5BB%5D=150'],
    ['query_form_joined_list', [], ''],
    ['query_form_exploded_list', [], ''],
  ])('%s of %j', async (id, value, want) => {
    expect(ownPart((await sentBy(caseOf(id), value)).raw, id)).toBe(want);
  });

  test.each<[StyleCase['id'], string[] | Record<string, string>, string]>([
    ['cookie_form_joined_list', ['blue', 'b,c;d'], 'v=blue,b%2Cc%3Bd'],
    ['cookie_form_joined_map', map, 'v=R,100,G,200,B,150'],
    ['cookie_form_exploded_list', list, 'v=blue; v=black; v=brown'],
    ['cookie_form_exploded_map', map, 'R=100; G=200; B=150'],
  ])('%s of %j', async (id, value, want) => {
    expect((await sentBy(caseOf(id), value)).headers.get('cookie')).toBe(want);
  });
});

test.each<[StyleCase['id'], string[]]>([
  ['query_spaceDelimited_joined_list', ['a b', 'c']],
  ['query_pipeDelimited_joined_list', ['a|b', 'c']],
])('%s refuses a value that holds the separator', async (id, value) => {
  await expect(sentBy(caseOf(id), value)).rejects.toMatchObject({ code: 'invalid_input' });
});

function caseOf(id: string): StyleCase {
  const found = styleCases.find((one) => one.id === id);
  if (!found) throw new Error(`there is no case ${id}`);
  return found;
}
