import { describe, expect, test } from 'vitest';
import { catalogDigest } from '../../../generated/intercom/facts.ts';
import { intercom } from '../../../intercom/catalog.ts';
import { servedTools } from '../../../runtime/mcp/served-tools.ts';
import { readAnswer } from '../../support/mcp-post.ts';
import { eras, modern } from '../support/eras.ts';
import { testGateway } from '../support/gateway.ts';
import { twoWorkspaces } from '../support/two-workspaces.ts';

const OTHER = `sha256-${'0'.repeat(64)}`;
const filter = { methods: ['read'], tags: ['support'] };
const { digest, version } = servedTools({ ...intercom, filter }).identity();

async function opened() {
  const gateway = await testGateway();
  const account = `/integrated-account/${await gateway.account()}`;
  const create = (config: object) => gateway.api('POST', `${account}/mcp`, { name: 'Desk', config });
  const ask = (url: string, headers: Record<string, string> = {}, era = modern) =>
    gateway.gateway.fetch(era.request(url, 'tools/list', {}, { headers }));
  /** As an update of the gateway leaves a server whose tools are others now. */
  const expectOther = async ({ id }: { id: string }, config: object) => {
    const { store } = gateway;
    const [, , accountId = ''] = account.split('/');
    await store.servers.update(accountId, id, { config: JSON.stringify({ ...config, expected_catalog: OTHER }) });
    gateway.gateway.context.changed();
  };
  return {
    ...gateway,
    connect: gateway.account,
    account,
    create,
    ask,
    expectOther,
    [Symbol.asyncDispose]: () => gateway[Symbol.asyncDispose](),
  };
}

test('a server announces the digest that the same tools have over stdio, wherever one looks', async () => {
  await using gateway = await opened();
  const { api, account, create, ask } = gateway;
  const { body: server } = await create(filter);
  expect(server.catalog).toEqual({ version, digest, is_expected: true });
  for (const mode of ['list', 'discovery', 'code']) {
    const { body: preview } = await api('POST', `${account}/mcp/preview`, {
      config: { ...filter, mode, prefix: 'acme_' },
    });
    expect(preview.catalog).toEqual({ version, digest });
  }
  for (const era of eras) {
    const answer = await ask(server.url, {}, era);
    expect(answer.headers.get('catalog-digest')).toBe(digest);
    expect((await answer.json()).result._meta).toMatchObject({ catalog: { version, digest } });
  }
  expect((await api('GET', '/about')).body.apis[0].catalog).toEqual({
    version: `2.16+${catalogDigest.slice(7, 19)}`,
    digest: catalogDigest,
  });
});

test('no word of a server sends a model to a tool that it does not serve', async () => {
  await using gateway = await opened();
  const { body: server } = await gateway.create(filter);
  const { result } = await (await gateway.ask(server.url)).json();
  const { kept } = servedTools({ ...intercom, filter });
  const told = new Map(
    result.tools.map((tool: { name: string; description: string }) => [tool.name, tool.description]),
  );
  expect(told).toEqual(new Map(kept.map(({ name, description }) => [name, description])));
});

describe('a server that expects its tools', () => {
  test('is created with their digest or its beginning, and refuses every other one', async () => {
    await using gateway = await opened();
    for (const expected_catalog of [digest, digest.slice(0, 19)]) {
      const { status, body: server } = await gateway.create({ ...filter, expected_catalog });
      expect(status).toBe(201);
      expect((await gateway.ask(server.url)).status).toBe(200);
    }
    const { status, body } = await gateway.create({ ...filter, expected_catalog: OTHER });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ field: 'config.expected_catalog', message: expect.stringContaining(digest) });
    for (const expected_catalog of ['', 'latest', 'sha256-123', digest.slice(7), `${digest}0`]) {
      const refused = await gateway.create({ ...filter, expected_catalog });
      expect(refused.status).toBe(400);
      expect(refused.body.error.field).toBe('config.expected_catalog');
    }
  });

  test('cannot be given others without a word', async () => {
    await using gateway = await opened();
    const { api, account, create } = gateway;
    const { body: server } = await create({ ...filter, expected_catalog: digest });
    const path = `${account}/mcp/${server.id}`;
    expect((await api('PATCH', path, { config: { tags: null } })).status).toBe(400);
    const { body: all } = await api('PATCH', path, { config: { tags: null, expected_catalog: null } });
    expect(all.config.expected_catalog).toBeUndefined();
    expect(all.catalog.digest).not.toBe(digest);
  });

  test('answers nothing where an update brought others, until its operator accepts them', async () => {
    await using gateway = await opened();
    const { api, account, create, ask } = gateway;
    const { body: server } = await create({ ...filter, expected_catalog: digest });
    await gateway.expectOther(server, server.config);
    const path = `${account}/mcp/${server.id}`;
    const { body: changed } = await api('GET', path);
    expect(changed.catalog).toEqual({ version, digest, is_expected: false });
    for (const era of eras) {
      const refused = await ask(server.url, {}, era);
      expect(refused.status).toBe(412);
      const { error } = await refused.json();
      expect(error).toMatchObject({ data: { code: 'catalog_changed', help: expect.stringContaining('operator') } });
      expect(JSON.stringify(error)).not.toContain(digest);
    }
    await gateway.gateway.context.audit.flush();
    const { body: log } = await api('GET', `${account}/audit?mcp_id=${server.id}`);
    expect(log.result.map(({ action, status }: Record<string, string>) => `${action} ${status}`)).toContain(
      'refuse catalog_changed',
    );
    expect((await api('PATCH', path, { name: 'Front desk' })).status).toBe(200);
    expect((await api('PATCH', path, { config: { confirm: 'write' } })).status).toBe(400);
    expect((await api('PATCH', path, { config: { expected_catalog: digest } })).body.catalog.is_expected).toBe(true);
    expect((await ask(server.url)).status).toBe(200);
  });
});

describe('a client that expects tools', () => {
  test('is answered by them alone', async () => {
    await using gateway = await opened();
    const { body: server } = await gateway.create(filter);
    const answerTo = async (expected: string) => {
      const answer = await gateway.ask(server.url, { 'expect-catalog': expected });
      return answer.status === 200 ? 200 : `${answer.status} ${(await answer.json()).error.data.code}`;
    };
    expect(await answerTo(digest)).toBe(200);
    expect(await answerTo(digest.slice(7, 19))).toBe(200);
    expect(await answerTo(OTHER)).toBe('412 catalog_changed');
    expect(await answerTo('latest')).toBe('400 no_digest');
  });

  test('is refused where the tools become others while its request is still being sent', async () => {
    await using gateway = await opened();
    const { body: server } = await gateway.create(filter);
    const whole = modern.request(server.url, 'tools/list', {}, { headers: { 'expect-catalog': digest } });
    const text = await whole.clone().text();
    const { promise: changed, resolve } = Promise.withResolvers<void>();
    const body = new ReadableStream<Uint8Array>({
      start: async (controller) => {
        controller.enqueue(new TextEncoder().encode(text.slice(0, 10)));
        await changed;
        controller.enqueue(new TextEncoder().encode(text.slice(10)));
        controller.close();
      },
    });
    const { url, method, headers } = whole;
    const answer = gateway.gateway.fetch(new Request(url, { method, headers, body, duplex: 'half' } as RequestInit));
    expect((await gateway.api('PATCH', gateway.account, { api_version: '2.14' })).status).toBe(200);
    resolve();
    expect((await answer).status).toBe(412);
  });

  test('learns nothing of a server that it may not ask', async () => {
    await using gateway = await opened();
    const { body: server } = await gateway.create({ ...filter, require_api_token_auth: true });
    const answer = await gateway.ask(server.url, { 'expect-catalog': OTHER });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('catalog-digest')).toBeNull();
  });

  test('is told the same when a server is given another account', async () => {
    await using two = await twoWorkspaces();
    const { gateway, ids } = two;
    const path = `/integrated-account/${ids.us}/mcp`;
    const { body: server } = await gateway.api('POST', path, { name: 'Desk', config: filter });
    const ask = async () => {
      const request = modern.request(server.url, 'tools/list', {}, { headers: { 'expect-catalog': digest } });
      const { tools } = (await readAnswer(await gateway.gateway.fetch(request))).message.result ?? {};
      return JSON.stringify(tools);
    };
    const before = await ask();
    expect((await gateway.api('PATCH', `${path}/${server.id}`, { accounts: [ids.eu] })).status).toBe(200);
    const after = await ask();
    expect(after).toContain('"account":{"type":"string"');
    expect(after.length).toBeGreaterThan(before.length);
  });
});
