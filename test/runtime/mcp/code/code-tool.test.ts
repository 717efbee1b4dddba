import { expect, test } from 'vitest';
import { createCodeTool } from '../../../../runtime/mcp/code-mode.ts';
import { type Answer, record } from '../../../support/recorder.ts';
import { serving } from '../support/session.ts';
import { box, tools } from './support/session.ts';

async function setup(
  options: Partial<Parameters<typeof createCodeTool>[0]> = {},
  answer: Answer = () => ({ body: { ok: true } }),
) {
  const upstream = await record(answer);
  const tool = createCodeTool({ ...serving(tools), box, client: upstream.client, ...options });
  return { ...tool, requests: upstream.requests, [Symbol.asyncDispose]: () => upstream[Symbol.asyncDispose]() };
}

test('an agent has tools for its model, and answers their calls', async () => {
  await using agent = await setup();
  expect(agent.tools.map(({ name }) => name)).toEqual(['search_tools', 'run_read_code', 'run_code']);
  for (const { description, inputSchema } of agent.tools) {
    expect(description.length).toBeGreaterThan(100);
    expect(inputSchema).toMatchObject({ type: 'object', properties: expect.any(Object) });
  }
  expect(await agent.call('run_read_code', { code: 'return (await intercom.get_thing({ thing_id: 1 })).ok' })).toEqual({
    text: 'true',
    isError: false,
  });
  expect(await agent.call('run_code', { code: 'return x' })).toMatchObject({
    isError: true,
    text: expect.stringContaining('x is not defined'),
  });
  expect(await agent.call('search_tools', { query: 'reply to a thing' })).toMatchObject({
    isError: false,
    text: expect.stringContaining('reply_to_thing('),
  });
  await expect(agent.call('get_thing', {})).rejects.toThrow('Unknown tool "get_thing"');
});

test('a filter decides what there is, in the declarations too', async () => {
  await using agent = await setup({ filter: { methods: ['read'] } });
  expect(agent.tools.map(({ name }) => name)).toEqual(['search_tools', 'run_read_code']);
  const declared = await agent.declarations();
  expect(declared).toContain('get_thing(');
  expect(declared).not.toContain('reply_to_thing');
});

const write = { code: "await intercom.reply_to_thing({ thing_id: 1, admin_id: 2, body: 'Hello' }); return 'sent'" };

test.each([true, false])('somebody is asked, and says %s', async (agrees) => {
  const questions: string[] = [];
  await using agent = await setup({
    confirm: 'write',
    agree: async (question) => {
      questions.push(question);
      return agrees;
    },
  });
  const { text, isError } = await agent.call('run_code', write);
  expect(questions).toEqual([expect.stringContaining('/things/1/reply')]);
  expect([text.includes('sent'), isError, agent.requests.length]).toEqual(agrees ? [true, false, 1] : [false, true, 0]);
});

test('without somebody to ask, the model is given a token', async () => {
  await using agent = await setup({ confirm: 'write' });
  const { text } = await agent.call('run_code', write);
  const [, confirmation_token] = /"confirmation_token":"([^"]+)"/.exec(text) ?? [];
  expect(agent.requests).toEqual([]);
  expect(await agent.call('run_code', { ...write, confirmation_token })).toEqual({ text: 'sent', isError: false });
  expect(agent.requests).toHaveLength(1);
});

test('a call can be given up', async () => {
  const controller = new AbortController();
  await using agent = await setup({}, () => {
    controller.abort(new Error('enough'));
    return undefined;
  });
  const code = 'await intercom.get_thing({ thing_id: 1 })';
  await expect(agent.call('run_code', { code }, { signal: controller.signal })).rejects.toThrow('enough');
});
