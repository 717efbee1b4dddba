import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { Button } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Time } from '../../parts/time.tsx';
import { useSession } from '../../session/session.tsx';
import { useUnusedTools } from './usage-queries.ts';
import type { UsageRange } from './usage-range.ts';

interface UnusedToolsProps {
  readonly account: string;
  readonly server: string;
  readonly range: UsageRange;
}

/** Tools that are shown before all are asked for. */
const FEW = 8;

/** Tools of a server that cost every conversation their definitions and are never called. */
export function UnusedTools({ account, server, range }: UnusedToolsProps) {
  const query = useUnusedTools(account, server, range);
  const { mayChange } = useSession();
  const [isWhole, setWhole] = useState(false);
  return (
    <section class="stack" aria-labelledby="tools-unused">
      <h2 id="tools-unused">Tools that nobody calls</h2>
      <Loaded query={query}>
        {({ since, result, tokens, tools }) =>
          result.length === 0 ? (
            <p class="card">
              Every tool that this server shows was called since <Time at={since} moment />.
            </p>
          ) : (
            <div class="card stack">
              <div class="row between">
                <p class="grow">
                  <span class="strong">
                    {result.length.toLocaleString()} of {tools.toLocaleString()} tools
                  </span>{' '}
                  were not called since <Time at={since} moment />. Their definitions cost each conversation{' '}
                  <span class="strong num">{tokens.toLocaleString()} tokens</span>.
                </p>
                <Link href={`/accounts/${account}/servers/${server}`} class="button">
                  {mayChange ? 'Choose which to switch off' : 'See the server'}
                </Link>
              </div>
              <ul class="unused">
                {(isWhole ? result : result.slice(0, FEW)).map(({ name, title, class: kind, tokens: cost }) => (
                  <li key={name} class="row between">
                    <span class="grow">
                      <Link href={`/catalog/${encodeURIComponent(name)}`} class="anywhere">
                        {title}
                      </Link>{' '}
                      <span class="badge">{kind}</span>
                    </span>
                    <span class="num hush nowrap">{cost.toLocaleString()} tokens</span>
                  </li>
                ))}
              </ul>
              {result.length > FEW && (
                <div class="row">
                  <Button small aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
                    {isWhole ? 'Show fewer' : `Show all ${result.length.toLocaleString()}`}
                  </Button>
                </div>
              )}
            </div>
          )
        }
      </Loaded>
    </section>
  );
}
