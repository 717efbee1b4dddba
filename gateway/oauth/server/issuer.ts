import type { GatewayContext } from '../../context/gateway-context.ts';

type Public = Pick<GatewayContext, 'publicUrl'>;

/** The authorization server of one MCP server, by an id that is no secret: its URL holds one. */
export const issuerOf = ({ publicUrl }: Public, serverId: string): string => `${publicUrl}/oauth/mcp/${serverId}`;

/** What tokens are asked for: the parent of all MCP URLs, so that no client has to write a secret into an address. */
export const resourceOf = ({ publicUrl }: Public): string => `${publicUrl}/mcp`;

/** True for the resource and for what lies below it. */
export function isResource(context: Public, given: string): boolean {
  const resource = resourceOf(context);
  const url = URL.parse(given);
  if (url === null || given.includes('#')) return false;
  return url.href === resource || url.href.startsWith(`${resource}/`);
}
