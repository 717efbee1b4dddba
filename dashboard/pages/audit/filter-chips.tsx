import { X } from 'lucide-preact';
import { Link } from 'wouter-preact';
import { useAccount } from '../../api/account-queries.ts';
import { useServer } from '../../api/server-queries.ts';
import { Icon } from '../../parts/icon.tsx';
import { statusWords } from '../../parts/status-words.ts';
import { sayMoment } from '../../parts/time.tsx';
import type { Address } from '../../parts/use-address.ts';
import { type AuditFilters, type FilterName, filterNames, filters, NO_FILTERS } from './audit-filters.ts';

interface FilterChipsProps {
  readonly set: AuditFilters;
  readonly address: Address;
  /** Is called when one goes, and the focus that was on it with it. */
  readonly onTaken: () => void;
}

/** Says which filters are set; each is taken away by a click. */
export function FilterChips({ set, address: { href }, onTaken }: FilterChipsProps) {
  const account = useAccount(set.account).data?.label;
  const server = useServer(set.account, set.server).data?.name;
  const chosen = filterNames.flatMap((name) => {
    const value = set[name];
    return value === undefined ? [] : [{ name, value }];
  });
  if (chosen.length === 0) return null;
  const names: Partial<Record<FilterName, string | undefined>> = { account, server };
  return (
    <ul class="chips" aria-label="Filters that are set">
      {chosen.map(({ name, value }) => (
        <li key={name}>
          <Link class="chip" href={href({ [name]: undefined })} title="Take this filter away" onClick={onTaken}>
            <span class="hush">{filters[name].name}</span>{' '}
            <span class="anywhere">{names[name] ?? sayValue(name, value)}</span>
            <Icon of={X} />
            <span class="unseen">(take away)</span>
          </Link>
        </li>
      ))}
      {chosen.length > 1 && (
        <li>
          <Link class="chip all" href={href(NO_FILTERS)} onClick={onTaken}>
            Clear all
          </Link>
        </li>
      )}
    </ul>
  );
}

function sayValue(name: FilterName, value: string): string {
  if (name === 'status') return statusWords(value).name;
  if (name !== 'from' && name !== 'to') return value;
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? value : sayMoment(at);
}
