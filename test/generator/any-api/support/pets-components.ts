import type { Json } from '../../../../generator/json/json-schema.ts';

/** What the description of pets shares. */
export function petsComponents(): Json {
  return {
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
  };
}
