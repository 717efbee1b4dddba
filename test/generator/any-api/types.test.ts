import { expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { answers, description, operation } from './support/describe.ts';
import { generated } from './support/wire.ts';

/** A long object, so that its type has a name of its own. */
function long(more: Json = {}): Json {
  const names = Array.from({ length: 40 }, (_, at) => `a_property_with_a_name_${at}`);
  return {
    type: 'object',
    properties: { ...more, ...Object.fromEntries(names.map((name) => [name, { type: 'string' }])) },
  };
}

test.each<[string, Json]>([
  [
    'whose named keys are not as its other keys',
    operation('get', '/things', {
      responses: answers({
        type: 'object',
        properties: { ok: { type: 'boolean', enum: [true] } },
        additionalProperties: { type: 'object', properties: { id: { type: 'string' } } },
      }),
    }),
  ],
  [
    'that says of itself, by a part, that its other keys are texts',
    operation(
      'get',
      '/things',
      { responses: answers({ $ref: '#/components/schemas/Thing' }) },
      {
        components: {
          schemas: {
            Open: { type: 'object', additionalProperties: { type: 'string' } },
            Thing: { allOf: [{ $ref: '#/components/schemas/Open' }, { properties: { size: { type: 'integer' } } }] },
          },
        },
      },
    ),
  ],
  [
    'that is an extension of another with a property of the same name',
    description(
      { '/things': { get: { operationId: 'things', responses: answers({ $ref: '#/components/schemas/Thing' }) } } },
      {
        components: {
          schemas: {
            Thing: { allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { kind: { enum: ['thing'] } } }] },
            Base: long({ kind: { type: 'string' } }),
          },
        },
      },
    ),
  ],
  [
    'whose form has a value of its own for a discriminator that names none',
    description(
      {
        '/things': {
          get: {
            operationId: 'things',
            responses: answers({
              type: 'object',
              properties: {
                one: {
                  oneOf: [{ $ref: '#/components/schemas/TrackObject' }, { $ref: '#/components/schemas/EpisodeObject' }],
                  discriminator: { propertyName: 'type' },
                },
              },
            }),
          },
        },
        '/episode': {
          get: { operationId: 'episode', responses: answers({ $ref: '#/components/schemas/EpisodeObject' }) },
        },
      },
      {
        components: {
          schemas: {
            Base: { type: 'object', required: ['type'], properties: { type: { type: 'string', enum: ['episode'] } } },
            EpisodeObject: {
              allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { show: { type: 'string' } } }],
              type: 'object',
            },
            TrackObject: { type: 'object', properties: { type: { type: 'string', enum: ['track'] } } },
          },
        },
      },
    ),
  ],
])('an answer %s has types that compile', async (_what, doc) => {
  await using api = await generated({ doc });
  expect(api.tools).toHaveLength(Object.keys(doc.paths ?? {}).length);
});
