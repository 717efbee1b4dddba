import { validateHostHeader } from '@modelcontextprotocol/server';
import type { MiddlewareHandler } from 'hono';
import { allowOrigins, answerPage, answerPreflight, isPreflight } from '../../runtime/mcp/page-origins.ts';
import { Problem } from '../problem/problem.ts';

/** By which names a gateway is reached, and by which pages. */
export interface Reach {
  /** Names in `Host`, and in the `Origin` of pages that may do anything. */
  readonly hosts: readonly string[] | 'any';
  /** Origins of pages that may use MCP servers, and log in to do so. */
  readonly origins: readonly string[];
}

/** Answers requests to these host names alone, of browsers those that an allowed page sends, and what a browser asks before: no web page reaches the gateway under a name of its own. */
export function guardHost({ hosts, origins }: Reach): MiddlewareHandler {
  const names = hosts === 'any' ? undefined : [...hosts];
  const isOwn = allowOrigins(names ?? ['*']);
  const mayUse = allowOrigins([...(names ?? ['*']), ...origins]);
  return async (c, next) => {
    if (names !== undefined) {
      const verdict = validateHostHeader(c.req.header('host') ?? new URL(c.req.url).host, names);
      if (!verdict.ok) throw forbidden(verdict.message, 'Name it in --allow-host if it is meant.');
    }
    const origin = c.req.header('origin');
    const isAllowed = isForClients(c.req.path) ? mayUse : isOwn;
    if (origin !== undefined && !isAllowed(origin))
      throw forbidden(`Pages of ${origin} are not answered here.`, 'Name it in --allow-origin if it is meant.');
    if (isForClients(c.req.path) && isPreflight(c.req.method, (name) => c.req.header(name)))
      return answerPreflight(c.req.raw);
    return next();
  };
}

/** Lets pages of allowed origins read what they are answered, refusals as well. */
export function answerPages({ hosts, origins }: Reach): MiddlewareHandler {
  const isAllowed = allowOrigins([...(hosts === 'any' ? [] : hosts), ...origins]);
  return async (c, next) => {
    await next();
    const origin = c.req.header('origin');
    if (origin !== undefined && isForClients(c.req.path) && isAllowed(origin)) answerPage(c.res, origin);
  };
}

/** What clients of MCP servers use: the servers, and logging in. Not the page on which a person agrees, nor the API. */
function isForClients(path: string): boolean {
  return /^\/(?:mcp|\.well-known|oauth\/mcp\/[^/]+\/(?:register|token|revoke|\.well-known))(?:\/|$)/.test(path);
}

function forbidden(message: string, help: string): Problem {
  return new Problem({ status: 403, code: 'forbidden_host' }, message, help);
}
