import { openGateway } from '../../../cli/gateway/open-gateway.ts';
import { stopOnSignal } from '../../../cli/process/stop-on-signal.ts';

// A gateway in a process of its own, as the command runs it, but over workspaces that the test listens for.
const [store = '', upstreams = '{}', adminKey] = process.argv.slice(2);
const listening = await openGateway({
  port: 0,
  store,
  addresses: JSON.parse(upstreams),
  log: 'warn',
  newAdminKey: adminKey === 'new',
});
stopOnSignal(() => listening.close());
console.log([listening.url, listening.gateway.createdAdminKey].filter(Boolean).join(' '));
