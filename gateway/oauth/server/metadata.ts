import type { GatewayContext } from '../../context/gateway-context.ts';
import { grantTypeNames } from './grant-types.ts';
import { issuerOf } from './issuer.ts';

type Document = Readonly<Record<string, unknown>>;

/** Authorization server metadata (RFC 8414) of one MCP server. */
export function authorizationServerMetadata(context: Pick<GatewayContext, 'publicUrl'>, serverId: string): Document {
  const issuer = issuerOf(context, serverId);
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    registration_endpoint: `${issuer}/register`,
    revocation_endpoint: `${issuer}/revoke`,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: grantTypeNames,
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none'],
    client_id_metadata_document_supported: false,
    revocation_endpoint_auth_methods_supported: ['none'],
    authorization_response_iss_parameter_supported: true,
  };
}

/** Protected resource metadata (RFC 9728) of one MCP server, as `resource`. */
export function protectedResourceMetadata(
  context: Pick<GatewayContext, 'publicUrl'>,
  { serverId, resource }: { serverId: string; resource: string },
): Document {
  return {
    resource,
    authorization_servers: [issuerOf(context, serverId)],
    bearer_methods_supported: ['header'],
  };
}
