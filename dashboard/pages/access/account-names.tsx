import { useAccount } from '../../api/account-queries.ts';

/** Accounts that are named; of more their number is told. */
const NAMED = 3;

/** Accounts by their names, as part of a sentence. */
export function AccountNames({ ids }: { ids: readonly string[] }) {
  const more = ids.length - NAMED;
  return (
    <span class="anywhere">
      {ids.slice(0, NAMED).map((id, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <AccountName id={id} />
        </span>
      ))}
      {more > 0 && ` and ${more.toLocaleString()} more`}
    </span>
  );
}

/** One account by its name; by its id where there is none, as of one that was disconnected. */
function AccountName({ id }: { id: string }) {
  const { data } = useAccount(id);
  return data === undefined ? <code>{id}</code> : <span>{data.label}</span>;
}
