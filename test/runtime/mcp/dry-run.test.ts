import { describe, expect, expectTypeOf, test } from 'vitest';
import { apiVersion } from '../../../generated/intercom/facts.ts';
import type { DryRun } from '../../../runtime/index.ts';
import type { Tool } from '../../../runtime/tool/tool.ts';
import { record, TOKEN } from '../../support/recorder.ts';
import { detachTag, getThing, listThings, replyInput, replyToThing } from '../../support/sample-tools.ts';
import { connections, serving } from './support/session.ts';

const reply = { thing_id: 1, admin_id: 2, body: 'Hello' };
const listed: Tool = listThings({ style: 'cursor', in: 'body.pagination', items: 'data' });

describe('client.call with dryRun', () => {
  test('answers exactly the request that it would send', async () => {
    await using server = await record(() => ({ body: { ok: true } }));
    const told = await server.client.call(replyToThing, reply, { dryRun: true });
    expectTypeOf(told).toEqualTypeOf<DryRun>();
    expect(server.requests).toEqual([]);
    await server.client.call(replyToThing, reply);
    const [sent] = server.requests;
    expect(told).toMatchObject({ dry_run: true, method: sent?.method, url: `${server.url}${sent?.pathname}` });
    expect(told.body).toEqual(JSON.parse(sent?.body ?? ''));
    const { authorization: _, ...headers } = sent?.headers ?? {};
    expect(headers).toMatchObject(told.headers);
    expect(told.headers).toMatchObject({ 'intercom-version': apiVersion, 'content-type': 'application/json' });
    expect(JSON.stringify(told)).not.toContain(TOKEN);
  });

  test('has the page that it would ask for, and no body where there is none', async () => {
    await using server = await record(() => ({}));
    const page = await server.client.call(listed, { limit: 5 }, { dryRun: true });
    expect(page).toMatchObject({ method: 'POST', body: { pagination: { per_page: 5 } } });
    expect(await server.client.call(detachTag, { thing_id: 1, tag_id: 2 }, { dryRun: true })).not.toHaveProperty(
      'body',
    );
    expect(server.requests).toEqual([]);
  });

  test('refuses what a call would refuse', async () => {
    await using server = await record(() => ({}));
    const wrong = { ...reply, thing_id: '..' };
    await expect(server.client.call(replyToThing, wrong, { dryRun: true })).rejects.toMatchObject({
      code: 'invalid_input',
    });
  });
});

describe.each(Object.entries(connections))('dry_run, %s', (_, connect) => {
  async function start(tools: readonly Tool[] = [getThing, replyToThing]) {
    const upstream = await record(() => ({ body: { ok: true } }));
    const session = await connect({ ...serving(tools), client: upstream.client, confirm: 'write' });
    return { upstream, session };
  }

  test('shows the request, asks nobody and sends nothing', async () => {
    const { upstream, session } = await start();
    await using _upstream = upstream;
    await using _session = session;
    const answer = await session.call('reply_to_thing', { ...reply, dry_run: true });
    expect(answer.isError).toBe(false);
    expect(JSON.parse(answer.text)).toMatchObject({
      dry_run: true,
      method: 'POST',
      url: `${upstream.url}/things/1/reply`,
      body: { admin_id: 2, body: 'Hello' },
    });
    expect(answer.text).not.toContain(TOKEN);
    expect(upstream.requests).toEqual([]);
  });

  test('is read as other arguments are, and listed for what writes', async () => {
    const { upstream, session } = await start();
    await using _upstream = upstream;
    await using _session = session;
    const answer = await session.call('reply_to_thing', { ...reply, dry_run: 'True' });
    expect(JSON.parse(answer.text)).toMatchObject({ dry_run: true });
    expect(upstream.requests).toEqual([]);
    const listed = (await session.tools()).map(({ name, inputSchema }) => [
      name,
      JSON.stringify(inputSchema).includes('"dry_run"'),
    ]);
    expect(Object.fromEntries(listed)).toEqual({ reply_to_thing: true, get_thing: false });
  });

  const refused: [string, string, unknown, RegExp][] = [
    ['another text', 'reply_to_thing', { ...reply, dry_run: 'maybe' }, /dry_run: must be true or false/],
    ['wrong arguments', 'reply_to_thing', { thing_id: 1, dry_run: true }, /admin_id/],
    ['a tool that only reads', 'get_thing', { id: 1, dry_run: true }, /dry_run: unknown argument/],
  ];

  test.each(refused)('is refused for %s', async (_name, tool, args, message) => {
    const { upstream, session } = await start();
    await using _upstream = upstream;
    await using _session = session;
    const answer = await session.call(tool, args as Record<string, unknown>);
    expect(answer).toMatchObject({ isError: true, text: expect.stringMatching(message) });
    expect(upstream.requests).toEqual([]);
  });
});

test('an argument that a tool has itself is its own', async () => {
  await using upstream = await record(() => ({ body: { ok: true } }));
  const input = replyInput.extend({ dry_run: replyInput.shape.body });
  const tool: Tool = {
    ...getThing,
    name: 'reply_to_thing',
    access: 'write',
    method: 'POST',
    input,
    request: (body) => ({ path: '/things', body }),
  };
  const connect = connections['modern, stdio'];
  await using session = await connect?.({ ...serving([tool]), client: upstream.client });
  expect(await session?.call('reply_to_thing', { ...reply, dry_run: 'mine' })).toMatchObject({ isError: false });
  expect(JSON.parse(upstream.requests[0]?.body ?? '')).toMatchObject({ dry_run: 'mine' });
});
