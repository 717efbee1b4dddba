import { Button } from '../../parts/button.tsx';
import { CodeBox } from '../../parts/copy.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Notice } from '../../parts/notice.tsx';

/** A secret that was made, and what it is. */
export interface NewSecret {
  /** What it is, such as "admin key". */
  readonly what: string;
  readonly name: string;
  readonly secret: string;
  readonly use: string;
}

/** Shows a secret this one time: whoever closes it says that it is kept, and no stray key closes it. */
export function SecretDialog({ made, onClose }: { made: NewSecret; onClose: () => void }) {
  const { what, name, secret, use } = made;
  return (
    <Dialog title={`The ${what} ${name}`}>
      <Notice kind="warn">
        <p class="strong">It is shown this one time.</p>
        <p>The gateway keeps a hash of it alone: copy it now to where secrets are kept.</p>
      </Notice>
      <div class="secret">
        <CodeBox text={secret} label={what} />
      </div>
      <p class="hush">{use}</p>
      <div class="row end">
        <Button kind="main" onClick={onClose}>
          I have kept it
        </Button>
      </div>
    </Dialog>
  );
}
