// A helpdesk of a few tickets on this machine: what helpdesk.yaml describes, for trying its tools without an account.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

/** The key that the helpdesk takes, in the header X-Helpdesk-Key. */
export const KEY = 'helpdesk-example-key';

type Status = 'open' | 'waiting' | 'closed';

interface Ticket {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly status: Status;
  readonly priority: string;
  readonly customer_id: string;
  readonly agent_id: string | null;
  readonly opened_at: string;
  readonly due?: string | null;
  readonly channel: unknown;
  readonly labels?: unknown;
}

const agents = [
  { id: 'a1', name: 'Noor Haddad', email: 'noor@helpdesk.example' },
  { id: 'a2', name: 'Petr Novak', email: 'petr@helpdesk.example' },
];

const customers = Array.from({ length: 7 }, (_, index) => ({
  id: `c${index + 1}`,
  name: ['Ada', 'Bo', 'Cem', 'Dara', 'Eli', 'Fay', 'Gus'][index],
  email: `customer${index + 1}@example.com`,
  since: `2026-0${index + 1}-01`,
}));

const subjects = ['Invoice is wrong', 'Cannot log in', 'Where is my parcel?', 'Change of address', 'App crashes'];

function firstTickets(): Ticket[] {
  return Array.from({ length: 23 }, (_, index) => ({
    id: `t${23 - index}`,
    number: 9_007_199_254_740_000 + 23 - index,
    subject: subjects[index % subjects.length] ?? '',
    status: (['open', 'waiting', 'closed'] as const)[index % 3] ?? 'open',
    priority: index % 5 === 0 ? 'urgent' : 'normal',
    customer_id: `c${(index % 7) + 1}`,
    agent_id: index % 2 === 0 ? 'a1' : null,
    opened_at: new Date(Date.UTC(2026, 9, 28 - index)).toISOString(),
    channel: { kind: 'email', address: `customer${(index % 7) + 1}@example.com` },
  }));
}

/** The helpdesk as an application; each has tickets of its own. */
export function helpdesk(): Hono {
  const tickets = firstTickets();
  const replies = new Map<string, object[]>(
    tickets.map(({ id }, index) => [
      id,
      Array.from({ length: index }, (_, number) => ({ id: `${id}-r${number + 1}`, author: 'Ada', text: 'Any news?' })),
    ]),
  );
  const problem = (status: 400 | 401 | 404, detail: string): Response =>
    new Response(JSON.stringify({ title: 'The request was refused', status, detail }), {
      status,
      headers: { 'content-type': 'application/problem+json' },
    });
  const at = (id: string): number => tickets.findIndex((ticket) => ticket.id === id);

  const app = new Hono().basePath('/v1');
  app.use(async (c, next) => {
    if (c.req.header('x-helpdesk-key') !== KEY) return problem(401, 'The key in X-Helpdesk-Key is unknown.');
    return next();
  });

  app.get('/tickets', (c) => {
    const { status, customer_id, page_size = '20', page_token = '0' } = c.req.query();
    const wanted = status?.split(',');
    const size = Number(page_size);
    if (!(size >= 1 && size <= 50)) return problem(400, 'page_size is between 1 and 50.');
    const found = tickets.filter(
      (ticket) =>
        (wanted === undefined || wanted.includes(ticket.status)) &&
        (customer_id === undefined || ticket.customer_id === customer_id),
    );
    const end = Number(page_token) + size;
    return c.json({
      tickets: found.slice(Number(page_token), end),
      next_page_token: end < found.length ? String(end) : null,
    });
  });
  app.post('/tickets', async (c) => {
    const asked = await c.req.json();
    if (!customers.some(({ id }) => id === asked.customer_id)) return problem(400, 'customer_id is of no customer.');
    const number = tickets.length + 1;
    const ticket: Ticket = {
      id: `t${number}`,
      number: 9_007_199_254_740_000 + number,
      status: 'open',
      priority: 'normal',
      agent_id: null,
      opened_at: '2026-11-01T09:00:00.000Z',
      ...asked,
    };
    tickets.unshift(ticket);
    replies.set(ticket.id, []);
    return c.json(ticket, 201);
  });
  app.get('/tickets/:id', (c) => {
    const ticket = tickets[at(c.req.param('id'))];
    return ticket === undefined ? problem(404, 'There is no such ticket.') : c.json(ticket);
  });
  app.patch('/tickets/:id', async (c) => {
    const index = at(c.req.param('id'));
    const ticket = tickets[index];
    if (ticket === undefined) return problem(404, 'There is no such ticket.');
    const changed = { ...ticket, ...(await c.req.json()) };
    tickets[index] = changed;
    return c.json(changed);
  });
  app.delete('/tickets/:id', (c) => {
    const index = at(c.req.param('id'));
    if (index < 0) return problem(404, 'There is no such ticket.');
    tickets.splice(index, 1);
    return c.body(null, 204);
  });
  app.get('/tickets/:id/replies', (c) => {
    const all = replies.get(c.req.param('id'));
    if (all === undefined) return problem(404, 'There is no such ticket.');
    const { offset = '0', limit = '10' } = c.req.query();
    return c.json({ replies: all.slice(Number(offset), Number(offset) + Number(limit)), total: all.length });
  });
  app.post('/tickets/:id/replies', async (c) => {
    const all = replies.get(c.req.param('id'));
    if (all === undefined) return problem(404, 'There is no such ticket.');
    const reply = { id: `${c.req.param('id')}-r${all.length + 1}`, author: 'Noor Haddad', ...(await c.req.json()) };
    all.push(reply);
    return c.json(reply, 201);
  });
  app.post('/tickets/:id/attachments', async (c) => {
    const { file } = await c.req.parseBody();
    if (!(file instanceof File)) return problem(400, 'The part file is missing.');
    return c.json({ name: file.name, bytes: file.size }, 201);
  });
  app.get('/customers', (c) => {
    const page = Number(c.req.query('page') ?? '1');
    const size = Number(c.req.query('per_page') ?? '3');
    const next = new URL(c.req.url);
    next.searchParams.set('page', String(page + 1));
    if (page * size < customers.length) c.header('Link', `<${next}>; rel="next"`);
    return c.json(customers.slice((page - 1) * size, page * size));
  });
  app.get('/customers/:id', (c) => {
    const customer = customers.find(({ id }) => id === c.req.param('id'));
    return customer === undefined ? problem(404, 'There is no such customer.') : c.json(customer);
  });
  app.get('/agents', (c) => c.json({ agents }));
  app.get('/me', (c) => c.json(agents[0]));
  app.get('/reports/:file', (c) => {
    const day = c.req.param('file').replace(/\.csv$/, '');
    return c.body(`day,opened,closed\n${day},3,2\n`, 200, { 'content-type': 'text/csv' });
  });
  return app;
}

/** The helpdesk on a free port of this machine. */
export async function startHelpdesk(): Promise<{ baseUrl: string } & AsyncDisposable> {
  const server = serve({ fetch: helpdesk().fetch, hostname: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    [Symbol.asyncDispose]: async () => {
      server.close();
    },
  };
}
