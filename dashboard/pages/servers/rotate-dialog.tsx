import { useState } from 'preact/hooks';
import { useAccountsChanged } from '../../api/account-queries.ts';
import { api, dataOf } from '../../api/client.ts';
import type { McpServer, McpServerWithToken } from '../../api/schema.d.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { useAction } from '../../parts/use-action.ts';
import { NewUrl } from './connect/new-url.tsx';
import { useForget } from './connect/use-forget.ts';
import { useListedOf } from './use-preview-of.ts';

/** Gives a server another URL, and shows it the one time. */
export function RotateDialog({ server, onClose }: { server: McpServer; onClose: () => void }) {
  // Kept as long as the dialog is open, and nowhere else.
  const [rotated, setRotated] = useState<McpServerWithToken>();
  useForget(() => setRotated(undefined));
  const changed = useAccountsChanged();
  const listed = useListedOf(server, server.integrated_account_id);
  const { go, isBusy, error } = useAction(async () => {
    const path = { id: server.integrated_account_id, mcp_id: server.id };
    setRotated(await dataOf(api.POST('/integrated-account/{id}/mcp/{mcp_id}/rotate', { params: { path } })));
    await changed();
  });
  if (rotated !== undefined) {
    return (
      <Dialog title={`${server.name} has a new URL`} wide>
        <NewUrl server={rotated} expected={listed} />
        <div class="row end">
          <Button kind="main" onClick={onClose}>
            Done
          </Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title={`Give ${server.name} another URL?`} onClose={onClose}>
      <p>The URL that its clients have ends at once, and they are refused until they have the new one.</p>
      <ErrorNotice error={error} />
      <div class="row end">
        <Button onClick={onClose}>Cancel</Button>
        <Button kind="danger" busy={isBusy} onClick={() => void go()}>
          Rotate
        </Button>
      </div>
    </Dialog>
  );
}
