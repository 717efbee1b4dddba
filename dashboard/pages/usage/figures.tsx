import type { ComponentChildren } from 'preact';
import type { IntegratedAccount, Use } from '../../api/schema.d.ts';
import { Time } from '../../parts/time.tsx';
import { sayDuration, sayShare } from './usage-words.ts';

/** The numbers of a time, and what the API last said of the account's budget where one is chosen. */
export function Figures({ use, account }: { use: Use; account: IntegratedAccount | undefined }) {
  const { total, latency } = use;
  return (
    <dl class="figures">
      <Figure name="Calls">{total.calls.toLocaleString()}</Figure>
      <Figure name="Errors" about={`${total.errors.toLocaleString()} of ${total.calls.toLocaleString()}`}>
        {sayShare(total.errors, total.calls)}
      </Figure>
      <Figure name="p50" about="half took less">
        {sayDuration(latency?.p50_ms ?? null)}
      </Figure>
      <Figure name="p95" about="19 of 20 took less">
        {sayDuration(latency?.p95_ms ?? null)}
      </Figure>
      <Figure name="p99" about="99 of 100 took less">
        {sayDuration(latency?.p99_ms ?? null)}
      </Figure>
      {account !== undefined && <Budget budget={account.budget} />}
    </dl>
  );
}

function Budget({ budget }: Pick<IntegratedAccount, 'budget'>) {
  const { limit = null, remaining = null, seen_at } = budget ?? {};
  if (remaining === null || seen_at === undefined)
    return (
      <Figure name="The API's budget" about="no call has told it yet">
        –
      </Figure>
    );
  return (
    <Figure
      name="The API's budget"
      about={
        <>
          {limit !== null && `of ${limit.toLocaleString()} requests left, `}
          <Time at={seen_at} />
        </>
      }
    >
      {remaining.toLocaleString()}
    </Figure>
  );
}

interface FigureProps {
  readonly name: string;
  readonly about?: ComponentChildren;
  readonly children: ComponentChildren;
}

function Figure({ name, about, children }: FigureProps) {
  return (
    <div class="card figure">
      <dt>{name}</dt>
      <dd class="num">{children}</dd>
      {about !== undefined && <dd class="hush small">{about}</dd>}
    </div>
  );
}
