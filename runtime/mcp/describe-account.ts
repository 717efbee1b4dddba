import type { AccountWords, ServedAccount } from '../profile/identity.ts';
import { foreignName, quotedName } from '../value/foreign-name.ts';

/** What to call an account: as an operator does, or as it calls itself; undefined where nobody gave it a name. */
export function accountName({ label, name, id }: ServedAccount): string | undefined {
  const [known] = [label, name, id].flatMap((text) => (text === undefined ? [] : foreignName(text) || []));
  return known;
}

/** Where calls go, for whoever agrees to one; undefined for an account without a name. */
export function placeOf(account: ServedAccount | undefined, noun = 'account'): string | undefined {
  const name = account && accountName(account);
  return name === undefined ? undefined : `the ${noun} ${JSON.stringify(name)}`;
}

/** An account in a few words for a model: its name in quotation marks, and what else tells it from others. */
export function describeAccount(account: ServedAccount): string {
  const { label, api, name, id, region, timeZone } = account;
  const shown = accountName(account);
  const facts = [
    ...(api === undefined ? [] : [`of ${foreignName(api)}`]),
    ...(label !== undefined && name !== undefined && foreignName(name) !== shown
      ? [`its own name ${quotedName(name)}`]
      : []),
    ...(id === undefined || foreignName(id) === shown ? [] : [`id ${quotedName(id)}`]),
    ...(region === undefined ? [] : [`region ${foreignName(region)}`]),
    ...(timeZone === undefined ? [] : [`time zone ${foreignName(timeZone)}`]),
  ];
  return [
    shown === undefined ? 'without a name' : JSON.stringify(shown),
    ...(facts.length > 0 ? [`(${facts.join(', ')})`] : []),
  ].join(' ');
}

/** Whose credential a server has, in a few words; undefined where that is not known. */
export function describeUser({ user }: ServedAccount, words: AccountWords): string | undefined {
  if (user === undefined) return undefined;
  const { name, id } = user;
  const parts = [
    ...(name === undefined ? [] : [quotedName(name)]),
    ...(id === undefined ? [] : [`(id ${foreignName(id)})`]),
  ];
  return parts.length === 0 ? undefined : `${words.user} ${parts.join(' ')}`;
}
