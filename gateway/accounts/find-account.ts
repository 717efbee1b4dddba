import type { GatewayContext } from '../context/gateway-context.ts';
import { notFound, type Problem } from '../problem/problem.ts';
import type { Account } from '../store/contract/accounts.ts';

/** True for a text that can be an id: nothing else is looked up, since not every database takes every character. */
export function isId(text: string): boolean {
  return /^[\w-]{1,64}$/.test(text);
}

/** The answer for an account that is not there. */
export function noAccount(): Problem {
  return notFound('integrated account');
}

/** An account by the id in a path; throws a {@link Problem} where there is none. */
export async function findAccount({ store }: Pick<GatewayContext, 'store'>, id: string): Promise<Account> {
  const account = isId(id) ? await store.accounts.get(id) : undefined;
  if (account === undefined) throw noAccount();
  return account;
}
