import type { GatewayContext } from '../context/gateway-context.ts';
import { bearerOf } from '../http/bearer-of.ts';
import { findAccess, opensServer } from '../oauth/server/find-access.ts';
import { isOver } from '../secrets/is-over.ts';
import { isToken } from '../secrets/tokens.ts';
import type { ApiToken } from '../store/contract/api-tokens.ts';
import type { AuditBy } from '../store/contract/audit.ts';
import { createShortMemory } from '../store/short-memory.ts';
import { createUseNotes } from '../store/use-notes.ts';
import type { ActiveServer } from './find-server.ts';

/** Tells who sends a request to a server that asks for a second factor. */
interface SecondFactor {
  /** Who it is, for the audit log; undefined where the request must be refused. */
  readonly identify: (request: Request, active: ActiveServer) => Promise<Omit<AuditBy, 'address'> | undefined>;
  /** Reads anew at the next call. */
  readonly clear: () => void;
}

/** Takes an API token of the server's account or of all, or an access token that was issued for this server. */
export function createSecondFactor(context: GatewayContext): SecondFactor {
  const { store, digest, now, logger } = context;
  const uses = createUseNotes({
    now,
    touch: store.apiTokens.touch,
    onError: (error) => logger.warn({ err: error }, 'the use of an API token could not be noted'),
  });
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
    identify: async (request, { row, account, accounts }) => {
      const bearer = bearerOf(request.headers);
      if (bearer === undefined) return undefined;
      if (isToken('api', bearer)) {
        const found = await apiTokens.get(bearer);
        const isOpened = found !== undefined && opensServer(found, account.id, accounts.size);
        if (!isOpened || isOver(found, now())) return undefined;
        uses.note(found.id);
        return { actor: `api_token:${found.id}`, actor_name: found.name };
      }
      if (!isToken('access', bearer)) return undefined;
      const access = await grants.get(`${row.id} ${bearer}`);
      if (access === undefined || access.expiresAt <= now()) return undefined;
      return { actor: `oauth_client:${access.clientId}`, actor_name: null };
    },
    clear: () => {
      apiTokens.clear();
      grants.clear();
    },
  };
}
