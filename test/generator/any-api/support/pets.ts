import type { Json } from '../../../../generator/json/json-schema.ts';
import { petsComponents } from './pets-components.ts';

/** A small description of pets that has something of everything, in either version of OpenAPI 3. */
export function petsDescription(openapi: '3.0.3' | '3.1.0'): Json {
  return {
    openapi,
    info: { title: 'Acme', version: '1.0', description: 'x' },
    servers: [
      {
        url: 'https://{r}.acme.test/{v}',
        variables: { r: { default: 'eu', enum: ['eu', 'us'] }, v: { default: 'v1' } },
      },
    ],
    security: [{ key: [] }],
    tags: [{ name: 'pets', description: 'Pets' }],
    paths: {
      '/pets': {
        parameters: [{ name: 'X-Trace', in: 'header', schema: { type: 'string' } }],
        get: {
          operationId: 'listPets',
          tags: ['pets'],
          summary: 'List',
          parameters: [
            { $ref: '#/components/parameters/limit' },
            {
              name: 'kind',
              in: 'query',
              style: 'form',
              explode: false,
              schema: { type: 'array', items: { type: 'string', enum: ['cat', 'dog'] } },
            },
          ],
          responses: {
            200: {
              description: 'ok',
              headers: { 'X-Next': { schema: { type: 'string' } } },
              content: {
                'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/Pet' } } },
              },
            },
            default: { $ref: '#/components/responses/Problem' },
          },
        },
        post: {
          operationId: 'createPet',
          tags: ['pets'],
          security: [{ key: [] }, {}],
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { $ref: '#/components/schemas/NewPet' } } },
          },
          responses: {
            201: {
              description: 'made',
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } },
            },
          },
          callbacks: { done: { '{$request.body#/url}': { post: { responses: { 200: { description: 'ok' } } } } } },
        },
      },
      '/pets/{id}': {
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'integer', format: 'int64', minimum: 1 } },
        ],
        get: {
          operationId: 'getPet',
          tags: ['pets'],
          responses: {
            200: {
              description: 'ok',
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } },
              links: { self: { operationId: 'getPet' } },
            },
          },
        },
        patch: {
          operationId: 'changePet',
          tags: ['pets'],
          requestBody: { $ref: '#/components/requestBodies/Change' },
          responses: { 204: { description: 'changed' } },
        },
        delete: { operationId: 'deletePet', deprecated: true, responses: { 204: { description: 'gone' } } },
      },
      '/pets/{id}/photo': {
        post: {
          operationId: 'addPhoto',
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          requestBody: {
            content: {
              'multipart/form-data': {
                schema: {
                  type: 'object',
                  required: ['file'],
                  properties: { file: { type: 'string', format: 'binary' }, note: { type: 'string', maxLength: 20 } },
                },
                encoding: { note: { contentType: 'text/plain' } },
              },
            },
          },
          responses: { 200: { description: 'ok', content: { 'text/plain': { schema: { type: 'string' } } } } },
        },
      },
      '/search': {
        get: {
          operationId: 'search',
          parameters: [
            {
              name: 'q',
              in: 'query',
              required: true,
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Query' } } },
            },
            {
              name: 'sort',
              in: 'query',
              style: 'deepObject',
              explode: true,
              schema: { type: 'object', properties: { by: { type: 'string' }, desc: { type: 'boolean' } } },
            },
          ],
          responses: {
            '2XX': {
              description: 'ok',
              content: {
                'application/json': {
                  schema: {
                    type: 'object',
                    properties: {
                      data: { type: 'array', items: { $ref: '#/components/schemas/Pet' } },
                      total: { type: 'integer' },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
    components: petsComponents(),
  };
}
