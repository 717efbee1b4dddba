import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Loaded } from '../../parts/loaded.tsx';
import { Pager } from '../../parts/pager.tsx';
import type { PagedList } from './access-queries.ts';

interface AccessSectionProps<Row> {
  readonly title: string;
  readonly about: ComponentChildren;
  readonly actions?: ComponentChildren;
  readonly list: PagedList<Row>;
  /** Names of the columns, the first that of the row; an empty one is that of what can be done. */
  readonly columns: readonly string[];
  /** What one row is, and several. */
  readonly unit: readonly [string, string];
  /** What stands where there is none. */
  readonly empty: ComponentChildren;
  readonly children: (row: Row) => ComponentChildren;
}

/** One list of what lets somebody in, as a section of the page. */
export function AccessSection<Row>(props: AccessSectionProps<Row>) {
  const { title, about, actions, list, columns, unit, empty, children } = props;
  const { query, rows } = list;
  const id = useId();
  return (
    <section class="card flush" aria-labelledby={id}>
      <div class="access-head stack tight">
        <div class="row between">
          <h2 id={id}>{title}</h2>
          <div class="row">{actions}</div>
        </div>
        <div class="hush">{about}</div>
      </div>
      <Loaded query={query} lines={2}>
        {() =>
          rows.length === 0 ? (
            <div class="access-empty">{empty}</div>
          ) : (
            <>
              <div class="table-box">
                <table class="table folds" aria-labelledby={id}>
                  <thead>
                    <tr>
                      {columns.map((name) => (
                        <th scope="col" key={name}>
                          {name === '' ? <span class="unseen">Actions</span> : name}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>{rows.map(children)}</tbody>
                </table>
              </div>
              <div class="access-foot">
                <Pager
                  shown={`${rows.length.toLocaleString()} ${unit[rows.length === 1 ? 0 : 1]}`}
                  hasNext={query.hasNextPage}
                  isLoading={query.isFetchingNextPage}
                  onMore={() => void query.fetchNextPage()}
                />
              </div>
            </>
          )
        }
      </Loaded>
    </section>
  );
}
