import type { GatewayContext } from '../context/gateway-context.ts';
import { bearerOf } from '../http/bearer-of.ts';
import { findAccess } from '../oauth/server/find-access.ts';
import { isOver } from '../secrets/is-over.ts';
import { isToken } from '../secrets/tokens.ts';
import type { ApiToken } from '../store/contract/api-tokens.ts';
import type { AuditActor } from '../store/contract/audit.ts';
import { createShortMemory } from '../store/short-memory.ts';
import type { ActiveServer } from './find-server.ts';

/** Tells who sends a request to a server that asks for a second factor. */
interface SecondFactor {
  /** The actor, for the audit log; undefined where the request must be refused. */
  readonly actorOf: (request: Request, active: ActiveServer) => Promise<AuditActor | undefined>;
  /** Reads anew at the next call. */
  readonly clear: () => void;
}

/** Takes an API token of the server's account or of all, or an access token that was issued for this server. */
export function createSecondFactor(context: GatewayContext): SecondFactor {
  const { store, digest, now } = context;
  const apiTokens = createShortMemory<ApiToken | undefined>(
    (token) => store.apiTokens.find(digest(token)),
    (found) => found !== undefined,
  );
  const grants = createShortMemory(
    (key) => {
      const [serverId = '', bearer = ''] = key.split(' ');
      return findAccess(context, { bearer, serverId });
    },
    (found) => found !== undefined,
  );
  return {
    actorOf: async (request, { row, account }) => {
      const bearer = bearerOf(request.headers);
      if (bearer === undefined) return undefined;
      if (isToken('api', bearer)) {
        const found = await apiTokens.get(bearer);
        const belongs = found !== undefined && (found.account_id === null || found.account_id === account.id);
        return belongs && !isOver(found, now()) ? `api_token:${found.id}` : undefined;
      }
      if (!isToken('access', bearer)) return undefined;
      const access = await grants.get(`${row.id} ${bearer}`);
      return access !== undefined && access.expiresAt > now() ? `oauth_client:${access.clientId}` : undefined;
    },
    clear: () => {
      apiTokens.clear();
      grants.clear();
    },
  };
}
