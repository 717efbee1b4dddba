import { foreignName } from '../../runtime/value/foreign-name.ts';
import type { Account } from '../store/contract/accounts.ts';

/** Characters of an id that tell accounts of one label apart. */
const ID_SHOWN = 8;

/** What a server over several accounts calls each of them: by its label, and where others have the same one by its id as well. */
export function accountLabels(accounts: readonly Pick<Account, 'id' | 'label'>[]): string[] {
  const labels = accounts.map(({ label }) => foreignName(label));
  const isAlone = (label: string): boolean => labels.filter((other) => fold(other) === fold(label)).length === 1;
  return labels.map((label, index) => (isAlone(label) ? label : `${label} #${accounts[index]?.id.slice(0, ID_SHOWN)}`));
}

/** The first account whose label another one before it has, but for the case of its letters. */
export function sameLabel<Named extends Pick<Account, 'label'>>(accounts: readonly Named[]): Named | undefined {
  const known = new Set<string>();
  return accounts.find(({ label }) => {
    const name = fold(foreignName(label));
    if (known.has(name)) return true;
    known.add(name);
    return false;
  });
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
