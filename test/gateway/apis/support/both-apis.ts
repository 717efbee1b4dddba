import { expect } from 'vitest';
import * as z from 'zod';
import { hostIntercom } from '../../../../intercom/hosting.ts';
import { type TestGateway, type TestGatewayOptions, testGateway } from '../../support/gateway.ts';
import type { Shop } from './shop.ts';

export const INTERCOM = hostIntercom({ addresses: { us: 'http://localhost:1' } });

/** Tools of both APIs. */
export const ME = 'get_single_intercom_me';
export const ORDERS = 'list_all_shop_orders';
export const CREATE = 'create_a_shop_order';

/** A gateway over Intercom's sample workspace and a shop, with an account of the workspace. */
export interface BothApis extends AsyncDisposable {
  readonly gateway: TestGateway;
  /** The id of the account of the workspace. */
  readonly workspace: string;
  /** An account of the shop, whose user is called like it; answers its id. */
  readonly shopAccount: (label: string) => Promise<string>;
  /** A server over accounts, as the API answers it. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every form
  readonly serve: (accounts: readonly string[], config?: object) => Promise<any>;
  readonly toolsOf: (url: string) => Promise<ReadonlyMap<string, z.output<typeof listed>>>;
  /** The answer to a call as JSON. */
  readonly call: (url: string, name: string, args?: object) => Promise<string>;
  /** Tools and outcomes in the log of an account, newest first. */
  readonly audit: (account: string) => Promise<string[]>;
}

const listed = z.object({
  name: z.string(),
  inputSchema: z.object({ properties: z.record(z.string(), z.unknown()), required: z.array(z.string()).optional() }),
});

/** Opens a {@link BothApis}; requests go to where each of them listens. */
export async function openBoth(shop: Shop, options: TestGatewayOptions = {}): Promise<BothApis> {
  const made: { gateway?: TestGateway } = {};
  const send: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    return new URL(request.url).port === '1' && made.gateway ? made.gateway.sandbox.fetch(request) : fetch(request);
  };
  const gateway = await testGateway({ apis: [INTERCOM, shop.api], fetch: send, ...options });
  made.gateway = gateway;
  const { api, mcp } = gateway;
  return {
    gateway,
    workspace: await gateway.account('Fernhill'),
    shopAccount: async (label) => {
      const credential = { username: label.toLowerCase(), password: 'x' };
      return (await api('POST', '/integrated-account', { api: 'shop', label, credential })).body.id;
    },
    serve: async (accounts, config = { methods: ['read', 'write'] }) => {
      const body = { name: 'Desk', config, accounts };
      const made = await api('POST', `/integrated-account/${accounts[0]}/mcp`, body);
      expect(made).toMatchObject({ status: 201 });
      return made.body;
    },
    toolsOf: async (url) => {
      const { message } = await mcp(url, 'tools/list');
      const { tools } = z.object({ tools: z.array(listed) }).parse(message.result);
      return new Map(tools.map((tool) => [tool.name, tool]));
    },
    call: async (url, name, args = {}) =>
      JSON.stringify((await mcp(url, 'tools/call', { name, arguments: args })).message),
    audit: async (account) => {
      const { body } = await api('GET', `/integrated-account/${account}/audit?action=tools/call`);
      return body.result.map(({ tool, status }: { tool: string; status: string }) => `${tool} ${status}`);
    },
    [Symbol.asyncDispose]: () => gateway[Symbol.asyncDispose](),
  };
}
