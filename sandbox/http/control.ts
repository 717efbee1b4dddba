import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { isRecord } from '../contract/contract.ts';
import type { Grants } from '../oauth/grants.ts';
import type { Change } from '../store/changes.ts';
import type { Snapshot } from '../store/workspace.ts';
import { Fault } from './fault.ts';
import { refuse } from './refuse.ts';

/** What the addresses of the sandbox's own state need of it. */
interface Controlled {
  readonly snapshot: () => Snapshot;
  readonly changes: () => Change[];
  readonly reset: () => void;
}

/** Addresses that Intercom does not have: the sandbox's own state. They need no token, and are not for pages of others. */
export function control(sandbox: Controlled, grants: Grants): Hono {
  return new Hono()
    .use(async ({ req }, next) => {
      const origin = req.header('origin');
      if (origin === undefined || origin === new URL(req.url).origin) return next();
      return refuse(new Fault(403, 'Pages of other sites are not answered here'), randomUUID());
    })
    .get('/state', (c) => c.json(sandbox.snapshot()))
    .get('/changes', (c) => c.json(sandbox.changes()))
    .post('/reset', (c) => {
      sandbox.reset();
      return c.json({ reset: true });
    })
    .post('/revoke', async (c) => {
      const token = tokenIn(await c.req.text());
      if (token === undefined)
        return refuse(new Fault(400, 'The body has to be JSON with a token', { field: 'token' }), randomUUID());
      grants.revoke(token);
      return c.json({ revoked: true });
    });
}

function tokenIn(text: string): string | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return isRecord(body) && typeof body.token === 'string' && body.token !== '' ? body.token : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
