import type { Sandbox } from '../../../sandbox/index.ts';
import { createSandbox } from '../../../sandbox/index.ts';
import { type TestGateway, type TestGatewayOptions, testGateway } from './gateway.ts';

/** A gateway over two sample workspaces, each in a region of its own. */
export interface TwoWorkspaces extends AsyncDisposable {
  readonly gateway: TestGateway;
  readonly us: Sandbox;
  readonly eu: Sandbox;
  /** Ids of their accounts. */
  readonly ids: { readonly us: string; readonly eu: string };
}

/** Connects two workspaces, `Acme US` and `Acme EU`. */
export async function twoWorkspaces(options: TestGatewayOptions = {}): Promise<TwoWorkspaces> {
  const [us, eu] = [createSandbox({ rateLimit: 1_000_000 }), createSandbox({ rateLimit: 1_000_000 })];
  const send: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    return (new URL(request.url).port === '2' ? eu : us).fetch(request);
  };
  const gateway = await testGateway({ sandbox: us, fetch: send, ...options });
  const connect = async (label: string, region: string): Promise<string> =>
    (await gateway.api('POST', '/integrated-account', { label, region, access_token: 'sandbox' })).body.id;
  return {
    ...{ gateway, us, eu },
    ids: { us: await connect('Acme US', 'us'), eu: await connect('Acme EU', 'eu') },
    [Symbol.asyncDispose]: () => gateway[Symbol.asyncDispose](),
  };
}
