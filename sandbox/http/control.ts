import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { isJson } from '../contract/contract.ts';
import { Fault } from '../fault.ts';
import type { Grants } from '../oauth/grants.ts';
import type { Sandbox } from '../sandbox.ts';
import { refuse } from './refusal.ts';

/** Addresses that Intercom does not have: the sandbox's own state. They need no token, and are not for pages of others. */
export function control(sandbox: Sandbox, grants: Grants): Hono {
  return new Hono()
    .use(async ({ req }, next) => {
      const origin = req.header('origin');
      if (origin === undefined || origin === new URL(req.url).origin) return next();
      return refuse(new Fault(403, 'Pages of other sites are not answered here'), randomUUID());
    })
    .get('/state', (context) => context.json(sandbox.snapshot()))
    .get('/changes', (context) => context.json(sandbox.changes()))
    .post('/reset', (context) => {
      sandbox.reset();
      return context.json({ reset: true });
    })
    .post('/revoke', async (context) => {
      const token = tokenIn(await context.req.text());
      if (token === undefined)
        return refuse(new Fault(400, 'The body has to be JSON with a token', { field: 'token' }), randomUUID());
      grants.revoke(token);
      return context.json({ revoked: true });
    });
}

function tokenIn(text: string): string | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return isJson(body) && typeof body.token === 'string' && body.token !== '' ? body.token : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
