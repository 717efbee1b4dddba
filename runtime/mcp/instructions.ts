import type { CatalogEntry } from '../catalog/catalog.ts';
import { resourcesOf } from '../discovery/resources-of.ts';
import type { ApiProfile } from '../profile/api-profile.ts';
import type { Instruction } from '../profile/guidance.ts';
import type { ServedAccount } from '../profile/identity.ts';
import { describeAccount, describeUser } from './describe-account.ts';

/** What instructions are made for. */
interface Instructed {
  readonly profile: Pick<ApiProfile, 'name' | 'account'>;
  /** The tools that are served. */
  readonly tools: readonly CatalogEntry[];
  /** The sentences to choose from. */
  readonly sentences: string | readonly Instruction[];
  readonly asCode?: boolean;
}

/**
 * What a client tells its model: whose account this is, what may be done in it, and the sentences that are true of these
 * tools. Made once for the tools; the account may be another one at each server.
 */
export function instructionsFor({
  profile,
  tools,
  sentences,
  asCode = false,
}: Instructed): (account?: ServedAccount, accounts?: readonly ServedAccount[]) => string {
  const chosen =
    typeof sentences === 'string'
      ? [sentences]
      : sentences.filter(({ when }) => when?.(tools, { asCode }) ?? true).map(({ text }) => text);
  const rest = [whatTheyDo(tools), ...chosen].join('\n');
  return (account, accounts = []) => {
    const isOne = accounts.length < 2;
    const whose = isOne ? account && whoseItIs(account, profile) : whichThereAre(accounts, profile);
    return whose === undefined ? rest : `${whose}\n${rest}`;
  };
}

function whoseItIs(account: ServedAccount, { name, account: words }: Instructed['profile']): string | undefined {
  if (words === undefined) return undefined;
  const user = describeUser(account, words);
  const acts = user === undefined ? '' : ` You act as its ${user}.`;
  return `This is the ${name} ${words.noun} ${describeAccount(account)}.${acts}`;
}

function whichThereAre(
  accounts: readonly ServedAccount[],
  { name, account: words }: Instructed['profile'],
): string | undefined {
  if (words === undefined) return undefined;
  const each = accounts.map((account) => {
    const user = describeUser(account, words);
    return describeAccount(account) + (user === undefined ? '' : ` as its ${user}`);
  });
  if (accounts.some(({ api }) => api !== undefined))
    return `Each tool works in an account of its own API, and in no other: ${each.join('; ')}. Where an API has several, the tool's argument account says which.`;
  return `Each tool works on the ${name} ${words.noun} that its argument account names, and on no other: ${each.join('; ')}.`;
}

function whatTheyDo(tools: readonly CatalogEntry[]): string {
  const of = (access: CatalogEntry['access']) => resourcesOf(tools.filter((tool) => tool.access === access));
  const [read, written] = [of('read'), of('write')];
  const count = tools.length === 1 ? 'The one tool' : `The ${tools.length} tools`;
  const s = tools.length === 1 ? 's' : '';
  if (written.length === 0) return `${count} only read${s}: ${listed(read)}.`;
  return read.length === 0
    ? `${count} change${s} ${listed(written)}.`
    : `${count} read${s} ${listed(read)}, and change${s} ${listed(written)}.`;
}

/** Names as long as they are few. */
function listed(resources: readonly string[]): string {
  return resources.length > MOST_NAMED ? `${resources.length} kinds of objects` : resources.join(', ');
}

const MOST_NAMED = 8;
