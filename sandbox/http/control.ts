import { Hono } from 'hono';
import type { Sandbox } from '../sandbox.ts';

/** Addresses that Intercom does not have: the sandbox's own state. They need no token. */
export function control(sandbox: Sandbox): Hono {
  return new Hono()
    .get('/state', (context) => context.json(sandbox.snapshot()))
    .get('/changes', (context) => context.json(sandbox.changes()))
    .post('/reset', (context) => {
      sandbox.reset();
      return context.json({ reset: true });
    });
}
