import { describe, expect, test } from 'vitest';

import { createClient } from '../../intercom/client.ts';
import { heroTools, workflows } from '../../intercom/workflows.ts';
import { createSandbox } from '../../sandbox/index.ts';
import { textOf } from './support/pages.ts';
import { shownCalls } from './support/shown-calls.ts';
import { toolOf } from './support/tool-of.ts';

const calls = shownCalls('docs/prompts.md');

test('the six tools, each with a prompt', () => {
  expect(calls.map(({ tool }) => tool)).toEqual([
    'list_all_intercom_search_conversations',
    'get_single_intercom_conversation_by_id',
    'intercom_conversations_reply',
    'list_all_intercom_articles_search',
    'list_all_intercom_search_contacts',
    'update_a_intercom_ticket_by_id',
  ]);
  for (const { heading } of calls) expect(textOf('docs/prompts.md')).toContain(`${heading}\n\n> `);
});

test('they are those that every list begins with, and both workflows are prompts of the server', () => {
  expect(calls.map(({ tool }) => tool).toSorted()).toEqual(heroTools.toSorted());
  for (const { name } of workflows) expect(textOf('docs/prompts.md')).toContain(`\`${name}\``);
});

describe.each(calls)('$heading', ({ tool: name, input, answer }) => {
  test('the call answers what the page shows, and a read changes nothing', async () => {
    const sandbox = createSandbox();
    const client = createClient({ token: 'sandbox', baseUrl: 'http://localhost', fetch: sandbox.fetch });
    const tool = await toolOf(name);
    const { output } = await client.exchange(tool, input, { shape: 'model' });
    expect(answer).toBeDefined();
    expect(output).toMatchObject(Object(answer));
    expect(sandbox.changes().length > 0).toBe(tool.access === 'write');
  });
});
