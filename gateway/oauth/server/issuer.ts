import type { GatewayContext } from '../../context/gateway-context.ts';

type Public = Pick<GatewayContext, 'publicUrl'>;

/** The authorization server of one MCP server, by an id that is no secret: its URL holds one. */
export function issuerOf({ publicUrl }: Public, serverId: string): string {
  return `${publicUrl}/oauth/mcp/${serverId}`;
}

/** What tokens are for: the parent of all MCP URLs, so that no client has to write a secret into an address. */
export function resourceOf({ publicUrl }: Public): string {
  return `${publicUrl}/mcp`;
}

/** True for the resource and for what lies below it. */
export function isResource(context: Public, address: string): boolean {
  const resource = resourceOf(context);
  const url = URL.parse(address);
  if (url === null || address.includes('#')) return false;
  return url.href === resource || url.href.startsWith(`${resource}/`);
}
