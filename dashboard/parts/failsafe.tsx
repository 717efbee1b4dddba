import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { Button } from './button.tsx';
import { ErrorNotice } from './notice.tsx';

/** A page that fails takes nothing with it but itself, and says so. */
export function Failsafe({ children }: { children: ComponentChildren }) {
  const [error, again] = useErrorBoundary((failure: unknown) => console.error(failure));
  if (error == null) return <>{children}</>;
  return (
    <ErrorNotice error={new Error('This page could not be shown: it has a fault.')}>
      <p>What you changed before is saved. The browser's console has the reason.</p>
      <div class="row">
        <Button small onClick={again}>
          Try again
        </Button>
        <Button small onClick={() => location.reload()}>
          Load the dashboard anew
        </Button>
      </div>
    </ErrorNotice>
  );
}
