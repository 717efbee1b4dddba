import { ArrowDown, ArrowUp, BookOpen } from 'lucide-preact';
import { Link } from 'wouter-preact';
import { Icon } from '../../parts/icon.tsx';
import type { Address } from '../../parts/use-address.ts';
import { columnNames, columns, readSort, sortTools, type ToolUse, writeSort } from './sort-tools.ts';
import { sayDuration, sayShare } from './usage-words.ts';

interface ToolsTableProps {
  readonly tools: readonly ToolUse[];
  readonly titleOf: (tool: string) => string;
  /** Whether the catalog has a page of a tool. */
  readonly isKnown: (tool: string) => boolean;
  readonly address: Address;
}

/** The tools that were called: each leads to its own use, and to its page in the catalog. */
export function ToolsTable({ tools, titleOf, isKnown, address }: ToolsTableProps) {
  const sort = readSort(address.params.get('sort'));
  return (
    <section class="stack" aria-labelledby="tools-called">
      <h2 id="tools-called">Tools</h2>
      <div class="card flush table-box">
        <table class="table folds">
          <thead>
            <tr>
              <th scope="col">Tool</th>
              {columnNames.map((by) => {
                const isBy = sort.by === by;
                return (
                  <th
                    key={by}
                    scope="col"
                    class="num"
                    aria-sort={isBy ? (sort.isUp ? 'ascending' : 'descending') : undefined}
                  >
                    <button
                      type="button"
                      onClick={() =>
                        address.change({ sort: writeSort({ by, isUp: isBy && !sort.isUp }) }, { replace: true })
                      }
                    >
                      {columns[by].name}
                      {isBy && <Icon of={sort.isUp ? ArrowUp : ArrowDown} />}
                    </button>
                  </th>
                );
              })}
              <th scope="col">
                <span class="unseen">In the catalog</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {sortTools(tools, sort).map(({ tool, calls, errors, p50_ms, p95_ms }) => (
              <tr key={tool}>
                <td class="head">
                  <Link href={address.href({ tool })} class="strong anywhere">
                    {titleOf(tool)}
                  </Link>
                  {isKnown(tool) && <p class="hush mono anywhere">{tool}</p>}
                </td>
                <td data-label="Calls" class="num">
                  {calls.toLocaleString()}
                </td>
                <td data-label="Errors" class="num">
                  {errors === 0 ? '0' : `${errors.toLocaleString()} (${sayShare(errors, calls)})`}
                </td>
                <td data-label="p50" class="num nowrap">
                  {sayDuration(p50_ms)}
                </td>
                <td data-label="p95" class="num nowrap">
                  {sayDuration(p95_ms)}
                </td>
                <td data-label="In the catalog">
                  {isKnown(tool) && (
                    <Link
                      href={`/catalog/${encodeURIComponent(tool)}`}
                      class="button plain small square"
                      aria-label={`${titleOf(tool)} in the catalog`}
                      title="In the catalog"
                    >
                      <Icon of={BookOpen} />
                    </Link>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
