import type { Implementation } from '@modelcontextprotocol/server';
import type { ApiProfile } from '../profile/api-profile.ts';
import type { ServedAccount } from '../profile/identity.ts';
import { foreignName } from '../value/foreign-name.ts';
import { slugOf } from '../value/slug.ts';
import { accountName } from './describe-account.ts';

/** What tells one server from others of the same tools. */
export interface ServerIdentity {
  /** For machines; clients that keep several servers know them by it. */
  readonly name?: string | undefined;
  /** For people; it may hold somebody else's text. */
  readonly title?: string | undefined;
  readonly account?: ServedAccount | undefined;
  /** All accounts, where there are several; `account` is the one that a call goes to then. */
  readonly accounts?: readonly ServedAccount[] | undefined;
}

type Shown = Pick<ApiProfile, 'id' | 'name' | 'serverName' | 'account' | 'website' | 'icons'>;

/** How a server introduces itself to clients and their users. */
export function serverInfo(
  { id, name: api, serverName, account: words, website, icons }: Shown,
  { name, title, account, accounts = [], version }: ServerIdentity & { readonly version: string },
): Implementation {
  const isOne = accounts.length < 2;
  const called = isOne ? account && accountName(account) : undefined;
  const slug = called === undefined ? '' : slugOf(called);
  const noun = words?.noun ?? 'account';
  return {
    name: name ?? (slug === '' ? (serverName ?? `${id}-mcp`) : `${id}-${slug}`),
    version,
    title: title === undefined ? [api, ...(called === undefined ? [] : [called])].join(': ') : foreignName(title),
    description: isOne
      ? [`Tools of ${api}`, ...(called === undefined ? [] : [`in the ${noun} ${called}`])].join(' ')
      : `Tools of ${api} in ${accounts.length} ${noun}s`,
    ...(website !== undefined && { websiteUrl: website }),
    ...(icons !== undefined && { icons: icons.map((icon) => ({ ...icon })) }),
  };
}
