import type { Json } from '../../../../generator/json/json-schema.ts';

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
    components: {
      parameters: {
        limit: { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 } },
      },
      requestBodies: {
        Change: {
          content: {
            'application/json': {
              schema: {
                allOf: [
                  { $ref: '#/components/schemas/NewPet' },
                  { type: 'object', properties: { version: { type: 'integer' } } },
                ],
              },
            },
          },
        },
      },
      responses: {
        Problem: {
          description: 'no',
          content: {
            'application/problem+json': { schema: { type: 'object', properties: { detail: { type: 'string' } } } },
          },
        },
      },
      securitySchemes: {
        key: { type: 'apiKey', in: 'header', name: 'X-Key' },
        o: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: 'https://a.test/t', scopes: { read: 'Read' } } } },
      },
      schemas: {
        Pet: {
          allOf: [
            { $ref: '#/components/schemas/NewPet' },
            {
              type: 'object',
              required: ['id'],
              properties: {
                id: { type: 'integer', readOnly: true },
                friends: { type: 'array', items: { $ref: '#/components/schemas/Pet' } },
                born: { type: 'string', format: 'date-time' },
                extra: { type: 'object', additionalProperties: { type: 'string' } },
              },
            },
          ],
        },
        NewPet: {
          type: 'object',
          required: ['name', 'owner'],
          properties: {
            name: { type: 'string', minLength: 1 },
            owner: {
              oneOf: [{ $ref: '#/components/schemas/Person' }, { $ref: '#/components/schemas/Company' }],
              discriminator: {
                propertyName: 'kind',
                mapping: { person: '#/components/schemas/Person', company: '#/components/schemas/Company' },
              },
            },
            tags: { type: 'array', items: { type: 'string' }, maxItems: 5 },
            color: { type: 'string', enum: ['red', 'blue', null], nullable: true },
          },
        },
        Person: {
          type: 'object',
          required: ['kind'],
          properties: { kind: { type: 'string' }, first: { type: 'string' } },
        },
        Company: {
          type: 'object',
          required: ['kind'],
          properties: { kind: { type: 'string' }, vat: { type: 'number', minimum: 0, exclusiveMinimum: true } },
        },
        Query: {
          anyOf: [
            { type: 'string' },
            {
              type: 'object',
              properties: {
                and: { type: 'array', items: { $ref: '#/components/schemas/Query' } },
                field: { type: 'string' },
              },
            },
          ],
        },
      },
    },
  };
}

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
