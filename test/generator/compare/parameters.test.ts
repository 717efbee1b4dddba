import { expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { changesOf, json, lines, object, operations } from './support/compared.ts';

const text = { type: 'string' };
const whole = { type: 'integer' };
const texts = { type: 'array', items: text };
const id = { name: 'pet_id', in: 'path', required: true, schema: text };

/** A body that has to be there, which OpenAPI takes for optional unless it is said. */
function must(schema: Json): Json {
  return { ...json(schema), required: true };
}

function query(more: Json = {}): Json {
  return { name: 'q', in: 'query', schema: text, ...more };
}

test.each<[string, Json[], Json[], ...string[]]>([
  ['a new one', [id], [id, query()], '- argument added: q'],
  ['a new one that is required', [id], [id, query({ required: true })], 'MI argument added: q'],
  ['one that is gone', [id, query()], [id], 'MI argument removed: q'],
  ['one that is required now', [id, query()], [id, query({ required: true })], 'MI argument required: q'],
  ['one that is optional now', [id, query({ required: true })], [id, query()], '- argument optional: q'],
  ['one for another', [id, query()], [id, query({ name: 'p' })], '- argument added: p', 'MI argument removed: q'],
  ['their order', [id, query()], [query(), id]],
  [
    'a list in one value',
    [id, query({ schema: texts })],
    [id, query({ schema: texts, explode: false })],
    '- request format: q',
  ],
  ['the usual style, said', [id, query()], [id, query({ style: 'form', explode: true })]],
  ['that it is deprecated', [id, query()], [id, query({ deprecated: true })], '- deprecation: q'],
  [
    'JSON for a schema',
    [id, query({ schema: whole })],
    [id, { name: 'q', in: 'query', ...json(whole) }],
    '- request format: q',
  ],
  ['a header for a query', [id, query()], [id, query({ in: 'header' })], '- request format: q'],
  ['a header that the client sets', [id], [id, { name: 'User-Agent', in: 'header', required: true, schema: text }]],
  [
    'a key',
    [id],
    [id, { name: 'api_key', in: 'query', required: true, schema: text }],
    '- credentials: schemes.api_key',
    'M security: security',
  ],
  ['an id typed otherwise', [id], [{ ...id, schema: whole }], '- argument type: pet_id'],
  ['an id with a longest length', [id], [{ ...id, schema: { ...text, maxLength: 4 } }], 'M argument narrowed: pet_id'],
  [
    'an id in the query typed otherwise',
    [id, query({ name: 'x_id', schema: whole })],
    [id, query({ name: 'x_id' })],
    '- argument type: x_id',
  ],
  ['no id typed otherwise', [id, query({ schema: whole })], [id, query()], 'MI argument type: q'],
  [
    'a field of one that is spread',
    [id, query({ schema: object({ b: text }) })],
    [id, query({ schema: object({ b: whole }) })],
    'MI argument type: b',
  ],
])('parameters: %s', (_, before, after, ...want) => {
  expect(lines(changesOf(...operations({ parameters: before }, { parameters: after })))).toEqual(want);
});

const plain = object({ a: text });
const needed = object({ a: text }, ['a']);
const form = { content: { 'multipart/form-data': { schema: plain } } };

test.each<[string, Json | undefined, Json | undefined, ...string[]]>([
  ['that came', undefined, json(plain), '- argument added: a'],
  ['that is gone', json(plain), undefined, 'MI argument removed: a'],
  ['sent as a form', json(plain), form, '- request format'],
  [
    'that may be a form as well',
    json(plain),
    { content: { 'application/json': { schema: plain }, ...form.content } },
    '- request format',
  ],
  ['that is said to be required', json(plain), { ...json(plain), required: true }, '- request format'],
  ['that need not be there', must(needed), json(needed), '- argument optional: a'],
  ['that must be there', json(needed), must(needed), 'MI argument required: a'],
  ['that becomes one value', must(plain), must(texts), 'MI argument added: body', 'MI argument removed: a'],
  ['that is one value of another type', json(texts), json({ ...texts, items: whole }), 'MI argument type: body[]'],
  [
    'with a name that a parameter has',
    json(object({ pet_id: { type: 'boolean' } })),
    json(object({ pet_id: whole })),
    'MI argument type: body_pet_id',
  ],
  [
    'without what the tool calls otherwise',
    json(object({ pet_id: text, b: text })),
    json(object({ b: text })),
    'MI argument removed: body_pet_id',
  ],
  [
    'that takes one more form',
    must({ oneOf: [object({ kind: { ...text, enum: ['x'] }, a: text }, ['kind', 'a'])] }),
    must({
      oneOf: [
        object({ kind: { ...text, enum: ['x'] }, a: text }, ['kind', 'a']),
        object({ kind: { ...text, enum: ['y'] }, b: text }, ['kind']),
      ],
    }),
    // With one value it was no argument.
    'MI argument added: kind',
    '- argument optional: a',
    '- argument added: b',
  ],
])('a body: %s', (_, before, after, ...want) => {
  const of = (requestBody: Json | undefined): Json => (requestBody === undefined ? {} : { requestBody });
  expect(lines(changesOf(...operations(of(before), of(after))))).toEqual(want);
});
