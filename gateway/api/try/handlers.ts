import type { OpenAPIHono } from '@hono/zod-openapi';
import { type CallToolResult, type InputRequiredResult, isInputRequiredResult } from '@modelcontextprotocol/server';
import { createAliases } from '../../../runtime/catalog/aliases.ts';
import type { Api } from '../../../runtime/catalog/api.ts';
import type { Client } from '../../../runtime/client.ts';
import type { HostedApi } from '../../../runtime/hosting/hosted-api.ts';
import { callListed } from '../../../runtime/mcp/call-listed.ts';
import { didYouMean } from '../../../runtime/value/nearest.ts';
import { isStrings, own } from '../../../runtime/value/value.ts';
import { createAccountClients } from '../../accounts/account-clients.ts';
import { findAccount } from '../../accounts/find-account.ts';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { byAdmin } from '../../http/admin-of.ts';
import { createAccountCall } from '../../mcp/account-call.ts';
import { statusOf } from '../../mcp/call-status.ts';
import { createPlaces } from '../../mcp/places.ts';
import { spendAccountLimit } from '../../mcp/rate-limit.ts';
import { Problem } from '../../problem/problem.ts';
import { tryTool } from './routes.ts';
import { rawText, shownText } from './shown-text.ts';

/** Calls of one account that are tried at the same time, in each process. */
const AT_ONCE = 4;

/** Adds the route that tries a tool. */
export function addTryRoutes(app: OpenAPIHono, context: GatewayContext): void {
  const places = createPlaces(AT_ONCE);
  const clientOf = createAccountClients(context);

  app.openapi(tryTool, async (c) => {
    const account = await findAccount(context, c.req.valid('param').id);
    const { tool: named, arguments: args } = c.req.valid('json');
    const hosted = context.apis.of(account);
    const api = await hosted.open(account.api_version);
    const former = createAliases(api.catalog, context.now).find(named);
    const tool = former === undefined || former.isOver ? named : former.entry.name;
    requireRead(tool, api, hosted, former?.note);
    const access = { account, client: clientOf(account) };
    const limited = spendAccountLimit(context, account.id);
    if (limited !== undefined) throw tooMany(limited.message, Number(limited.headers?.['Retry-After'] ?? 1));
    const leave = places.take(account.id);
    if (leave === undefined) throw tooMany(`${AT_ONCE} tools of this account are being tried.`, 1);
    try {
      const call = createAccountCall(context, {
        ...{ access, serverId: null, by: byAdmin(c), going: new Set() },
        isTool: (name) => api.catalog.some((entry) => entry.name === name),
      });
      const began = performance.now();
      let raw: string | undefined;
      const exchange = (...[called, input, options]: Parameters<Client['exchange']>) =>
        call.client.exchange(called, input, { ...options, onAnswer: (answer) => (raw = rawText(answer)) });
      let status = 'cancelled';
      const result = await callListed(
        { resolve: () => ({ tool, arguments: args }) },
        { name: tool, arguments: args },
        { signal: c.req.raw.signal },
        {
          ...api,
          // As with the client itself, the overloads of `exchange` differ in types alone.
          client: { exchange: exchange as Client['exchange'] },
          onCall: async (outcome) => {
            status = statusOf(outcome);
            await call.onCall(outcome);
          },
        },
      );
      return c.json(
        {
          status,
          model: shownText(modelText(result)),
          raw: raw === undefined ? null : shownText(raw),
          latency_ms: Math.round(performance.now() - began),
          repairs: notesIn(result, 'repairs'),
          hints: notesIn(result, 'hints'),
        },
        200,
      );
    } finally {
      leave();
    }
  });
}

/** Throws a {@link Problem} for a tool that changes something, and for a name that none of a version has. */
function requireRead(
  name: string,
  { catalog, apiVersion }: Api,
  { name: api, noun }: Pick<HostedApi, 'name' | 'noun'>,
  note: string | undefined,
): void {
  const entry = catalog.find((one) => one.name === name);
  if (entry?.access === 'read') return;
  const said =
    entry === undefined
      ? `${JSON.stringify(name)} is no tool of version ${apiVersion} of ${api}'s API.${note === undefined ? didYouMean(name, namesOf(catalog)) : ` ${note}`}`
      : `${name} changes something in the ${noun}, and only tools that read can be tried.`;
  throw new Problem(
    { status: 400, code: 'invalid_input', field: 'tool' },
    `tool: ${said}`,
    entry === undefined ? 'GET /tool lists the names.' : 'Call it through an MCP server that has it.',
  );
}

function namesOf(catalog: Api['catalog']): string[] {
  return catalog.map(({ name }) => name);
}

function tooMany(message: string, retryAfter: number): Problem {
  return new Problem({ status: 429, code: 'rate_limited', retryAfter }, message, `Wait ${retryAfter} seconds.`);
}

/** All that a model reads of a result; what is no text, as JSON. */
function modelText(result: CallToolResult | InputRequiredResult): string {
  if (isInputRequiredResult(result)) return JSON.stringify(result);
  return result.content.map((part) => (part.type === 'text' ? part.text : JSON.stringify(part))).join('\n');
}

function notesIn(result: CallToolResult | InputRequiredResult, key: 'repairs' | 'hints'): string[] {
  const notes = own(result._meta, key);
  return isStrings(notes) ? [...notes] : [];
}
