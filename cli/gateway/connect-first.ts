import { connectAccount, type NewAccount } from '../../gateway/accounts/connect-account.ts';
import { BY_SYSTEM } from '../../gateway/audit/audit-entry.ts';
import type { ListeningGateway } from '../../gateway/index.ts';
import { createServer } from '../../gateway/servers/create-server.ts';
import { serverConfig } from '../../gateway/servers/server-config.ts';
import { ToolkitError } from '../../runtime/value/errors.ts';

/** The first account of a gateway and a server of it that lasts a day. */
export interface FirstServer {
  readonly accountId: string;
  /** Missing where the account was there before: its servers' URLs cannot be shown again. */
  readonly url?: string;
}

/** A workspace, and the methods of its first server. */
type FirstAccount = Omit<NewAccount, 'source'> & { readonly methods: string[] };

/**
 * Connects a workspace as an integrated account with one server, unless its region has an account already; answers why
 * where it cannot be connected: the gateway goes on, and what it prints is shown this one time.
 */
export async function connectFirst(
  gateway: ListeningGateway,
  account: FirstAccount,
): Promise<FirstServer | ToolkitError> {
  try {
    return await connect(gateway, account);
  } catch (error) {
    if (error instanceof ToolkitError) return error;
    throw error;
  }
}

async function connect(
  { gateway: { context } }: ListeningGateway,
  { methods, ...account }: FirstAccount,
): Promise<FirstServer> {
  for await (const known of context.store.accounts.each())
    if (known.api === context.apis.named(account.api).id && known.region === account.region)
      return { accountId: known.id };
  const { id } = await connectAccount(context, { ...account, source: 'access_token' }, BY_SYSTEM);
  const { url } = await createServer(
    context,
    {
      accountId: id,
      name: 'First server',
      config: serverConfig.parse({ methods }),
      expiresAt: context.now() + 24 * 3_600_000,
    },
    BY_SYSTEM,
  );
  return { accountId: id, url };
}
