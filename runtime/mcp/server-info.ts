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
}

type Shown = Pick<ApiProfile, 'id' | 'name' | 'serverName' | 'account' | 'website' | 'icons'>;

/** How a server introduces itself to clients and their users. */
export function serverInfo(
  { id, name: api, serverName, account: words, website, icons }: Shown,
  { name, title, account, version }: ServerIdentity & { readonly version: string },
): Implementation {
  const called = account && accountName(account);
  const slug = called === undefined ? '' : slugOf(called);
  const noun = words?.noun ?? 'account';
  return {
    name: name ?? (slug === '' ? (serverName ?? `${id}-mcp`) : `${id}-${slug}`),
    version,
    title: title === undefined ? [api, ...(called === undefined ? [] : [called])].join(': ') : foreignName(title),
    description: called === undefined ? `Tools of ${api}` : `Tools of ${api} in the ${noun} ${called}`,
    ...(website !== undefined && { websiteUrl: website }),
    ...(icons !== undefined && { icons: icons.map((icon) => ({ ...icon })) }),
  };
}
