import { createSandbox, listenSandbox } from '../../sandbox/index.ts';
import { worstHtml } from '../../test/runtime/shape/support/worst-html.ts';

// A sample workspace in which customers wrote the worst mails there are. Its first line of output is what is in it.

const LARGEST = 20_000;
const sandbox = createSandbox({ rateLimit: 1e9 });

async function ask(path: string): Promise<unknown> {
  const headers = { authorization: 'Bearer sandbox', 'intercom-version': '2.16' };
  return (await sandbox.fetch(`http://workspace.test${path}`, { headers })).json();
}

function idsOf(list: unknown, key: string): string[] {
  const items: unknown = Object(list)[key];
  return Array.isArray(items) ? items.map((item) => String(Object(item).id)) : [];
}

const conversations = idsOf(await ask('/conversations?per_page=40'), 'conversations');
const contacts = idsOf(await ask('/contacts?per_page=20'), 'data');
const [admin] = idsOf(await ask('/admins'), 'admins');
const hostile = new Set(conversations.slice(0, 20));
const mails = Object.values(worstHtml);
let turn = 0;

/** The next of the worst mails, of a size that changes as well. */
function mail(): string {
  turn += 1;
  const size = Math.round(LARGEST / 2 ** (turn % 5));
  return mails[turn % mails.length]?.(size) ?? '';
}

/** The same, with the worst mails in place of what hostile customers wrote: the first of each conversation. */
function poison(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(poison);
  if (typeof value !== 'object' || value === null) return value;
  const isHostile = 'id' in value && hostile.has(String(value.id));
  const entries = Object.entries(value).map(([key, item]) => [
    key,
    isHostile && key === 'source' ? { ...item, body: mail() } : poison(item),
  ]);
  return Object.fromEntries(entries);
}

const listening = await listenSandbox({
  fetch: async (input, init) => {
    const request = new Request(input, init);
    const response = await sandbox.fetch(request);
    if (!new URL(request.url).pathname.startsWith('/conversations') || !response.ok) return response;
    return Response.json(poison(await response.json()), response);
  },
});
console.log(
  JSON.stringify({ url: listening.url, admin, contacts, plain: conversations.slice(20), hostile: [...hostile] }),
);
process.stdin.on('end', () => process.exit(0)).resume();
