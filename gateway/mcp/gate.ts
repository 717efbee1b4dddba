import { EXPECT_HEADER, unexpectedCatalog } from '../../runtime/mcp/expected-catalog.ts';
import type { GatewayContext } from '../context/gateway-context.ts';
import { bearerOf } from '../http/bearer-of.ts';
import { resourceMetadataUrl } from '../oauth/server/find-access.ts';
import { isServerId } from '../servers/create-server.ts';
import type { AuditBy } from '../store/contract/audit.ts';
import { type ActiveServer, createServerFinder } from './find-server.ts';
import {
  CHANGED_CATALOG,
  DISABLED_SERVER,
  ENDED_SERVER,
  type Refusal,
  UNKNOWN_SERVER,
  unexpectedRefusal,
  WRONG_ADDRESS,
} from './refusal.ts';
import { createSecondFactor } from './second-factor.ts';

/** Who may ask for what, or why not. */
export type Admission =
  | { readonly active: ActiveServer; readonly by: AuditBy; readonly refusal?: undefined }
  | { readonly refusal: Refusal; readonly active?: ActiveServer };

/** By what a request came. */
export interface Arrival {
  /** The token of the URL, or the id of a server with a second factor; where there is neither, a token comes as `Authorization: Bearer`. */
  readonly inUrl?: string | undefined;
  /** The caller's. */
  readonly address: string;
}

/** Judges requests to MCP servers. */
interface Gate {
  readonly admit: (request: Request, arrival: Arrival) => Promise<Admission>;
  /** Reads anew what may have changed. */
  readonly clear: () => void;
}

/** Who asks, or why nobody who may. */
type Identified = AuditBy | { readonly refusal: Refusal };

/** A {@link Gate} over the servers, API tokens and grants of the store. */
export function createGate(context: GatewayContext): Gate {
  const servers = createServerFinder(context);
  const secondFactor = createSecondFactor(context);

  async function identify(request: Request, active: ActiveServer, { inUrl, address }: Arrival): Promise<Identified> {
    if (!active.config.require_api_token_auth) return { actor: 'url', actor_name: null, address };
    // There is one Authorization header: with the server's own token in it, there is none for the second factor.
    const who = inUrl === undefined ? undefined : await secondFactor.identify(request, active);
    if (who !== undefined) return { ...who, address };
    return { refusal: needsToken(context, active, { request, isById: inUrl === active.row.id }) };
  }

  return {
    admit: async (request, { inUrl, address }) => {
      const key = inUrl ?? bearerOf(request.headers);
      // An id alone is a place, and opens nothing.
      const isKey = key !== undefined && (inUrl !== undefined || !isServerId(key));
      const found = isKey ? await servers.find(key) : undefined;
      if (found === undefined) return { refusal: UNKNOWN_SERVER };
      if ('ended' in found) return { refusal: ENDED_SERVER[found.ended] };
      const { active } = found;
      if (active.allowed?.has(address) === false) return { refusal: WRONG_ADDRESS, active };
      if (active.row.enabled === 0) return { refusal: DISABLED_SERVER, active };
      if (active.changed !== undefined) return { refusal: CHANGED_CATALOG, active };
      const by = await identify(request, active, { inUrl, address });
      if ('refusal' in by) return { refusal: by.refusal, active };
      // Whoever may not ask learns nothing of the tools.
      const unexpected = unexpectedCatalog(request.headers.get(EXPECT_HEADER), active.servers.catalog);
      return unexpected === undefined ? { active, by } : { refusal: unexpectedRefusal(unexpected), active };
    },
    clear: () => {
      servers.clear();
      secondFactor.clear();
    },
  };
}

/** The refusal of a client that sent no second factor, or a wrong one: where it can log in. */
function needsToken(
  context: GatewayContext,
  { row }: ActiveServer,
  { request, isById }: { request: Request; isById: boolean },
): Refusal {
  const sent = bearerOf(request.headers) !== undefined;
  const challenge = [
    'Bearer realm="intercom-mcp-gateway"',
    ...(sent ? ['error="invalid_token"'] : []),
    `resource_metadata="${resourceMetadataUrl(context, { serverId: row.id, isById })}"`,
  ];
  return {
    status: 401,
    code: 'unauthorized',
    message: sent ? 'This MCP server does not take this API token.' : 'This MCP server needs an API token as well.',
    help: 'Send an API token of the gateway as Authorization: Bearer to the URL of the server, or log in with OAuth.',
    headers: { 'WWW-Authenticate': challenge.join(', ') },
  };
}
