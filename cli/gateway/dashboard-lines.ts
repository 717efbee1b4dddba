import { BY_SYSTEM } from '../../gateway/audit/audit-entry.ts';
import type { ListeningGateway } from '../../gateway/index.ts';
import { createSignInLink } from '../../gateway/sessions/sign-in-link.ts';
import { isLoopback } from '../../runtime/http/endpoint.ts';

/**
 * Where the dashboard is, as lines of a guide; nothing for a gateway without one. For a gateway of this machine alone it is a link
 * that signs in: what others can reach is not opened by what may be in a log.
 */
export async function dashboardLines({ url, gateway: { context } }: ListeningGateway): Promise<readonly string[]> {
  if (context.dashboard === undefined) return [];
  const isLocal = [url, context.publicUrl].every((address) => isLoopback(new URL(address).hostname));
  if (!isLocal) return [`Dashboard   ${context.publicUrl}/dashboard/`];
  const link = await createSignInLink(context, BY_SYSTEM);
  return [`Dashboard   ${link}`, '            signs in, once, within ten minutes'];
}
