import { intercom } from '../../intercom/catalog.ts';
import { createClient } from '../../intercom/client.ts';
import { costOf } from './cost-of.ts';
import { answering, serveInProcess } from './in-process.ts';

// What an answer of so many bytes costs, of the API to a list of contacts: milliseconds of the processor, MiB, as JSON.
const [bytes = '1000'] = process.argv.slice(2);

const contact = (id: number) => ({
  ...{ type: 'contact', id: `${id}`, role: 'user', email: `someone.${id}@example.com`, name: `Someone ${id}` },
  ...{ created_at: 1_764_000_000 + id, updated_at: 1_764_000_000, signed_up_at: null, phone: null },
  custom_attributes: { plan: 'team', seats: id % 40, note: '<p>Asked about <b>invoices</b> twice.</p>' },
  tags: { type: 'list', data: [], url: `/contacts/${id}/tags`, total_count: 0, has_more: false },
});
const data: unknown[] = [];
let text = '';
for (let size = 0; size < Number(bytes); size += JSON.stringify(data.at(-1)).length + 1)
  data.push(contact(data.length));
text = JSON.stringify({
  type: 'list',
  data,
  total_count: data.length,
  pages: { type: 'pages', page: 1, total_pages: 1 },
});

const client = createClient({ token: 'sandbox', fetch: answering(text), maxBytes: 64 * 2 ** 20 });
const server = serveInProcess({ ...intercom, client });
const name = 'list_all_intercom_contacts';
let answered = '';
const { cpu: call } = await costOf(
  async () => {
    answered = await server.ask('tools/call', { name, arguments: {} });
  },
  { each: Number(bytes) > 1e5 ? 1 : 10 },
);
if (answered.includes('"isError":true')) throw new Error(answered.slice(0, 500));
const { cpu: parse } = await costOf(() => JSON.parse(text), { each: Number(bytes) > 1e5 ? 1 : 10 });
console.log(JSON.stringify({ call, parse, answered: answered.length }));
