import type { AdminIdentity } from '../secrets/admin-keys.ts';

/** What is asked of the management API. */
interface Asked {
  readonly method: string;
  readonly path: string;
}

/** What operators ask beside their accounts, which the handlers narrow to them. */
const OPEN_ROOTS: ReadonlySet<string> = new Set(['about', 'api-token', 'audit', 'usage']);

/** Why a role may not ask this, as a sentence; undefined where it may. What is beside an operator's accounts is for the handlers. */
export function denialOf({ role, accounts = [] }: AdminIdentity, { method, path }: Asked): string | undefined {
  const [root, id, ...below] = path.split('/').slice(1);
  // Everybody ends their own sessions; the handlers know whose they are.
  if (role === 'admin' || root === 'session') return undefined;
  const isRead = method === 'GET' || method === 'HEAD';
  if (role === 'auditor')
    return isRead || isPreview(path) ? undefined : 'The key of an auditor reads, and changes nothing.';
  if (root === 'integrated-account' && id !== undefined) {
    if (!accounts.includes(id)) return 'The key of this operator is for other integrated accounts.';
    return method === 'DELETE' && below.length === 0 ? 'The key of an operator disconnects no account.' : undefined;
  }
  if (root === 'integrated-account') return isRead ? undefined : 'The key of an operator connects no other account.';
  if ((root === 'tool' || root === 'mcp-server') && isRead) return undefined;
  const isOpen = OPEN_ROOTS.has(root ?? '') || (root === 'oauth' && below[0] === 'link');
  return isOpen ? undefined : 'This is for the key of an admin alone.';
}

/** A question that is too long for an address, and changes nothing. */
function isPreview(path: string): boolean {
  return /^\/integrated-account\/[^/]+\/mcp\/preview$/.test(path);
}
