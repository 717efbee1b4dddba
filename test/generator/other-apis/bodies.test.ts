import { describe, expect, test } from 'vitest';
import { requestText } from '../../../generator/emit/request.ts';
import type { Json } from '../../../generator/json/json-schema.ts';
import { operationOf } from '../support/fixture.ts';

const text = { type: 'string' };
const binary = { type: 'string', format: 'binary' };
function object(properties: Json): Json {
  return { type: 'object', properties };
}
function posted(content: Json) {
  return operationOf('POST', '/pets', { requestBody: { content } });
}

describe('how a body is sent', () => {
  test.each<[string, { given: Json; want: string }]>([
    [
      'JSON before anything else',
      {
        given: { 'text/plain': { schema: text }, 'application/json': { schema: object({ a: text }) } },
        want: '(body) => ({ path: "/pets", body })',
      },
    ],
    [
      'JSON with a charset',
      {
        given: { 'application/json; charset=utf-8': { schema: object({ a: text }) } },
        want: '(body) => ({ path: "/pets", body })',
      },
    ],
    [
      'another kind of JSON',
      {
        given: { 'application/vnd.api+json': { schema: object({ a: text }) } },
        want: '(body) => ({ path: "/pets", headers: { "Content-Type": "application/vnd.api+json" }, body })',
      },
    ],
    [
      'the best of several patches',
      {
        given: {
          'application/json-patch+json': { schema: { type: 'array' } },
          'application/merge-patch+json': { schema: object({ a: text }) },
        },
        want: '(body) => ({ path: "/pets", headers: { "Content-Type": "application/merge-patch+json" }, body })',
      },
    ],
    ['anything', { given: { '*/*': { schema: object({ a: text }) } }, want: '(body) => ({ path: "/pets", body })' }],
    ['JSON without a schema', { given: { 'application/json': {} }, want: '({ body }) => ({ path: "/pets", body })' }],
    [
      'a form',
      {
        given: { 'application/x-www-form-urlencoded': { schema: object({ a: text }) } },
        want: '(body) => ({ path: "/pets", body, bodyType: \'form\' })',
      },
    ],
    [
      'a form with brackets',
      {
        given: {
          'application/x-www-form-urlencoded': {
            schema: object({ a: text, tags: { type: 'array', items: text } }),
            encoding: { tags: { style: 'deepObject', explode: true } },
          },
        },
        want: '({ tags, ...body }) => ({ path: "/pets", body: { tags: deepObject(tags), ...body }, bodyType: \'form\' })',
      },
    ],
    [
      'an upload',
      {
        given: { 'multipart/form-data': { schema: object({ name: text, photo: binary }) } },
        want: '({ photo, ...body }) => ({ path: "/pets", body: { photo: asFile(photo, { name: "photo" }), ...body }, bodyType: \'multipart\' })',
      },
    ],
    [
      'an upload by 3.1',
      {
        given: { 'multipart/form-data': { schema: object({ photo: { contentMediaType: 'image/png' } }) } },
        want: '({ photo }) => ({ path: "/pets", body: { photo: asFile(photo, { name: "photo" }) }, bodyType: \'multipart\' })',
      },
    ],
    [
      'several uploads',
      {
        given: { 'multipart/form-data': { schema: object({ photos: { type: 'array', items: binary } }) } },
        want: '({ photos }) => ({ path: "/pets", body: { photos: photos?.map((content) => asFile(content, { name: "photos" })) }, bodyType: \'multipart\' })',
      },
    ],
    [
      'a text',
      {
        given: { 'text/csv': { schema: text } },
        want: '({ body }) => ({ path: "/pets", headers: { "Content-Type": "text/csv" }, body, bodyType: \'raw\' })',
      },
    ],
    [
      'XML',
      {
        given: { 'application/xml': { schema: object({ a: text }) } },
        want: '({ body }) => ({ path: "/pets", headers: { "Content-Type": "application/xml" }, body, bodyType: \'raw\' })',
      },
    ],
    [
      'a file',
      {
        given: { 'image/*': { schema: binary } },
        want: '({ body }) => ({ path: "/pets", body: asFile(body), bodyType: \'raw\' })',
      },
    ],
  ])('%s', (_name, { given, want }) => {
    expect(requestText(posted(given)).text).toBe(want);
  });
});

test('a model reads how to give a file', () => {
  const { fields } = posted({
    'multipart/form-data': { schema: object({ photo: { ...binary, description: 'Of the pet.' } }) },
  });
  expect(fields[0]?.schema).toEqual({
    type: 'string',
    description: 'Of the pet. Text, or bytes as data:<type>;base64,…',
  });
});
