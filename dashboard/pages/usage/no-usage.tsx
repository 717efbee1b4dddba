import { ChartColumn } from 'lucide-preact';
import { Link } from 'wouter-preact';
import { Blank } from '../../parts/blank.tsx';
import type { Address } from '../../parts/use-address.ts';

/** What stands where nothing was called: what to look at instead, or how calls come about. */
export function NoUsage({ address: { params, href } }: { address: Address }) {
  const isNarrow = ['account', 'server', 'tool'].some((name) => params.has(name));
  const isLong = params.get('span') === '12m';
  return (
    <Blank icon={ChartColumn} title="No call in this time">
      <p class="hush">
        {isNarrow
          ? 'Nobody called a tool of what is chosen above.'
          : 'Calls of tools through MCP servers are counted here: create a server in an account, and connect a client to its URL.'}
      </p>
      <div class="row">
        {!isLong && (
          <Link class="button" href={href({ span: '12m', from: undefined, to: undefined })}>
            Look at 12 months
          </Link>
        )}
        {isNarrow ? (
          <Link class="button" href={href({ account: undefined, server: undefined, tool: undefined })}>
            Look at everything
          </Link>
        ) : (
          <Link class="button" href="/">
            Go to the accounts
          </Link>
        )}
      </div>
    </Blank>
  );
}
