import { stringify } from 'yaml';

const operators = `
### Accepted Operators

| Operator | Valid Types | Description |
| :--- | :--- | :--- |
| = | All | |
| != | All except Date | |
| IN | All except Date and tag_id | |
| > | Integer<br>Date (UNIX Timestamp) | |
| ~ | String | |
`;

/** The prose of a search operation, with these rows of fields. */
export function searchProse(rows: readonly string[], table = operators): string {
  return `Finds widgets.

- There's a limit of max 2 nested filters
- There's a limit of max 15 filters for each AND or OR group

### Accepted Fields

| Field | Type |
| --- | --- |
${rows.join('\n')}
${table}`;
}

/** A small description written for the tests, with prose wherever OpenAPI allows it. */
export function sample() {
  return {
    openapi: '3.0.1',
    info: { title: 'Widgets', version: '2.16', description: 'PROSE' },
    paths: {
      '/widgets/{widget_id}': {
        summary: 'PROSE',
        parameters: [
          { name: 'widget_id', in: 'path', required: true, description: 'PROSE', schema: { type: 'string' } },
        ],
        get: {
          operationId: 'getWidget',
          summary: 'PROSE',
          description: 'PROSE',
          tags: ['Zebra', 'Apple'],
          'x-internal': 'PROSE',
          externalDocs: { url: 'https://example.test', description: 'PROSE' },
          parameters: [
            {
              name: 'ids',
              in: 'query',
              style: 'form',
              explode: false,
              description: 'PROSE',
              example: 'PROSE',
              schema: { type: 'array', items: { type: 'string', example: 'PROSE' } },
            },
          ],
          responses: {
            '200': {
              description: 'PROSE',
              content: {
                'application/json': {
                  schema: { $ref: '#/components/schemas/widget' },
                  example: { name: 'PROSE', errors: [{ code: 'part' }] },
                },
              },
            },
            '404': {
              description: 'PROSE',
              content: {
                'application/json': {
                  schema: { type: 'object' },
                  examples: {
                    b: { value: { errors: [{ code: 'not_found', message: 'PROSE' }, { code: 'gone' }] } },
                    a: { value: { errors: [{ code: 'not_found' }, { code: 'PROSE with spaces' }, {}] } },
                  },
                },
              },
            },
            '401': { $ref: '#/components/responses/Unauthorized' },
          },
        },
      },
    },
    components: {
      schemas: {
        widget: {
          title: 'PROSE',
          description: 'PROSE',
          type: 'object',
          'x-tags': ['PROSE'],
          required: ['title', 'description'],
          properties: {
            title: { type: 'string', description: 'PROSE', maxLength: 9 },
            description: { type: 'string', nullable: true, example: 'PROSE' },
            example: { type: 'integer', default: 3, enum: [3, 1, 2] },
          },
          additionalProperties: { type: 'string', description: 'PROSE' },
          example: { title: 'PROSE' },
        },
      },
      responses: {
        Unauthorized: {
          description: 'PROSE',
          content: { 'application/json': { example: { errors: [{ code: 'unauthorized', message: 'PROSE' }] } } },
        },
        Unused: { description: 'PROSE' },
      },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', description: 'PROSE' } },
    },
    servers: [{ url: 'https://api.example.test', description: 'PROSE' }],
    security: [{ bearer: [] }],
    tags: [{ name: 'Zebra', description: 'PROSE' }],
  };
}

/** The text of the sample with some of its top-level keys replaced. */
export function sampleYaml(changes: Readonly<Record<string, unknown>> = {}): string {
  return stringify({ ...sample(), ...changes });
}

/** The sample with one path more. */
export function withPath(path: string, item: unknown): string {
  return sampleYaml({ paths: { ...sample().paths, [path]: item } });
}

/** The sample with a search operation that has this prose. */
export function withSearch(description: string): string {
  return withPath('/contacts/search', {
    post: { operationId: 'search', description, responses: { '200': { description: '' } } },
  });
}
