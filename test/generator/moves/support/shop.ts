import type { Json } from '../../../../generator/json/json-schema.ts';
import type { OverlayFile } from '../../../../generator/load/overlay.ts';

const text = { type: 'string' };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const answer = (schema: object) => ({ 200: { description: '', ...json(schema) } });

/** A small description, as the import writes contracts, for tests to edit. */
export function shop() {
  const paths: Record<string, Json> = {
    '/pets': {
      get: {
        operationId: 'listPets',
        tags: ['Pets'],
        parameters: [
          { name: 'sort', in: 'query', schema: { type: 'string' } },
          { name: 'per_page', in: 'query', schema: { type: 'integer', maximum: 50 } },
        ],
        responses: answer(ref('toy_list')),
      },
    },
    '/pets/{pet_id}': {
      parameters: [{ name: 'pet_id', in: 'path', required: true, schema: text }],
      get: { operationId: 'getPet', tags: ['Pets'], responses: answer(ref('pet')) },
      put: { operationId: 'changePet', tags: ['Pets'], requestBody: json(ref('pet')), responses: answer(ref('pet')) },
    },
    '/toys': { get: { operationId: 'listToys', tags: ['Pets'], responses: answer(ref('toy_list')) } },
  };
  const properties: Record<string, object> = { name: { type: 'string' }, born_at: { type: 'integer', format: 'date' } };
  return {
    openapi: '3.0.1',
    info: { title: 'Shop', version: '1' },
    servers: [{ url: 'https://api.example.test' }],
    paths,
    components: {
      schemas: {
        pet: { type: 'object', properties },
        toy_list: {
          type: 'object',
          properties: {
            data: { type: 'array', items: { type: 'object', properties: { id: { type: 'string' } } } } as object,
          },
        },
      },
    },
  };
}

/** What the overlay of the shop says. */
export const actions: readonly { target: string; update: object }[] = [
  { target: "$.paths['/pets/{pet_id}'].get", update: { summary: 'Get pet' } },
  { target: "$.paths['/pets/{pet_id}'].put", update: { summary: 'Change pet' } },
  {
    target: `$["paths"]["/toys",'/pets'].get`,
    update: { 'x-mcp': { pagination: { style: 'none', items: 'data', max: 50 } } },
  },
  { target: '$.components.schemas.toy_list.properties.data', update: { description: 'Toys' } },
  { target: "$.paths['/pets'].get.parameters[?@.name == 'sort'].schema", update: { enum: ['a', 'b'] } },
  { target: '$.components.schemas.pet.properties.born_at', update: { format: 'unix-time' } },
];

/** The overlays of the shop, which were written for its version 1. */
export function overlays(list: readonly object[] = actions): OverlayFile[] {
  return [{ file: 'tools.yaml', content: { overlay: '1.0.0', 'x-api-version': '1', actions: list } }];
}
