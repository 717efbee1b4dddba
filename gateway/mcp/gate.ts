import type { GatewayContext } from '../context/gateway-context.ts';
import { bearerOf } from '../http/bearer-of.ts';
import { resourceMetadataUrl } from '../oauth/server/find-access.ts';
import type { AuditActor } from '../store/contract/audit.ts';
import { type ActiveServer, createServerFinder } from './find-server.ts';
import { ENDED_SERVER, type Refusal, UNKNOWN_SERVER } from './refusal.ts';
import { createSecondFactor } from './second-factor.ts';

/** Who may ask for what, or why not. */
export type Admission =
  | { readonly active: ActiveServer; readonly actor: AuditActor; readonly refusal?: undefined }
  | { readonly refusal: Refusal };

/** Judges requests to MCP servers. */
interface Gate {
  /** `inUrl` is the token of the URL; where there is none it comes as `Authorization: Bearer`. */
  readonly admit: (request: Request, inUrl: string | undefined) => Promise<Admission>;
  /** Reads anew what may have changed. */
  readonly clear: () => void;
}

/** A {@link Gate} over the servers, API tokens and grants of the store. */
export function createGate(context: GatewayContext): Gate {
  const servers = createServerFinder(context);
  const secondFactor = createSecondFactor(context);
  return {
    admit: async (request, inUrl) => {
      const token = inUrl ?? bearerOf(request.headers);
      const found = token === undefined ? undefined : await servers.find(token);
      if (found === undefined) return { refusal: UNKNOWN_SERVER };
      if ('ended' in found) return { refusal: ENDED_SERVER[found.ended] };
      const { active } = found;
      if (!active.config.require_api_token_auth) return { active, actor: 'url' };
      // There is one Authorization header: with the server's own token in it, there is none for the second factor.
      const actor = inUrl === undefined ? undefined : await secondFactor.actorOf(request, active);
      return actor === undefined ? { refusal: needsToken(context, active, request) } : { active, actor };
    },
    clear: () => {
      servers.clear();
      secondFactor.clear();
    },
  };
}

/** The refusal of a client that sent no second factor, or a wrong one: where it can log in. */
function needsToken(context: GatewayContext, { row }: ActiveServer, request: Request): Refusal {
  const sent = bearerOf(request.headers) !== undefined;
  const challenge = [
    'Bearer realm="intercom-mcp-gateway"',
    ...(sent ? ['error="invalid_token"'] : []),
    `resource_metadata="${resourceMetadataUrl(context, row.id)}"`,
  ];
  return {
    status: 401,
    code: 'unauthorized',
    message: sent ? 'This MCP server does not take this API token.' : 'This MCP server needs an API token as well.',
    help: 'Send an API token of the gateway as Authorization: Bearer to the URL of the server, or log in with OAuth.',
    headers: { 'WWW-Authenticate': challenge.join(', ') },
  };
}
