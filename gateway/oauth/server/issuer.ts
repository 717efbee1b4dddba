import type { GatewayContext } from '../../context/gateway-context.ts';
import type { McpServerRow } from '../../store/contract/servers.ts';

type Public = Pick<GatewayContext, 'publicUrl'>;

/** The authorization server of one MCP server, by its id, which is no secret. */
export function issuerOf({ publicUrl }: Public, serverId: string): string {
  return `${publicUrl}/oauth/mcp/${serverId}`;
}

/** The URL of a server that asks for a second factor, and what tokens for it are for (RFC 9728): it holds no secret. */
export function resourceUrl({ publicUrl }: Public, serverId: string): string {
  return `${publicUrl}/mcp/${serverId}`;
}

/** What tokens are for where the URL holds a secret: the parent of all MCP URLs, so that no client has to write it into an address. */
export function parentResource({ publicUrl }: Public): string {
  return `${publicUrl}/mcp`;
}

/** True for the URL of this server, by its id or by its own token, and for the parent of all. */
export function isResource(
  context: Public & Pick<GatewayContext, 'digest'>,
  { id, digest }: Pick<McpServerRow, 'id' | 'digest'>,
  address: string,
): boolean {
  const parent = parentResource(context);
  const url = URL.parse(address);
  if (url === null || address.includes('#')) return false;
  const href = url.href.replace(/\/$/, '');
  if (href === parent) return true;
  const last = href.startsWith(`${parent}/`) ? href.slice(parent.length + 1) : '';
  return last === id || (last !== '' && context.digest(last) === digest);
}
