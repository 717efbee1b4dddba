import type { Account } from '../store/contract/accounts.ts';
import type { ServedApi } from './served-api.ts';

/** What clients call the accounts of one server, and of which API each is. */
export interface ServedAccounts {
  /** Nothing where it is one account. */
  readonly labels: readonly string[];
  /** Of the labels those that a tool can work on, by the tool's own name; undefined where that is all of them. */
  readonly labelsOf: ((tool: string) => readonly string[]) | undefined;
  /** What tells them from other accounts to whoever sees labels alone. */
  readonly key: string;
}

/** The accounts of a server over several, by the labels that clients know them by; of several APIs each tool works on those of its own. */
export function servedAccounts(
  labels: readonly string[],
  accounts: readonly Partial<Pick<Account, 'api'>>[],
  { parts, partOf }: Pick<ServedApi, 'parts' | 'partOf'>,
): ServedAccounts {
  const key = JSON.stringify(parts.length < 2 ? labels : labels.map((label, place) => [label, accounts[place]?.api]));
  if (parts.length < 2) return { labels, labelsOf: undefined, key };
  const byApi = new Map(
    parts.map(({ hosted }) => [hosted.id, labels.filter((_, place) => accounts[place]?.api === hosted.id)]),
  );
  return { labels, labelsOf: (tool) => byApi.get(partOf(tool)?.hosted.id ?? '') ?? labels, key };
}
