import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ErrorNotice } from './notice.tsx';
import { useAction } from './use-action.ts';

interface ConfirmProps {
  readonly title: string;
  /** What will be done, as the button says it: "Revoke". */
  readonly action: string;
  readonly children: ComponentChildren;
  readonly run: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks before something that cannot be undone, and stays where it fails. */
export function Confirm({ title, action, children, run, onClose }: ConfirmProps) {
  const { go, isBusy, error } = useAction(async () => {
    await run();
    onClose();
  });
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <ErrorNotice error={error} />
      <div class="row end">
        <Button onClick={onClose}>Cancel</Button>
        <Button kind="danger" busy={isBusy} onClick={() => void go()}>
          {action}
        </Button>
      </div>
    </Dialog>
  );
}
