import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';
import { ErrorNotice } from './notice.tsx';

/** What a query answers of itself: that of TanStack Query. */
interface Loading<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

interface LoadedProps<Data> {
  readonly query: Loading<Data>;
  /** Lines of the place that is kept while it loads. */
  readonly lines?: number;
  readonly children: (data: Data) => ComponentChildren;
}

/** What was asked for once it is there; its place before, and what to do where it does not come. */
export function Loaded<Data>({ query: { data, error, refetch }, lines = 4, children }: LoadedProps<Data>) {
  const isOld = data !== undefined && error != null;
  return (
    <>
      {error != null && (
        <ErrorNotice error={error}>
          {isOld && <p>What is shown was answered before.</p>}
          <div class="row">
            <Button small onClick={() => void refetch()}>
              Try again
            </Button>
          </div>
        </ErrorNotice>
      )}
      {data !== undefined ? children(data) : error == null && <Bones lines={lines} />}
    </>
  );
}

/** Keeps the place of what is loading. */
export function Bones({ lines }: { lines: number }) {
  return (
    <div class="card stack" role="status" aria-busy="true">
      <span class="unseen">Loading</span>
      {Array.from({ length: lines }, (_, line) => (
        // They never change their order.
        <span class="bone" key={line} style={{ width: `${92 - ((line * 23) % 50)}%` }} />
      ))}
    </div>
  );
}
