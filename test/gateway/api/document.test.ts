import SwaggerParser from '@apidevtools/swagger-parser';
import { describe, expect, test } from 'vitest';
import { packageVersion } from '../../../runtime/value/package-version.ts';
import { testGateway } from '../support/gateway.ts';
import { describedApi, operationsOf } from './support/contract.ts';

const OPEN = ['GET /healthz', 'GET /openapi.json', 'GET /readyz'];

/** Open to everybody, and refused without an admin key in its body. */
const SIGN_IN = 'POST /session';

describe('the OpenAPI document', () => {
  test('is valid OpenAPI 3.1, and a damaged one would not be', async () => {
    await using gateway = await testGateway();
    const { body } = await gateway.api('GET', '/openapi.json');
    expect(body).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'MCP gateway', version: packageVersion },
      servers: [{ url: 'http://gateway.test' }],
      components: {
        securitySchemes: {
          AdminKey: { type: 'http', scheme: 'bearer' },
          Session: { type: 'apiKey', in: 'cookie', name: 'imcp_session' },
        },
      },
    });
    await SwaggerParser.validate(structuredClone(body));
    const damaged = structuredClone(body);
    damaged.paths['/api-token'].post.responses = 'none';
    await expect(SwaggerParser.validate(damaged)).rejects.toThrow();
  });

  test('lists every route of the API, each with words, names of its schemas, and errors', async () => {
    await using gateway = await testGateway();
    const { body } = await gateway.api('GET', '/openapi.json');
    const operations = operationsOf(body);
    const account = '/integrated-account/{id}';
    expect(operations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
      [
        ...['/integrated-account', '/api-token', '/admin-key'].flatMap((path) => [`GET ${path}`, `POST ${path}`]),
        ...['GET', 'PATCH', 'DELETE'].flatMap((method) => [
          `${method} ${account}`,
          `${method} ${account}/mcp/{mcp_id}`,
        ]),
        ...['GET', 'POST'].map((method) => `${method} ${account}/mcp`),
        ...[`POST ${account}/mcp/{mcp_id}/rotate`, `GET ${account}/audit`, `GET ${account}/usage`],
        ...[`POST ${account}/try`, `GET ${account}/mcp/{mcp_id}/unused-tools`, 'GET /usage', 'GET /audit/{id}'],
        ...['GET /api-token/{id}', 'DELETE /api-token/{id}', 'GET /about', 'GET /audit', 'GET /metrics', ...OPEN],
        ...['GET /admin-key/{id}', 'DELETE /admin-key/{id}', 'GET /audit/export'],
        ...[SIGN_IN, 'GET /session', 'GET /session/current', 'DELETE /session/current', 'DELETE /session/{id}'],
        ...[
          'POST /oauth/{api}/link',
          `POST ${account}/mcp/preview`,
          'GET /mcp-server',
          'GET /tool',
          'GET /tool/{name}',
        ],
      ].sort(),
    );
    for (const { method, path, summary, description, responses } of operations) {
      expect({ method, path, summary, description }).toEqual({
        method,
        path,
        summary: expect.stringMatching(/\w/),
        description: expect.stringMatching(/\w/),
      });
      expect(responses['500'], `${method} ${path}`).toMatchObject({
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      });
    }
  });
});

test('an answer with a key that the document does not name would be noticed, and one without a key that it does', async () => {
  await using gateway = await testGateway();
  const id = await gateway.account();
  const answering = (change: (body: object) => object): typeof gateway => ({
    ...gateway,
    api: async (method, path, ...rest) => {
      const answered = await gateway.api(method, path, ...rest);
      return path === '/openapi.json' ? answered : { ...answered, body: change(answered.body) };
    },
  });
  const get = async (change: (body: object) => object) =>
    (await describedApi(answering(change)))('GET', `/integrated-account/${id}`);
  expect((await get((body) => body)).status).toBe(200);
  await expect(get((body) => ({ ...body, credential: 'x' }))).rejects.toThrow('must NOT have additional properties');
  await expect(get((body) => ({ ...body, status: undefined }))).rejects.toThrow();
  await expect(get((body) => ({ ...body, created_at: '2026-11-25' }))).rejects.toThrow('must match format');
});

describe('the admin key', () => {
  test('guards every route of the document but those that say they are open', async () => {
    await using gateway = await testGateway();
    const { body } = await gateway.api('GET', '/openapi.json');
    const id = await gateway.account();
    const seen: string[] = [];
    for (const { method, path, security } of operationsOf(body)) {
      const address = path.replace('{id}', id).replace('{mcp_id}', 'x').replace('{name}', 'x');
      const answers = [];
      for (const authorization of ['', 'Bearer wrong', 'Basic YTpi', 'Bearer an-operator-key-for-tests-onl']) {
        const payload = method === 'POST' || method === 'PATCH' ? {} : undefined;
        answers.push(await gateway.api(method, address, payload, { authorization }));
      }
      const route = `${method} ${path}`;
      const isOpen = OPEN.includes(route);
      seen.push(route);
      if (route === SIGN_IN) {
        expect([security, ...answers.map(({ status }) => status)]).toEqual([[], 400, 400, 400, 400]);
        continue;
      }
      const isOfBrowser = path === '/session/current';
      const needed = isOfBrowser ? [{ Session: [] }] : [{ AdminKey: [] }, { Session: [] }];
      expect(security).toEqual(isOpen ? [] : needed);
      for (const answer of answers) {
        expect({ method, path, status: answer.status }).toEqual({ method, path, status: isOpen ? 200 : 401 });
        if (isOpen) continue;
        const code = isOfBrowser ? 'no_session' : 'unauthorized';
        expect(answer.body.error).toMatchObject({ code, help: expect.stringContaining('Bearer') });
        expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer /);
      }
    }
    expect(seen).toEqual(expect.arrayContaining([...OPEN, SIGN_IN]));
    expect((await gateway.api('GET', `/integrated-account/${id}`)).status).toBe(200);
  });

  test('guards nothing beside the API', async () => {
    await using gateway = await testGateway();
    const { status, body } = await gateway.api('GET', '/no/such/address', undefined, { authorization: '' });
    expect({ status, code: body.error.code }).toEqual({ status: 404, code: 'not_found' });
  });
});

describe('those who run it', () => {
  test('learn that it runs, and that the store does not answer', async () => {
    await using gateway = await testGateway();
    const api = await describedApi(gateway);
    expect(await api('GET', '/healthz')).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await api('GET', '/readyz')).toMatchObject({ status: 200, body: { status: 'ok' } });
    await gateway.store.close();
    expect(await api('GET', '/healthz')).toMatchObject({ status: 200 });
    expect(await api('GET', '/readyz')).toMatchObject({ status: 503, body: { error: { code: 'not_ready' } } });
  });

  test('read metrics of routes by their pattern', async () => {
    await using gateway = await testGateway();
    const api = await describedApi(gateway);
    const id = await gateway.account();
    await api('GET', `/integrated-account/${id}`);
    const { body, headers } = await api('GET', '/metrics');
    expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(body).toContain(
      'intercom_gateway_http_requests_total{route="/integrated-account/:id",method="GET",status="200"} 1',
    );
    expect(body).not.toContain(id);
  });
});
