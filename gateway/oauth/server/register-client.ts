import * as z from 'zod';
import { isSeen } from '../../../runtime/value/show-hidden.ts';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { newToken } from '../../secrets/tokens.ts';
import type { OAuthClient } from '../../store/contract/oauth.ts';
import { grantTypeNames } from './grant-types.ts';
import { OAuthError } from './oauth-error.ts';
import { redirectTarget } from './redirect-uri.ts';

/** Milliseconds for which a client is known that nobody agreed to, from its registration or from the last look at its consent page: 15 minutes. */
const UNUSED_CLIENT_LIFETIME = 15 * 60_000;

/** Milliseconds by which that may be shorter. */
const A_MOMENT = 1000;

/** Clients that nobody agreed to, over all servers: of more, those go that were seen the longest ago. */
const MOST_UNUSED_CLIENTS = 1000;

/** Characters of a name, of a redirect URI, and of all of them: real ones have a tenth. */
const LONGEST = { name: 100, uri: 1000, uris: 4000 } as const;

const clientMetadata = z.looseObject({
  redirect_uris: z
    .array(z.string().max(LONGEST.uri))
    .min(1)
    .max(10)
    .refine((uris) => uris.join('').length <= LONGEST.uris),
  client_name: z.string().max(LONGEST.name).refine(isSeen).optional(),
  token_endpoint_auth_method: z.literal('none').optional(),
  grant_types: z
    .array(z.string())
    .refine((types) => types.includes('authorization_code'))
    .optional(),
  response_types: z
    .array(z.string())
    .refine((types) => types.includes('code'))
    .optional(),
});

/** What is wrong with a field, in the order in which it is answered. */
const FAULTS: Readonly<Record<string, string>> = {
  redirect_uris: `redirect_uris has to be a list of 1 to 10 texts of at most ${LONGEST.uri} characters, ${LONGEST.uris} in all.`,
  client_name: `client_name has to be a text of at most ${LONGEST.name} characters that are all visible, without control characters.`,
  token_endpoint_auth_method: 'token_endpoint_auth_method has to be none: only public clients are registered.',
  grant_types: 'grant_types has to contain authorization_code.',
  response_types: 'response_types has to contain code.',
};

/** Registers a client (RFC 7591); answers what was registered, and throws an {@link OAuthError} to refuse. */
export async function registerClient(
  { store, now }: Pick<GatewayContext, 'store' | 'now'>,
  body: string,
): Promise<Readonly<Record<string, unknown>>> {
  const { redirect_uris, client_name } = readMetadata(body);
  const id = newToken('client');
  const createdAt = now();
  const expiresAt = createdAt + UNUSED_CLIENT_LIFETIME;
  await store.oauth.insertClient({
    id,
    name: client_name ?? '',
    redirect_uris: JSON.stringify(redirect_uris),
    created_at: createdAt,
    expires_at: expiresAt,
  });
  await store.oauth.limitUnusedClients({ until: expiresAt, most: MOST_UNUSED_CLIENTS });
  return {
    client_id: id,
    client_id_issued_at: Math.floor(createdAt / 1000),
    ...(client_name !== undefined && { client_name }),
    redirect_uris,
    grant_types: grantTypeNames,
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
  };
}

/** Lets a client live on whose consent page somebody looks at; one that was seen a moment ago costs no write. */
export async function keepSeen(
  { store, now }: Pick<GatewayContext, 'store' | 'now'>,
  { id, expires_at }: OAuthClient,
): Promise<void> {
  const until = now() + UNUSED_CLIENT_LIFETIME;
  if (expires_at < until - A_MOMENT) await store.oauth.keepClient(id, until);
}

function readMetadata(body: string): z.output<typeof clientMetadata> {
  const parsed = clientMetadata.safeParse(parse(body));
  if (!parsed.success) {
    const field = String(parsed.error.issues[0]?.path[0] ?? '');
    throw new OAuthError('invalid_client_metadata', FAULTS[field] ?? 'The body has to be a JSON object.');
  }
  if (!parsed.data.redirect_uris.every((uri) => redirectTarget(uri) !== undefined))
    throw new OAuthError(
      'invalid_redirect_uri',
      'A redirect URI has to be https, http on loopback, or a private-use scheme: a domain in reverse (com.example.app) or that of a known MCP client, such as cursor or vscode. It has no fragment and no user.',
    );
  return parsed.data;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new OAuthError('invalid_client_metadata', 'The body is not valid JSON.');
  }
}
