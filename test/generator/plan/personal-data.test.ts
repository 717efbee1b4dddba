import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { type Judgement, personalDataJudge } from '../../../generator/plan/personal-data.ts';
import { answer, description } from '../support/fixture.ts';

const text = { type: 'string' };
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: Json): Json => ({ type: 'object', properties });

const schemas: Json = {
  Customer: object({ id: text, name: text, email: text, loyaltyTier: text, points: { type: 'integer' } }),
  Order: object({ id: text, total: { type: 'number' }, buyer: ref('Customer') }),
  Agent: object({ id: text, email: text, loyaltyTier: text }),
  Pet: object({ id: text, name: text, kind: { type: 'string', enum: ['cat', 'dog'] } }),
  Tree: object({ id: text, parent: ref('Tree') }),
  Ref: object({ id: text, type: text }),
};

function judged(response: Json, more: Json = {}): Judgement {
  const paths = {
    '/things': { get: { responses: response } },
    '/agents/{id}': { get: { responses: answer(ref('Agent')) } },
  };
  const document = description({ ...paths, ...more }, { components: { schemas } });
  return personalDataJudge(document)({ method: 'GET', path: '/things' });
}

describe("a customer's data in an answer", () => {
  test.for<[string, Json, string]>([
    ['a person by the name of the schema', ref('Customer'), 'Customer.email'],
    ['what only people have', object({ loyaltyTier: text }), 'GET /things 200.loyaltyTier'],
    ['within another thing', ref('Order'), 'Customer.email'],
    ['in a list', { type: 'array', items: ref('Customer') }, 'Customer.email'],
    [
      'a field that is called after people',
      object({ guest_names: { type: 'array', items: text } }),
      'GET /things 200.guest_names',
    ],
    ['a field in camelCase', object({ firstName: text }), 'GET /things 200.firstName'],
    ['an address of mail', object({ 'e-mail': text }), 'GET /things 200.e-mail'],
    ['a kind of person', object({ type: { const: 'user' } }), 'GET /things 200.type'],
    ['any keys', { type: 'object', additionalProperties: true }, 'GET /things 200.*'],
    ['anything', {}, 'GET /things 200'],
    ['a reference to nowhere', ref('Missing'), 'GET /things 200'],
  ])('%s', ([, schema, place]) => {
    expect(judged(answer(schema)).personal).toContain(place);
  });

  test.for<[string, Json, string]>([
    [
      'a file',
      { 200: { content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } } },
      'GET /things 200',
    ],
    ['a text', { 200: { content: { 'text/plain': { schema: text } } } }, 'GET /things 200'],
    ['nothing that is described', {}, 'GET /things'],
    ['no content that is described', { 200: { description: 'ok' } }, 'GET /things 200'],
  ])('%s may hold it', ([, responses, place]) => {
    expect(judged(responses).personal).toEqual([place]);
  });

  test.for<[string, Json, readonly string[]]>([
    ['a thing with a name', ref('Pet'), ['Pet.name']],
    ['somebody who works with the API', ref('Agent'), []],
    ['a schema that leads to itself', ref('Tree'), []],
    ['a pointer to nobody knows whom', object({ about: ref('Ref') }), ['GET /things 200.about']],
    ['a text that may be null', object({ note: { type: ['string', 'null'] } }), ['GET /things 200.note']],
    ['an id of a thing', object({ pet_id: text }), ['GET /things 200.pet_id']],
  ])('%s is none', ([, schema, undecided]) => {
    expect(judged(answer(schema))).toEqual({ personal: [], undecided });
  });

  test('an answer without content is none', () => {
    expect(judged({ 204: { description: 'gone' } })).toEqual({ personal: [], undecided: [] });
  });

  test('of an operation that is not there is anything', () => {
    const judge = personalDataJudge(description({}));
    expect(judge({ method: 'GET', path: '/nothing' }).personal).toEqual(['GET /nothing']);
  });

  test('where one schema is that of customers and of the caller is a customer’s', () => {
    expect(
      judged(answer(ref('Customer')), { '/me': { get: { responses: answer(ref('Customer')) } } }).personal,
    ).toContain('Customer.email');
  });
});
