import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { defineTool, path, type Tool } from '../../../runtime/tool/index.ts';
import { InputError } from '../../../runtime/value/errors.ts';
import { record } from '../../support/recorder.ts';
import { getThing, replyToThing } from '../../support/sample-tools.ts';

const input = z.strictObject({
  thing_id: z.union([z.string(), z.int()]),
  state: z.enum(['open', 'closed', 'snoozed']).optional(),
  size: z.int().min(1).max(150).optional(),
  ratio: z.number().gt(0).optional(),
  tags: z.array(z.string()).min(1).optional(),
  title: z.string().min(3).max(5).optional(),
  flag: z.boolean().optional(),
  since: z.iso.datetime().optional(),
  author: z.strictObject({ name: z.string() }).optional(),
  kind: z.literal('note').optional(),
  attributes: z.record(z.string(), z.unknown()).optional(),
  query: z
    .union([
      z.strictObject({ field: z.string(), operator: z.enum(['=', '!=']), value: z.unknown() }),
      z.strictObject({ operator: z.enum(['AND', 'OR']), value: z.array(z.unknown()) }),
    ])
    .optional(),
  part: z
    .discriminatedUnion('type', [z.object({ type: z.literal('a') }), z.object({ type: z.literal('b') })])
    .optional(),
});

const tool: Tool = { ...getThing, input, request: () => ({ path: '/things' }) };

describe('a bad input', () => {
  test.each<[string, string, string]>([
    ['a missing argument', '{}', 'thing_id: is required: give a string or a number'],
    ['a mistyped argument', '{"thing_id":1,"stat":"open"}', 'stat: unknown argument. Did you mean "state"?'],
    [
      'an unknown argument',
      '{"thing_id":1,"zzzzzzzz":1}',
      'zzzzzzzz: unknown argument. Known arguments: thing_id, state,',
    ],
    ['an unknown nested argument', '{"thing_id":1,"author":{"name":"a","x":1}}', 'author.x: unknown argument.'],
    ['__proto__', '{"thing_id":1,"__proto__":{"state":"open"}}', '__proto__: unknown argument.'],
    ['constructor', '{"thing_id":1,"constructor":{"prototype":1}}', 'constructor: unknown argument.'],
    ['a nested __proto__', '{"thing_id":1,"author":{"name":"a","__proto__":1}}', 'author.__proto__: unknown argument.'],
    [
      'a mistyped value',
      '{"thing_id":1,"state":"opn"}',
      'state: must be one of "open", "closed", "snoozed", not "opn". Did you mean "open"?',
    ],
    ['a number in words', '{"thing_id":1,"size":"twenty"}', 'size: must be a number, not "twenty"'],
    ['a fraction', '{"thing_id":1,"size":1.5}', 'size: must be an integer, not 1.5'],
    ['too much', '{"thing_id":1,"size":200}', 'size: must be at most 150, not 200'],
    ['too little', '{"thing_id":1,"ratio":0}', 'ratio: must be more than 0, not 0'],
    [
      'a text with blanks for a list',
      '{"thing_id":1,"tags":"vip customers"}',
      'tags: must be an array, not "vip customers", for example ["text"]',
    ],
    ['an empty list', '{"thing_id":1,"tags":[]}', 'tags: must be a list of at least 1, not []'],
    ['a bad item', '{"thing_id":1,"tags":["a",true]}', 'tags[1]: must be a string, not true'],
    ['a short text', '{"thing_id":1,"title":"ab"}', 'title: must be at least 3 characters long, not "ab"'],
    ['a boolean in other words', '{"thing_id":1,"flag":"maybe"}', 'flag: must be a boolean, not "maybe"'],
    [
      'a date',
      '{"thing_id":1,"since":"yesterday"}',
      'since: must be an ISO date-time such as "2026-01-31T09:00:00Z", not "yesterday"',
    ],
    ['null', '{"thing_id":null}', 'thing_id: must be a string or a number, not null'],
    ['a missing nested argument', '{"thing_id":1,"author":{}}', 'author.name: is required: give a string'],
    ['another literal', '{"thing_id":1,"kind":"x"}', 'kind: must be "note", not "x".'],
    ['no member of a union', '{"thing_id":true}', 'thing_id: must be a string or a number, not true'],
    [
      'nearly one member of a union',
      '{"thing_id":1,"query":{"field":"state","operator":"is","value":1}}',
      'query.operator: must be one of "=", "!=", not "is".',
    ],
    ['another type than all members', '{"thing_id":1,"query":"open"}', 'query: must be an object, not "open"'],
    ['an unknown discriminator', '{"thing_id":1,"part":{"type":"c"}}', 'part.type: must be "a" or "b", not "c"'],
    ['a list of arguments', '[1]', 'the arguments must be one object, for example {}'],
    ['a text', '"thing_id=1"', 'the arguments must be one object, for example {}'],
  ])('%s is told, and nothing is sent', async (_, json, line) => {
    await using server = await record(() => ({ body: {} }));
    const error = await refusal(server.client.exchange(tool, JSON.parse(json)));
    expect(error.message.startsWith(line), `${error.message}\n${line}`).toBe(true);
    expect(error.message).not.toContain('\n');
    expect(error.code).toBe('invalid_input');
    expect(server.requests).toEqual([]);
  });

  test('has one line per problem', async () => {
    await using server = await record(() => ({ body: {} }));
    const error = await refusal(server.client.exchange(tool, { size: 0, flag: 'maybe', stat: 1, titel: 2 }));
    expect(error.problems.map(({ argument }) => argument).sort()).toEqual([
      'flag',
      'size',
      'stat',
      'thing_id',
      'titel',
    ]);
    expect(error.message.split('\n')).toHaveLength(5);
  });

  test('is no way into the prototype of anything', async () => {
    await using server = await record(() => ({ body: {} }));
    await server.client.exchange(
      tool,
      JSON.parse('{"thing_id":1,"attributes":{"__proto__":{"polluted":1},"constructor":{}}}'),
    );
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(server.requests).toHaveLength(1);
  });

  test('in a path names the argument', async () => {
    await using server = await record(() => ({ body: {} }));
    const error = await refusal(server.client.call(getThing, { thing_id: '..' }));
    expect(error.message).toMatch(/^thing_id: "\.\." would address another resource\. Give/);
    for (const thing_id of ['../admins', 'a%2fb', '..\\x', '%2e%2e', 'a%0d']) {
      expect((await refusal(server.client.call(getThing, { thing_id }))).problems[0]?.argument).toBe('thing_id');
      await refusal(server.client.call(getThing, { thing_id }, { dryRun: true }));
    }
    expect(server.requests).toEqual([]);
  });

  test.each([
    [{ title: 'a/b', from_id: '1', to_id: 'a/b' }, 'to_id'],
    [{ title: 'a/b', from_id: 'a/b', to_id: '1' }, 'from_id'],
    [{ title: '1', from_id: 'a/b', to_id: 'a/b' }, 'from_id'],
    [{ title: 'a/b', from_id: 'a/b', to_id: 'a/b' }, 'from_id'],
  ])('in a path of several names the argument: %j', async (values, argument) => {
    await using server = await record(() => ({ body: {} }));
    const several = z.strictObject({ title: z.string(), from_id: z.string(), to_id: z.string() });
    const link: Tool<typeof values> = defineTool({
      ...getThing,
      input: () => several,
      request: ({ from_id, to_id, ...body }) => ({ path: path`/things/${from_id}/links/${to_id}`, body }),
    });
    expect((await refusal(server.client.call(link, values))).problems[0]?.argument).toBe(argument);
  });
});

describe('a lone id', () => {
  test('stands for the alias', async () => {
    await using server = await record(() => ({ body: {} }));
    await server.client.exchange(getThing, { id: '42', state: 'open' });
    await server.client.exchange(getThing, { id: 42, thing_id: '42' });
    expect(server.requests.map(({ pathname }) => pathname)).toEqual(['/things/42', '/things/42']);
    expect([...(server.requests[0]?.query ?? [])]).toEqual([['state', 'open']]);
  });

  test('that differs from the argument it stands for is refused', async () => {
    await using server = await record(() => ({ body: {} }));
    const error = await refusal(server.client.exchange(getThing, { id: '1', thing_id: '2' }));
    expect(error.message).toBe('id: stands for thing_id, and the two differ: give thing_id alone');
    expect(server.requests).toEqual([]);
  });

  test('is an unknown argument without an alias', async () => {
    await using server = await record(() => ({ body: {} }));
    const error = await refusal(server.client.exchange(replyToThing, { id: 1, thing_id: 1, admin_id: 2 }));
    expect(error.message).toMatch(/^id: unknown argument\. Did you mean/);
  });

  test('stays itself where the tool has an id of its own', async () => {
    await using server = await record(() => ({ body: {} }));
    const own = z.strictObject({ thing_id: z.string(), id: z.string() });
    const request = ({ thing_id, id }: z.output<typeof own>) => ({ path: `/things/${thing_id}`, body: { id } });
    await server.client.exchange(
      { ...replyToThing, alias: 'thing_id', input: own, request },
      { thing_id: 'a', id: 'b' },
    );
    expect(server.requests[0]).toMatchObject({ pathname: '/things/a', body: '{"id":"b"}' });
  });
});

async function refusal(call: Promise<unknown>): Promise<InputError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof InputError) return error;
  throw new Error(`no InputError but ${String(error)}`);
}
