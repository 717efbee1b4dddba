import type { Context } from 'hono';
import { accepts } from 'hono/accepts';

/** Whether a person asks with a browser: by `Accept` HTML is preferred to what programs take. */
export function wantsPage(c: Context): boolean {
  const supports = ['application/json', 'text/event-stream', 'text/html'];
  return accepts(c, { header: 'Accept', supports, default: 'application/json' }) === 'text/html';
}
