import { createServer, type IncomingHttpHeaders } from 'node:http';
import { loadApi } from '../../../../cli/api/load-api.ts';
import { hostApi } from '../../../../runtime/hosting/host-api.ts';
import type { HostedApi } from '../../../../runtime/hosting/hosted-api.ts';
import { bind } from '../../../../runtime/mcp/bind.ts';
import type { Connection } from '../../../../runtime/profile/connection.ts';
import { generatedFolder } from '../../../cli/api/support/pets.ts';

const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const order = {
  type: 'object',
  properties: { id: { type: 'string' }, total: { type: 'number' }, account: { type: 'string' } },
};

/** How it is reached: with a user and a password or two keys, at an address with parts of each account's own. */
const connection: Connection = {
  addresses: { default: 'https://{store}.shop.example.test/{edition}' },
  defaultRegion: 'default',
  variables: { store: { default: 'main' }, edition: { default: 'v1', enum: ['v1', 'v2'] } },
  authentication: {
    schemes: {
      login: { type: 'basic' },
      app: { type: 'apiKey', in: 'header', name: 'X-App' },
      key: { type: 'apiKey', in: 'query', name: 'key' },
    },
    requirements: [['login'], ['app', 'key']],
  },
};

/** A small shop: it does not say whose a credential is. */
const description = {
  openapi: '3.1.0',
  info: { title: 'Shop API', version: '1.4' },
  servers: [{ url: 'https://shop.example.test' }],
  paths: {
    '/orders': {
      get: {
        summary: 'List orders',
        tags: ['Orders'],
        responses: { 200: { description: '', ...json({ type: 'array', items: order }) } },
      },
      post: {
        summary: 'Create an order',
        tags: ['Orders'],
        requestBody: { required: true, ...json({ ...order, required: ['total'] }) },
        responses: { 201: { description: '', ...json(order) } },
      },
    },
    '/tickets': {
      get: {
        summary: 'List tickets',
        tags: ['Tickets'],
        responses: { 200: { description: '', ...json({ type: 'array', items: order }) } },
      },
    },
  },
};

/** A request that reached the shop. */
interface Reached {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A shop that listens, and the API of it. */
export interface Shop extends AsyncDisposable {
  readonly api: HostedApi;
  /** The same where the description's own addresses are used. */
  readonly described: HostedApi;
  readonly reached: Reached[];
  /** Refuses this `Authorization` from now on. */
  readonly refuse: (authorization: string) => void;
}

/** Generates the tools of a shop, and starts one. */
export async function openShop(): Promise<Shop> {
  await using opened = new AsyncDisposableStack();
  const { folder } = opened.use(await generatedFolder(description, { name: 'shop' }));
  const generated = await loadApi(folder);
  const loaded = { ...generated, profile: { ...generated.profile, connection } };
  const reached: Reached[] = [];
  const refused = new Set<string>();
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const { method = '', headers, url = '/' } = request;
    reached.push({ method, headers, url: new URL(url, 'http://shop'), body });
    const isRefused = refused.has(headers.authorization ?? '');
    response.writeHead(isRefused ? 401 : 200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(isRefused ? { error: 'who are you' } : method === 'GET' ? [{ id: 'o1', total: 7 }] : { id: 'o2' }),
    );
  });
  const baseUrl = await bind(server, { port: 0, host: '127.0.0.1' });
  opened.defer(async () => {
    server.close();
    server.closeAllConnections();
  });
  const everything = opened.move();
  return {
    ...{ api: hostApi(loaded, { baseUrl }), described: hostApi(loaded), reached },
    refuse: (authorization) => refused.add(authorization),
    [Symbol.asyncDispose]: () => everything.disposeAsync(),
  };
}
