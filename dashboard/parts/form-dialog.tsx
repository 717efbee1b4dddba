import type { ComponentChildren } from 'preact';
import { ApiError } from '../api/api-error.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ErrorNotice } from './notice.tsx';
import { useAction } from './use-action.ts';

interface FormDialogProps {
  readonly title: string;
  readonly action: string;
  /** Names of fields that show their own errors. */
  readonly fields: readonly string[];
  /** What is sent; the dialog closes when it succeeded. */
  readonly run: () => Promise<unknown>;
  readonly onClose: () => void;
  /** The fields; `errorOf` says what the gateway refused of one. */
  readonly children: (errorOf: (field: string) => string | undefined) => ComponentChildren;
}

/** A form in a dialog: what the gateway refuses stands at its field, all else above the buttons. */
export function FormDialog({ title, action, fields, run, onClose, children }: FormDialogProps) {
  const { go, isBusy, error } = useAction(async () => {
    await run();
    onClose();
  });
  const field = error instanceof ApiError ? error.field : undefined;
  // Of a list, what is wrong with one item stands at the list.
  const shownAt = fields.find((name) => field === name || field?.startsWith(`${name}.`));
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void go();
        }}
      >
        {children((name) => (name === shownAt && error instanceof Error ? error.message : undefined))}
        <ErrorNotice error={shownAt === undefined ? error : undefined} />
        <div class="row end">
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="main" type="submit" busy={isBusy}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
