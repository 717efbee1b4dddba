import type { Json } from '../../../../generator/json/json-schema.ts';

/** A description of pets in Swagger 2 with a body, forms, a file, lists and references of each kind. */
export function swaggerPets(): Json {
  return {
    swagger: '2.0',
    info: { title: 'Acme', version: '1.0' },
    host: 'acme.test',
    basePath: '/v1',
    schemes: ['https'],
    consumes: ['application/json'],
    produces: ['application/json'],
    securityDefinitions: {
      k: { type: 'apiKey', in: 'header', name: 'X-Key' },
      o: { type: 'oauth2', flow: 'application', tokenUrl: 'https://a.test/t', scopes: { r: 'Read' } },
    },
    security: [{ k: [] }],
    parameters: {
      limit: { name: 'limit', in: 'query', type: 'integer', maximum: 100 },
      body: { name: 'b', in: 'body', schema: { $ref: '#/definitions/Pet' } },
    },
    responses: { Problem: { description: 'no', schema: { type: 'object' } } },
    definitions: {
      Pet: {
        type: 'object',
        discriminator: 'kind',
        required: ['name'],
        properties: {
          name: { type: 'string' },
          kind: { type: 'string' },
          friends: { type: 'array', items: { $ref: '#/definitions/Pet' } },
        },
      },
      Cat: {
        allOf: [
          { $ref: '#/definitions/Pet' },
          { type: 'object', properties: { m: { type: 'boolean', 'x-nullable': true } } },
        ],
      },
    },
    paths: {
      '/pets': {
        get: {
          operationId: 'listPets',
          tags: ['pets'],
          parameters: [
            { $ref: '#/parameters/limit' },
            {
              name: 'kind',
              in: 'query',
              type: 'array',
              items: { type: 'string', enum: ['a', 'b'] },
              collectionFormat: 'pipes',
            },
          ],
          responses: {
            200: {
              description: 'ok',
              schema: { type: 'array', items: { $ref: '#/definitions/Pet' } },
              headers: { 'X-N': { type: 'integer' } },
            },
            default: { $ref: '#/responses/Problem' },
          },
        },
        post: {
          operationId: 'createPet',
          parameters: [{ $ref: '#/parameters/body' }],
          responses: { 201: { description: 'ok', schema: { $ref: '#/definitions/Cat' } } },
        },
      },
      '/pets/{id}': {
        parameters: [{ name: 'id', in: 'path', required: true, type: 'string' }],
        get: {
          operationId: 'getPet',
          produces: ['application/xml', 'application/json'],
          responses: { 200: { description: 'ok', schema: { $ref: '#/definitions/Pet' } } },
        },
        put: {
          operationId: 'setPet',
          consumes: ['application/x-www-form-urlencoded'],
          parameters: [
            { name: 'n', in: 'formData', type: 'string', required: true },
            { name: 'l', in: 'formData', type: 'array', items: { type: 'integer' } },
          ],
          responses: { 204: { description: 'ok' } },
        },
      },
      '/photo': {
        post: {
          operationId: 'photo',
          parameters: [{ name: 'f', in: 'formData', type: 'file' }],
          responses: { 200: { description: 'ok', schema: { type: 'file' } } },
        },
      },
    },
  };
}
