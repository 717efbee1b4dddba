import type { Json } from '../../../../generator/json/json-schema.ts';

/** One way of writing a parameter: where, in which style, exploded or not, and what kind of value. */
export interface StyleCase {
  readonly id: string;
  readonly place: 'path' | 'query' | 'header' | 'cookie';
  readonly style: string;
  readonly explode: boolean;
  readonly kind: Kind;
  /** The same as a template of RFC 6570, where that has it. */
  readonly template?: string;
}

type Kind = 'text' | 'integer' | 'boolean' | 'list' | 'integers' | 'map';

const schemas: Readonly<Record<Kind, Json>> = {
  text: { type: 'string' },
  integer: { type: 'integer' },
  boolean: { type: 'boolean' },
  list: { type: 'array', items: { type: 'string' } },
  integers: { type: 'array', items: { type: 'integer' } },
  map: { type: 'object', additionalProperties: { type: 'string' } },
};

/** What is easily written wrong. */
const texts = [
  'plain',
  'a b',
  'a,b',
  'x=1&y=2',
  'é😀',
  "it's (so)!*",
  '100%',
  'a;b',
  'a+b',
  'q?r#s',
  '~-._',
  ':@$',
  '[]{}|^"`<>',
];
const valuesOf: Readonly<Record<Kind, readonly unknown[]>> = {
  text: texts,
  integer: [0, -5, 12_345],
  boolean: [true, false],
  list: [['a'], ['a', 'b', 'c'], ...texts.map((text) => ['first', text])],
  integers: [[3], [3, 4, 5]],
  map: [
    { R: '100' },
    { R: '100', G: '200' },
    ...texts.map((text) => ({ R: text, G: 'last' })),
    { 'a b': '1', 'c,d': '2', é: '3' },
  ],
};

const templates: Readonly<Record<string, string>> = {
  'path simple': '/x/{v}',
  'path label': '/x/{.v}',
  'path matrix': '/x/{;v}',
  'query form': '/x{?v}',
};

const styles = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form'],
} as const;

/** Every style in every place it may have, for every kind of value. */
export const styleCases: readonly StyleCase[] = (['path', 'query', 'header', 'cookie'] as const).flatMap((place) =>
  styles[place].flatMap((style) =>
    [true, false].flatMap((explode) =>
      (['text', 'integer', 'boolean', 'list', 'integers', 'map'] as const)
        .filter((kind) => (style === 'deepObject' ? kind === 'map' && explode : true))
        .map((kind): StyleCase => {
          const template = templates[`${place} ${style}`];
          return {
            id: `${place}_${style}_${explode ? 'exploded' : 'joined'}_${kind}`,
            ...{ place, style, explode, kind },
            ...(template !== undefined && { template: explode ? template.replace('v}', 'v*}') : template }),
          };
        }),
    ),
  ),
);

/** The values that a case is tried with: no header carries what is not Latin, and no list in a path or a separator holds itself. */
export function valuesFor({ place, kind, style }: StyleCase): readonly unknown[] {
  return valuesOf[kind].filter((value) => {
    const text = JSON.stringify(value);
    if (place === 'header') return /^[\u0020-\u007e]*$/.test(text);
    if (style === 'spaceDelimited' && kind !== 'text') return !text.includes(' ');
    return style !== 'pipeDelimited' || kind === 'text' || !text.includes('|');
  });
}

/** Values whose keys are plain: not every judge encodes keys. */
export function plainKeys(value: unknown): boolean {
  return typeof value !== 'object' || value === null || Object.keys(value).every((key) => /^\w+$/.test(key));
}

/** A description with an operation for each case, called after it. */
export function styleDescription(): Json {
  const paths = styleCases.map(({ id, place, style, explode, kind }) => {
    const parameter = { name: 'v', in: place, style, explode, schema: schemas[kind], required: place === 'path' };
    const operation = { operationId: id, parameters: [parameter], responses: { 204: { description: 'done' } } };
    return [place === 'path' ? `/${id}/{v}` : `/${id}`, { get: operation }];
  });
  return {
    openapi: '3.0.3',
    info: { title: 'Acme', version: '1' },
    servers: [{ url: 'https://api.example.test/v1' }],
    paths: Object.fromEntries(paths),
  };
}
