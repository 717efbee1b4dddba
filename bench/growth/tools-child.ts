import { intercom } from '../../intercom/catalog.ts';
import { createClient } from '../../intercom/client.ts';
import { createDiscovery } from '../../runtime/mcp/discovery.ts';
import { costOf, heapAfterCollection } from './cost-of.ts';
import { answering, serveInProcess } from './in-process.ts';
import { CALLED, manyTools } from './many-tools.ts';

// What so many tools cost a server: milliseconds of the processor, MiB and bytes, as JSON.
const [count = '231'] = process.argv.slice(2);
const text = JSON.stringify(manyTools(Number(count)));
const client = createClient({ token: 'sandbox', fetch: answering('{"type":"admin","id":"1"}') });
const without = heapAfterCollection();

const cpu = process.cpuUsage();
const catalog: ReturnType<typeof manyTools> = JSON.parse(text);
const server = serveInProcess({ ...intercom, catalog, client });
const { length: bytes } = await server.ask('tools/list');
const { user, system } = process.cpuUsage(cpu);
const memory = heapAfterCollection() - without;

const each = Number(count) > 1000 ? 1 : 5;
const list = await costOf(() => server.ask('tools/list'), { each });
const call = await costOf(() => server.ask('tools/call', { name: CALLED, arguments: {} }), { each: 20 });
const toolbox = createDiscovery({ profile: intercom.profile, from: catalog })(catalog);
const find = () => toolbox.resolve('search_tools', { query: 'reply to a customer in a conversation' });
const before = process.cpuUsage();
find();
const indexed = process.cpuUsage(before);
const search = await costOf(find, { each: 5 });
console.log(
  JSON.stringify({
    ...{ start: (user + system) / 1000, list: list.cpu, call: call.cpu, search: search.cpu },
    ...{ index: (indexed.user + indexed.system) / 1000, memory, bytes },
  }),
);
