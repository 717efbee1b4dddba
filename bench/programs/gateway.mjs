// The gateway of an installed package, with one account and one server that shows every tool: node gateway.mjs PACKAGE STORE.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, store] = process.argv.slice(2);
const require = createRequire(join(resolve(folder), 'package.json'));
const load = (name) => import(pathToFileURL(require.resolve(`intercom-mcp-toolkit/${name}`)).href);
const { newKeys, openStore, serveGateway } = await load('gateway');
const { hostIntercom } = await load('intercom/hosting');

const listening = await serveGateway({
  store: await openStore(store),
  keys: newKeys(),
  apis: [hostIntercom({ addresses: { us: process.env.BENCH_UPSTREAM } })],
  dashboard: false,
  // Counted, and never reached.
  accountLimit: 1e9,
  addressLimit: 1e9,
});
const post = async (path, body) => {
  const response = await fetch(`${listening.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${listening.gateway.createdAdminKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
};
const { id } = await post('/integrated-account', { label: 'Bench', region: 'us', access_token: 'x' });
const { url } = await post(`/integrated-account/${id}/mcp`, {
  name: 'Bench',
  config: { methods: ['read', 'write', 'destructive'] },
  expires_at: null,
});
console.log(url);
// Whoever started it may end without a word.
process.stdin.resume().on('end', () => process.exit(0));
