import { ADMIN_KEY_VARIABLE } from '../../gateway/secrets/admin-keys.ts';
import { shownAddress } from '../../gateway/store/engines/shown-address.ts';
import { ToolkitError } from '../../runtime/value/errors.ts';
import { paint } from '../output/paint.ts';
import type { FirstServer } from './connect-first.ts';
import { isSecretSet } from './read-secret.ts';

interface Started {
  readonly url: string;
  readonly listens: string;
  /** Where this start made it. */
  readonly adminKey: string | undefined;
  /** Whether it ended another one. */
  readonly isRenewed: boolean;
  readonly store: string;
  readonly sample: string | undefined;
  readonly first: FirstServer | ToolkitError | undefined;
  /** Where the dashboard is. */
  readonly dashboard: readonly string[];
}

/** What an operator reads at the start: addresses, the key while it can be shown, and how to create a server. */
export function guide({
  url,
  listens,
  adminKey,
  isRenewed,
  store,
  sample,
  first: connected,
  dashboard,
}: Started): string {
  const first = connected instanceof ToolkitError ? undefined : connected;
  const bold = (text: string): string => paint(process.stdout, 'bold', text);
  const dim = (text: string): string => paint(process.stdout, 'dim', text);
  const body = JSON.stringify({ name: 'Support', config: { tags: ['support'] }, expires_at: null });
  return [
    `Gateway     ${bold(url)}${url === listens ? '' : `   listens on ${listens}`}`,
    `Store       ${shownAddress(store)}`,
    ...dashboard,
    ...keyLines({ adminKey, isRenewed }),
    ...(sample === undefined ? [] : [`Sample      ${sample}   a made-up workspace: nothing leaves this machine`]),
    ...(connected instanceof ToolkitError ? [`Account     not connected: ${connected.message}`] : []),
    ...(first === undefined ? [] : [`Account     ${first.accountId}`]),
    ...(first?.url === undefined
      ? []
      : [`MCP server  ${bold(first.url)}`, `            ${dim('reads and writes, for a day')}`]),
    '',
    bold('Create an MCP server'),
    `  export ADMIN_KEY=${adminKey ?? '...'}`,
    `  curl -s ${url}/integrated-account/${first?.accountId ?? 'ID'}/mcp -H "Authorization: Bearer $ADMIN_KEY" \\`,
    `    -H 'Content-Type: application/json' -d '${body}'`,
    ...(first?.url === undefined
      ? []
      : ['', bold('Claude Code'), `  claude mcp add --transport http intercom ${first.url}`]),
    '',
    dim(`${url}/openapi.json describes the API. Ctrl+C stops it, once the calls that go on have ended.`),
  ].join('\n');
}

/** The key while it can be shown, else which one it is. */
function keyLines({ adminKey, isRenewed }: Pick<Started, 'adminKey' | 'isRenewed'>): readonly string[] {
  const dim = (text: string): string => paint(process.stdout, 'dim', text);
  if (isSecretSet(ADMIN_KEY_VARIABLE)) return [`Admin key   that of ${ADMIN_KEY_VARIABLE}`];
  if (adminKey === undefined) return [`Admin key   the one you have; ${dim('--new-admin-key makes another')}`];
  const ended = 'the one before it is refused by every process over this store, within half a second';
  return [
    `Admin key   ${paint(process.stdout, 'bold', adminKey)}`,
    `            ${dim('shown this once; it is stored as a hash')}`,
    ...(isRenewed ? [`            ${dim(ended)}`] : []),
  ];
}
