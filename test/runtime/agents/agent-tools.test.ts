import { describe, expect, test } from 'vitest';
import { type AgentOptions, agentTools } from '../../../runtime/agents/index.ts';
import { type Answer, record } from '../../support/recorder.ts';
import { things } from './support/things.ts';

async function setup(options: Partial<AgentOptions> = {}, answer: Answer = () => ({ body: { ok: true } })) {
  const upstream = await record(answer);
  const made = await agentTools({ ...things, client: upstream.client, ...options });
  return {
    ...made,
    say: async (name: string, args: unknown, settings?: Parameters<typeof made.call>[2]) => {
      const { content, isError } = await made.call(name, args, settings);
      return { isError, text: content.map((part) => (part.type === 'text' ? part.text : part.type)).join('\n') };
    },
    requests: upstream.requests,
    [Symbol.asyncDispose]: () => upstream[Symbol.asyncDispose](),
  };
}

const reply = { thing_id: 1, admin_id: 2, body: 'Hello' };

test.each([
  ['list', ['get_thing', 'reply_to_thing', 'detach_tag', 'list_things']],
  ['discovery', ['search_tools', 'describe_tools', 'call_read_tool', 'call_write_tool']],
  ['code', ['search_tools', 'run_read_code', 'run_code']],
] as const)('as %s a model is shown %j, and is told of all', async (mode, names) => {
  await using agent = await setup({ mode });
  expect(agent.tools.map(({ name }) => name)).toEqual(names);
  expect(agent.instructions).toContain('things');
});

test.each([
  ['list', 'reply_to_thing', reply],
  ['discovery', 'call_write_tool', { name: 'reply_to_thing', arguments: reply }],
  ['code', 'run_code', { code: `return await intercom.reply_to_thing(${JSON.stringify(reply)})` }],
] as const)('as %s a write is made', async (mode, name, args) => {
  await using agent = await setup({ mode });
  expect(await agent.say(name, args)).toMatchObject({ isError: false });
  expect(agent.requests.map(({ method, pathname }) => `${method} ${pathname}`)).toEqual(['POST /things/1/reply']);
});

test('a prefix stands before every name, in what is told of them as well', async () => {
  await using agent = await setup({ prefix: 'acme_' });
  expect(agent.tools[0]?.name).toBe('acme_get_thing');
  expect(await agent.say('acme_get_thing', { thing_id: 1 })).toEqual({ isError: false, text: '{"ok":true}' });
  expect(await agent.say('get_thing', { thing_id: 1 })).toEqual({
    isError: true,
    text: 'Unknown tool "get_thing". It is called "acme_get_thing" here.',
  });
});

test('a name that no tool has, and arguments that no tool takes, are answers', async () => {
  await using agent = await setup();
  expect(await agent.say('get_things', {})).toEqual({
    isError: true,
    text: expect.stringContaining('Did you mean'),
  });
  for (const args of [undefined, null, 7, '{', [], {}])
    expect(await agent.say('get_thing', args)).toEqual({ isError: true, text: expect.stringMatching(/^Correct the/) });
  expect(agent.requests).toEqual([]);
});

test('how often one may call is told beside the answer', async () => {
  await using agent = await setup({}, () => ({
    body: { ok: true },
    headers: { 'x-ratelimit-limit': '100', 'x-ratelimit-remaining': '9' },
  }));
  const { meta } = await agent.call('get_thing', { thing_id: 1 });
  expect(meta).toMatchObject({ 'ratelimit-limit': 100, 'ratelimit-remaining': 9 });
});

describe('a person', () => {
  test('is asked before every write where there is somebody to ask, and before nothing else', async () => {
    const questions: string[] = [];
    await using agent = await setup({ agree: (question) => questions.push(question) > 0 });
    await agent.call('get_thing', { thing_id: 1 });
    await agent.call('reply_to_thing', { ...reply, dry_run: true });
    expect(questions).toEqual([]);
    await agent.call('reply_to_thing', reply);
    expect(questions).toEqual([expect.stringContaining('/things/1/reply')]);
    expect(JSON.stringify(agent.tools)).not.toContain('confirmation_token');
  });

  test.each([false, undefined, 'no', 1])('who answers %j has not agreed', async (answer) => {
    const agree: unknown = () => answer;
    await using agent = await setup({ agree: agree as () => boolean });
    expect(await agent.say('reply_to_thing', reply)).toEqual({
      isError: true,
      text: expect.stringContaining('the user said no'),
    });
    expect(agent.requests).toEqual([]);
  });

  test('is asked one thing at a time, and not about what was given up meanwhile', async () => {
    const asked: { question: string; answer: (agreed: boolean) => void }[] = [];
    await using agent = await setup({
      agree: (question) => new Promise((answer) => asked.push({ question, answer })),
    });
    const controller = new AbortController();
    const first = agent.say('reply_to_thing', reply);
    const second = agent.say('reply_to_thing', { ...reply, thing_id: 2 }, { signal: controller.signal });
    const third = agent.say('reply_to_thing', { ...reply, thing_id: 3 });
    await expect.poll(() => asked.length).toBe(1);
    controller.abort(new Error('enough'));
    await expect(second).rejects.toThrow('enough');
    asked[0]?.answer(true);
    await first;
    await expect.poll(() => asked.length).toBe(2);
    asked[1]?.answer(true);
    await third;
    expect(asked.map(({ question }) => /things\/(\d)/.exec(question)?.[1])).toEqual(['1', '3']);
    expect(agent.requests.map(({ pathname }) => pathname)).toEqual(['/things/1/reply', '/things/3/reply']);
  });

  test('who cannot be asked is no silent no: what was thrown comes out, and nothing is done', async () => {
    await using agent = await setup({ agree: () => Promise.reject(new Error('no terminal')) });
    await expect(agent.call('reply_to_thing', reply)).rejects.toThrow('no terminal');
    expect(agent.requests).toEqual([]);
    // The next question is asked all the same.
    await expect(agent.call('reply_to_thing', reply)).rejects.toThrow('no terminal');
  });

  test('who walks away while the call is given up is waited for no longer', async () => {
    const controller = new AbortController();
    await using agent = await setup({
      agree: () => {
        controller.abort(new Error('enough'));
        return new Promise(() => {});
      },
    });
    await expect(agent.call('reply_to_thing', reply, { signal: controller.signal })).rejects.toThrow('enough');
    expect(agent.requests).toEqual([]);
  });

  test('who is not there leaves the model a token to come back with', async () => {
    await using agent = await setup({ confirm: 'write' });
    expect(JSON.stringify(agent.tools)).toContain('confirmation_token');
    const { text } = await agent.say('reply_to_thing', reply);
    const [, confirmation_token] = /"confirmation_token":"([^"]+)"/.exec(text) ?? [];
    expect(agent.requests).toEqual([]);
    expect(await agent.say('reply_to_thing', { ...reply, confirmation_token })).toMatchObject({ isError: false });
    expect(agent.requests).toHaveLength(1);
  });
});

describe('an SDK that asks by itself', () => {
  const asksItself = { asksItself: true };
  async function asking(options: Partial<AgentOptions>) {
    const upstream = await record(() => ({ body: { ok: true } }));
    const made = await agentTools({ ...things, client: upstream.client, ...options }, asksItself);
    return { ...made, requests: upstream.requests, [Symbol.asyncDispose]: () => upstream[Symbol.asyncDispose]() };
  }
  const detach = { thing_id: 1, tag_id: 2 };
  const call = (name: string, args: object) => ({ name, arguments: args });

  test.each([
    [{}, 'reply_to_thing', reply, false],
    [{ confirm: 'write' }, 'get_thing', { thing_id: 1 }, false],
    [{ confirm: 'write' }, 'reply_to_thing', reply, true],
    [{ confirm: 'write' }, 'reply_to_thing', { ...reply, dry_run: true }, false],
    [{ confirm: 'write' }, 'no_such_tool', reply, false],
    [{ confirm: 'destructive' }, 'reply_to_thing', reply, false],
    [{ confirm: 'destructive' }, 'detach_tag', detach, true],
    [{ confirm: 'write', agree: () => true }, 'reply_to_thing', reply, false],
    [{ confirm: 'write', mode: 'discovery' }, 'call_write_tool', call('reply_to_thing', reply), true],
    [{ confirm: 'write', mode: 'discovery' }, 'search_tools', { query: 'reply' }, false],
    [{ confirm: 'write', mode: 'discovery' }, 'call_read_tool', call('get_thing', { thing_id: 1 }), false],
    [{ confirm: 'destructive', mode: 'discovery' }, 'call_write_tool', call('reply_to_thing', reply), false],
    [{ confirm: 'write', mode: 'code' }, 'run_code', { code: 'return 1' }, true],
    [{ confirm: 'write', mode: 'code' }, 'run_read_code', { code: 'return 1' }, false],
  ] as const)('with %j is told of %s %j: %s', async (options, name, args, needed) => {
    await using agent = await asking(options);
    expect(agent.needsApproval(name, args)).toBe(needed);
  });

  test('makes an approved call without another question, and tells no model of tokens', async () => {
    await using agent = await asking({ confirm: 'write' });
    expect(JSON.stringify(agent.tools)).not.toContain('confirmation_token');
    await agent.call('reply_to_thing', reply, { isApproved: true });
    expect(agent.requests).toHaveLength(1);
  });
});

test.each([
  [{ profile: undefined, catalog: undefined }, /lack profile, catalog/],
  [{ client: undefined }, /client is no client/],
  [{ client: {} }, /client is no client/],
  [{ mode: 'lists' }, /mode cannot be "lists"/],
  [{ confirm: 'writes' }, /confirm cannot be "writes"/],
  [{ agree: true }, /agree is no function/],
  [{ agree: () => true, confirm: 'never' }, /agree would never be called/],
  [{ filter: ['read'] }, /filter/],
  [{ filter: { method: ['read'] } }, /A filter has no "method"/],
  [{ filter: { methods: 'read' } }, /filter.methods is no list/],
  [{ filter: { methods: ['reads'] } }, /"reads" is unknown/],
  [{ filter: { methods: ['create'] } }, /no tool has one of these/],
  [{ prefix: 'a b' }, /letters of ASCII/],
])('options %j are refused', async (wrong, message) => {
  const options: object = { ...things, client: { exchange: () => {} }, ...wrong };
  const error = await agentTools(options as AgentOptions).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ message: expect.stringMatching(message), help: expect.any(String) });
});
