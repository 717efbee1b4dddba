import { Button } from './button.tsx';

interface PagerProps {
  readonly hasNext: boolean;
  readonly isLoading: boolean;
  readonly onMore: () => void;
  /** What is shown, such as "20 of 5,000". */
  readonly shown: string;
}

/** Leads to the rows behind those that are shown. */
export function Pager({ hasNext, isLoading, onMore, shown }: PagerProps) {
  return (
    <div class="row between">
      <p class="hush small" aria-live="polite">
        {shown}
      </p>
      {hasNext && (
        <Button busy={isLoading} onClick={onMore}>
          {isLoading ? 'Loading' : 'Show more'}
        </Button>
      )}
    </div>
  );
}
