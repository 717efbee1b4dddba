import { AccountChooser } from '../../choosers/account-chooser.tsx';
import { ServerChooser } from '../../choosers/server-chooser.tsx';
import { ToolChooser } from '../../choosers/tool-chooser.tsx';
import type { Address } from '../../parts/use-address.ts';
import { RangeChoice } from './range-choice.tsx';
import type { UsageScope } from './usage-queries.ts';
import type { UsageRange } from './usage-range.ts';

interface UsageFiltersProps {
  readonly scope: UsageScope;
  readonly range: UsageRange;
  readonly refused: string | undefined;
  readonly address: Address;
}

/** Chooses an account, one of its servers, one of its tools, and the time. */
export function UsageFilters({ scope: { account, server, tool }, range, refused, address }: UsageFiltersProps) {
  const { change } = address;
  return (
    <section class="card stack" aria-label="What is shown">
      <div class="choosers">
        <AccountChooser
          account={account}
          onChoose={(id) => change({ account: id, ...(id !== account && { server: undefined }) })}
        />
        <ServerChooser
          account={account}
          server={server}
          onChoose={(id, home) => change({ server: id, account: home ?? account })}
        />
        <ToolChooser tool={tool} onChoose={(name) => change({ tool: name })} />
      </div>
      <RangeChoice key={range.preset} range={range} refused={refused} onChange={change} />
    </section>
  );
}
