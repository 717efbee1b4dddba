import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, test } from 'vitest';
import { catalog, loadTool } from '../../../intercom/catalog.ts';
import { createClient } from '../../../intercom/client.ts';
import { cast, createSandbox } from '../../../sandbox/index.ts';
import { START } from '../../sandbox/support/sandbox.ts';
import { realArguments } from '../../sandbox/support/sweep.ts';
import { sweepArguments } from '../../sandbox/support/sweep-arguments.ts';

const sandbox = createSandbox({ strict: true, rateLimit: 1_000_000, now: () => START });
const state = sandbox.snapshot();
const client = createClient({ token: 'sandbox', baseUrl: 'http://localhost', now: () => START, fetch: sandbox.fetch });

async function call(name: string, given: Record<string, unknown>, fields?: string[]): Promise<unknown> {
  const tool = await loadTool(name);
  if (tool === undefined) throw new Error(`${name} does not exist`);
  const { output } = await client.exchange(tool, given, { shape: 'model', fields });
  sandbox.reset();
  return output;
}

/** Not an echo but a page of what was asked for. */
const LISTS = ['list_all_intercom_contact_banners'];

test('every write of the sample workspace answers what it changed in about a hundred tokens', async () => {
  const sizes: [name: string, tokens: number][] = [];
  for (const { name, inputSchema, access } of catalog) {
    const tool = access === 'write' && !LISTS.includes(name) ? await loadTool(name) : undefined;
    if (tool === undefined) continue;
    for (const { round, given } of realArguments(tool, inputSchema, state, sweepArguments)) {
      if (round === 'required') continue;
      const { fields: _, ...own } = given;
      const exchange = await client.exchange(tool, own, { shape: 'model' }).catch(() => undefined);
      sandbox.reset();
      if (exchange && tool.response === 'json') sizes.push([name, countTokens(JSON.stringify(exchange.output))]);
    }
  }
  const tokens = sizes.map(([, size]) => size).toSorted((a, b) => a - b);
  expect(tokens.length).toBeGreaterThan(80);
  expect(sizes.filter(([, size]) => size > 120)).toEqual([]);
  expect(tokens[Math.floor(tokens.length / 2)]).toBeLessThanOrEqual(60);
});

describe('a write answers', () => {
  const maya = cast.admins.maya;
  test('a reply: the conversation, its state and the new part', async () => {
    const reply = {
      message_type: 'comment',
      type: 'admin',
      admin_id: maya,
      body: 'x',
      conversation_id: cast.conversations.refund,
    };
    expect(await call('intercom_conversations_reply', reply)).toEqual({
      id: cast.conversations.refund,
      state: 'open',
      admin_assignee: 'Maya Okafor',
      admin_assignee_id: expect.any(Number),
      team_assignee: 'Billing',
      team_assignee_id: expect.any(Number),
      type: 'conversation',
      conversation_parts: [{ id: expect.any(String), part_type: 'comment' }],
    });
  });

  test('a change: what was changed, and of attributes those alone', async () => {
    const change = { contact_id: cast.contacts.amara, name: 'Amara', custom_attributes: { monthly_invoices: 7 } };
    const answer = await call('update_a_intercom_contact_by_id', change);
    expect(answer).toMatchObject({
      id: cast.contacts.amara,
      name: 'Amara',
      custom_attributes: { monthly_invoices: 7 },
    });
    expect(Object(answer).custom_attributes).toEqual({ monthly_invoices: 7 });
    expect(answer).not.toHaveProperty('untrusted');
  });

  test('what was made: its id and where it is', async () => {
    const made = await call('create_a_intercom_article', {
      title: 'New',
      author_id: Number(maya),
      body: 'x'.repeat(900),
    });
    expect(made).toMatchObject({ id: expect.any(String), title: 'New', state: 'draft' });
    expect(made).not.toHaveProperty('body');
    const option = await call('create_a_intercom_conversations_attribute_option', { attribute_id: '11', label: 'New' });
    expect(option).toMatchObject({ option: { id: expect.any(String), label: 'New' } });
  });

  test.each([
    ['intercom_contacts_attach_subscription', { consent_type: 'opt_in' }, 'subscribed'],
    ['intercom_contacts_attach_subscription', { consent_type: 'opt_out' }, 'unsubscribed'],
  ])('%s with %j: whether the contact is subscribed', async (name, given, contact_is) => {
    const answer = await call(name, { contact_id: cast.contacts.amara, subscription_id: '91', ...given });
    expect(answer).toMatchObject({ id: '91', contact_is });
  });

  test('what fields name, where they are given', async () => {
    const close = { conversation_id: cast.conversations.refund, message_type: 'close', type: 'admin', admin_id: maya };
    expect(await call('intercom_conversations_manage', close, ['state', 'source.author.id'])).toEqual({
      id: cast.conversations.refund,
      state: 'closed',
      source: { author: { id: cast.contacts.sofia } },
    });
  });
});
