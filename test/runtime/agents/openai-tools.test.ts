import { describe, expect, test } from 'vitest';
import { intercom } from '../../../intercom/catalog.ts';
import {
  agentTools,
  openaiAgentsTools,
  openaiChatTools,
  openaiTools,
  type ToolAnswer,
} from '../../../runtime/agents/index.ts';
import { record } from '../../support/recorder.ts';
import { things } from './support/things.ts';

const makers = { openaiTools, openaiChatTools, openaiAgentsTools };
const nobody = { exchange: () => Promise.reject(new Error('nobody is called')) };

describe.each(Object.keys(makers).map((name) => ({ name })))('$name', ({ name }) => {
  const make = Object.entries(makers).find(([key]) => key === name)?.[1] ?? openaiTools;

  test('refuses more tools than a request may list, and says what to do', async () => {
    await expect(make({ ...intercom, client: nobody })).rejects.toMatchObject({
      message: expect.stringContaining('at most 128'),
      help: expect.stringContaining('mode "discovery"'),
    });
    for (const options of [{ mode: 'discovery' } as const, { filter: { tags: ['support'], methods: ['read'] } }])
      await make({ ...intercom, client: nobody, ...options });
    await agentTools({ ...intercom, client: nobody });
  });
});

test('arguments come as JSON text: nulls of a strict model are left out, nothing is nothing, no JSON is refused', async () => {
  await using upstream = await record(() => ({ body: { ok: true } }));
  const { answer } = await openaiTools({ ...things, client: upstream.client });
  const call = (args: string) => ({ type: 'function_call', call_id: '1', name: 'list_things', arguments: args });
  for (const args of ['{"limit":2,"next_cursor":null}', '', '{"limit":']) await answer([call(args)]);
  const [refused] = await answer([call('{"limit":')]);
  expect(refused?.output).toContain('must be one object');
  expect(upstream.requests.map(({ search }) => search)).toEqual([expect.stringContaining('2'), expect.any(String)]);
});

test('what is no function call is left alone', async () => {
  const { answer } = await openaiTools({ ...things, client: nobody });
  const chat = await openaiChatTools({ ...things, client: nobody });
  expect(await answer([{ type: 'message' }, { type: 'reasoning' }, { type: 'mcp_call' }])).toEqual([]);
  expect(await chat.answer({ tool_calls: [{ id: '1', type: 'custom' }] })).toEqual([]);
  expect(await chat.answer({})).toEqual([]);
});

test('a name that no tool has is answered as any other call', async () => {
  const { answer } = await openaiTools({ ...things, client: nobody });
  const made = { type: 'function_call', call_id: '1', name: 'get_thingy', arguments: '{}' };
  expect(await answer([made])).toEqual([
    { type: 'function_call_output', call_id: '1', output: expect.stringContaining('get_thing') },
  ]);
});

test('an answer is the same through every form of OpenAI', async () => {
  await using upstream = await record(() => ({ body: { ok: true } }));
  const options = { ...things, client: upstream.client };
  const answers: ToolAnswer[] = [];
  for (const make of Object.values(makers))
    answers.push(await (await make(options)).call('get_thing', '{"thing_id":"1"}'));
  for (const { content } of answers) expect(content).toEqual([{ type: 'text', text: '{"ok":true}' }]);
});
