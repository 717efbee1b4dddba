/** A description of an API with one operation, whose path has an argument. */
export const pets = `
openapi: 3.1.0
info: { title: Pets, version: '1' }
paths:
  /pets/{id}:
    get:
      summary: Get a pet
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        '200':
          description: A pet
          content:
            application/json:
              schema: { type: object, properties: { name: { type: string } } }
`;
