import { connectAccount } from '../../gateway/accounts/connect-account.ts';
import { BY_SYSTEM } from '../../gateway/audit/audit-entry.ts';
import { openStore, serveGateway } from '../../gateway/index.ts';
import { createServer } from '../../gateway/servers/create-server.ts';
import { serverConfig } from '../../gateway/servers/server-config.ts';
import { hostIntercom } from '../../intercom/hosting.ts';

// A gateway over the API at an address with so many accounts, a server in each; it prints their addresses as a line of JSON.
const [upstream = '', count = '1', store = ':memory:'] = process.argv.slice(2);
const { gateway } = await serveGateway({
  store: await openStore(store),
  // The same in every process: several may be over one store.
  keys: `bench:${Buffer.alloc(32, 7).toString('base64')}`,
  apis: [hostIntercom({ addresses: { sandbox: upstream } })],
  // Counted, and never reached.
  ...{ accountLimit: 1e9, addressLimit: 1e9 },
});
const given = { region: 'sandbox', credential: { access_token: 'sandbox' }, source: 'access_token' } as const;
const config = serverConfig.parse({ methods: ['read'] });
const urls: string[] = [];
for (let index = 0; index < Number(count); index += 1) {
  const { id: accountId } = await connectAccount(gateway.context, { ...given, label: `Load ${index}` }, BY_SYSTEM);
  const server = { accountId, name: 'Load', config, expiresAt: null };
  urls.push((await createServer(gateway.context, server, BY_SYSTEM)).url);
}
console.log(JSON.stringify(urls));
process.stdin.resume().on('end', () => process.exit(0));
