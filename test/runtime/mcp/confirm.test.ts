import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { type Confirm, createConfirmer, createHttpHandler, type McpServerOptions } from '../../../runtime/mcp/index.ts';
import { modernRequest, readAnswer } from '../../support/mcp-post.ts';
import { record } from '../../support/recorder.ts';
import { detachTag, getThing, replyToThing } from '../../support/sample-tools.ts';
import { type Called, connections, type Elicit, serving } from './support/session.ts';

const tools = [getThing, replyToThing, detachTag];
const reply = { thing_id: 1, admin_id: 2, body: 'Hello' };
const detach = { thing_id: 1, tag_id: 9 };

async function start(connection: string, settings: Partial<McpServerOptions> & { elicit?: Elicit } = {}) {
  const upstream = await record(() => ({ body: { ok: true } }));
  const { elicit, ...options } = settings;
  const connect = connections[connection];
  if (connect === undefined) throw new Error(connection);
  const session = await connect({ ...serving(tools), client: upstream.client, ...options }, elicit);
  return {
    ...session,
    requests: upstream.requests,
    [Symbol.asyncDispose]: async () => {
      await session[Symbol.asyncDispose]();
      await upstream[Symbol.asyncDispose]();
    },
  };
}

function tokenIn({ text }: Called): string {
  return /"confirmation_token":"([^"]+)"/.exec(text)?.[1] ?? 'no token';
}

const asked: [Confirm | undefined, string[]][] = [
  [undefined, []],
  ['never', []],
  ['destructive', ['detach_tag']],
  ['write', ['reply_to_thing', 'detach_tag']],
];

test.each(asked)('confirm: %s asks before %j', async (confirm, expected) => {
  await using session = await start('modern, stdio', { ...(confirm && { confirm }) });
  const calls = { get_thing: { id: 1 }, reply_to_thing: reply, detach_tag: detach };
  for (const [name, args] of Object.entries(calls)) {
    const before = session.requests.length;
    const answer = await session.call(name, args);
    expect(answer.isError, name).toBe(false);
    expect(session.requests.length - before, name).toBe(expected.includes(name) ? 0 : 1);
    expect(answer.text.startsWith('Nothing was done yet'), name).toBe(expected.includes(name));
  }
  const schemas = (await session.tools()).map(({ name, inputSchema }) => [name, JSON.stringify(inputSchema)]);
  const telling = schemas.filter(([, schema]) => String(schema).includes('confirmation_token'));
  expect(telling.map(([name]) => name)).toEqual(expected);
});

describe.each(Object.keys(connections))('%s, a client that cannot ask', (connection) => {
  const setup = () => start(connection, { confirm: 'destructive' });

  test('gets a token, and the call is made with it once', async () => {
    await using session = await setup();
    const first = await session.call('detach_tag', detach);
    expect(first).toMatchObject({ isError: false });
    expect(first.text).toContain('DELETE ');
    expect(first.text).toContain('/things/1/tags/9');
    expect(session.requests).toEqual([]);
    const confirmed = { ...detach, confirmation_token: tokenIn(first) };
    expect(await session.call('detach_tag', confirmed)).toMatchObject({ isError: false });
    expect(session.requests).toMatchObject([{ method: 'DELETE', pathname: '/things/1/tags/9', body: '' }]);
    const again = await session.call('detach_tag', confirmed);
    expect(again).toMatchObject({ isError: true, text: expect.stringContaining('used before') });
    expect(session.requests).toHaveLength(1);
  });

  test.each([
    ['other arguments', { ...detach, tag_id: 10 }],
    ['one argument more', { ...detach, admin_id: 3 }],
  ])('a token does not hold for %s', async (_, other) => {
    await using session = await setup();
    const confirmation_token = tokenIn(await session.call('detach_tag', detach));
    expect(await session.call('detach_tag', { ...other, confirmation_token })).toMatchObject({ isError: true });
    expect(session.requests).toEqual([]);
    expect(await session.call('detach_tag', { ...detach, confirmation_token })).toMatchObject({ isError: false });
  });

  test('is not asked about arguments that are wrong', async () => {
    await using session = await setup();
    const answer = await session.call('detach_tag', { thing_id: 1 });
    expect(answer).toMatchObject({ isError: true, text: expect.stringContaining('tag_id') });
    expect(answer.text).not.toContain('token');
  });
});

// Over HTTP a client of the first era is a stranger in every request: nothing is known of what it can do.
describe.each(['legacy, stdio', 'modern, stdio', 'modern, HTTP'])('%s, a client that can ask', (connection) => {
  const answers: [string, ReturnType<Elicit>, number][] = [
    ['yes', { action: 'accept', content: { confirm: true } }, 1],
    ['a form sent back as it was', { action: 'accept', content: { confirm: false } }, 0],
    ['no', { action: 'decline' }, 0],
    ['no to a form that says yes', { action: 'decline', content: { confirm: true } }, 0],
    ['nothing', { action: 'cancel' }, 0],
  ];

  test.each(answers)('asks its user, who says %s', async (_, answer, calls) => {
    const questions: string[] = [];
    const elicit: Elicit = (message) => {
      questions.push(message);
      return answer;
    };
    await using session = await start(connection, { confirm: 'write', elicit });
    const result = await session.call('reply_to_thing', reply);
    expect(questions).toHaveLength(1);
    expect(questions[0]).toMatch(
      /reply_to_thing\)\nPOST http:.*\/things\/1\/reply\n\{"admin_id":2,"body":"Hello"\}\nAll arguments: 42 characters, SHA-256 \w{16}…$/,
    );
    expect(session.requests).toHaveLength(calls);
    expect(result.isError).toBe(calls === 0);
    if (calls === 0) expect(result.text).toContain('the user said no');
  });
});

describe.each(['legacy, stdio', 'modern, stdio', 'modern, HTTP'])('%s, an answer that is no yes', (connection) => {
  const answers: [string, object][] = [
    ['another field', { action: 'accept', content: { yes: true } }],
    ['a text', { action: 'accept', content: { confirm: 'true' } }],
    ['a number', { action: 'accept', content: { confirm: 1 } }],
    ['nothing', { action: 'accept' }],
    ['a list', { action: 'accept', content: { confirm: [true] } }],
    ['an action that is none', { action: 'yes', content: { confirm: true } }],
    ['something else', { role: 'user', content: { confirm: true } }],
  ];

  test.each(answers)('%s sends nothing', async (_, answer) => {
    const elicit = () => z.custom<ReturnType<Elicit>>().parse(answer);
    await using session = await start(connection, { confirm: 'write', elicit });
    const outcome = await session.call('reply_to_thing', reply).catch((error: unknown) => ({ isError: true, error }));
    expect(outcome.isError).toBe(true);
    expect(session.requests).toEqual([]);
  });
});

describe.each(['legacy, stdio', 'modern, stdio', 'modern, HTTP'])('%s, a client that can ask', (connection) => {
  test('is given no token, and no token is taken from it', async () => {
    const minted = createConfirmer();
    const call = { tool: 'reply_to_thing', args: reply };
    const questions: string[] = [];
    const elicit: Elicit = (message) => {
      questions.push(message);
      return { action: 'decline' };
    };
    await using session = await start(connection, { confirm: 'write', confirmer: minted, elicit });
    for (const purpose of ['two-step', 'question'] as const) {
      const confirmation_token = await minted.mint({ ...call, purpose });
      const refused = await session.call('reply_to_thing', { ...reply, confirmation_token });
      expect(refused).toMatchObject({ isError: true, text: expect.stringContaining('can ask its user') });
    }
    expect([questions, session.requests]).toEqual([[], []]);
    const declined = await session.call('reply_to_thing', reply);
    expect(declined.text).not.toContain('confirmation_token');
    expect([questions.length, session.requests.length]).toEqual([1, 0]);
  });
});

describe('an answer of the user', () => {
  const yes = { confirm: { action: 'accept', content: { confirm: true } } };
  const capabilities = { elicitation: {} };

  async function setup(confirmer = createConfirmer()) {
    const upstream = await record(() => ({ body: { ok: true } }));
    const handler = createHttpHandler({ ...serving(tools), client: upstream.client, confirm: 'write', confirmer });
    const call = async (args: object, more: object = {}, can: object = capabilities) => {
      const params = { name: 'reply_to_thing', arguments: args, ...more };
      const request = modernRequest('tools/call', params, { capabilities: can });
      const { message } = await readAnswer(await handler(request));
      return z.looseObject({ resultType: z.string(), requestState: z.string().optional() }).parse(message.result);
    };
    return { upstream, call };
  }

  test('counts for the question that was asked, once', async () => {
    const { upstream, call } = await setup();
    await using _ = upstream;
    const { resultType, requestState } = await call(reply);
    expect(resultType).toBe('input_required');
    expect(await call(reply, { inputResponses: yes, requestState })).toMatchObject({ resultType: 'complete' });
    expect(upstream.requests).toHaveLength(1);
    expect(await call(reply, { inputResponses: yes, requestState })).toMatchObject({ resultType: 'input_required' });
    expect(upstream.requests).toHaveLength(1);
  });

  test('does not count where nobody was asked, or for something else', async () => {
    const { upstream, call } = await setup();
    await using _ = upstream;
    const { requestState } = await call(reply);
    for (const state of [undefined, 'a.b.c', `${requestState}x`]) {
      const more = { inputResponses: yes, ...(state !== undefined && { requestState: state }) };
      expect(await call(reply, more)).toMatchObject({ resultType: 'input_required' });
    }
    const other = { ...reply, body: 'Goodbye' };
    expect(await call(other, { inputResponses: yes, requestState })).toMatchObject({ resultType: 'input_required' });
    expect(upstream.requests).toEqual([]);
  });

  test('is no yes of a client that cannot ask: the state of a question is no token', async () => {
    const { upstream, call } = await setup();
    await using _ = upstream;
    const { requestState } = await call(reply);
    const answers = await Promise.all([
      call({ ...reply, confirmation_token: requestState }, {}, {}),
      call({ ...reply, confirmation_token: requestState }),
    ]);
    for (const answer of answers) expect(answer).toMatchObject({ isError: true });
    expect(upstream.requests).toEqual([]);
    expect(await call(reply, { inputResponses: yes, requestState })).toMatchObject({ resultType: 'complete' });
  });

  test('does not count with a token in place of the state', async () => {
    const { upstream, call } = await setup();
    await using _ = upstream;
    const { content } = await call(reply, {}, {});
    const requestState = /"confirmation_token\\":\\"([^"\\]+)/.exec(JSON.stringify(content))?.[1] ?? expect.fail();
    expect(await call(reply, { inputResponses: yes, requestState })).toMatchObject({ resultType: 'input_required' });
    expect(upstream.requests).toEqual([]);
  });

  test('holds for five minutes, and a no uses the question up', async () => {
    let time = 1_000_000;
    const { upstream, call } = await setup(createConfirmer({ now: () => time }));
    await using _ = upstream;
    const { requestState: late } = await call(reply);
    time += 5 * 60_000;
    expect(await call(reply, { inputResponses: yes, requestState: late })).toMatchObject({
      resultType: 'input_required',
    });
    const { requestState } = await call(reply);
    const no = { confirm: { action: 'decline' } };
    expect(await call(reply, { inputResponses: no, requestState })).toMatchObject({ isError: true });
    expect(await call(reply, { inputResponses: yes, requestState })).toMatchObject({ resultType: 'input_required' });
    expect(upstream.requests).toEqual([]);
  });
});
