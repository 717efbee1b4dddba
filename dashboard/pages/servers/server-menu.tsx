import { ArrowRight, CirclePause, CirclePlay, Copy, RefreshCw, Trash2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import type { McpServer } from '../../api/schema.d.ts';
import { writeClipboard } from '../../parts/copy.tsx';
import { Menu, type MenuItem } from '../../parts/menu.tsx';
import { useTell } from '../../parts/toasts.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';
import { RotateDialog } from './rotate-dialog.tsx';
import { useEnable } from './use-enable.ts';
import { useMayChange } from './use-may-change.ts';

interface ServerMenuProps {
  readonly server: McpServer;
  /** The account whose page this is. */
  readonly accountId: string;
  /** Where it stands on the page of the server itself: what to do once that is gone. */
  readonly onGone?: () => void;
}

/** What can be done with a server, by whom. */
export function ServerMenu({ server, accountId, onGone }: ServerMenuProps) {
  const [open, setOpen] = useState<'rotate' | 'revoke'>();
  const [, navigate] = useLocation();
  const mayChange = useMayChange();
  const enable = useEnable();
  const tell = useTell();
  const { url } = server;
  const isActive = server.state === 'active';
  const copy = async (text: string): Promise<void> => {
    const isCopied = await writeClipboard(text);
    tell(isCopied ? 'Copied' : 'This browser does not let the page copy: open the server, and select its URL', {
      isBad: !isCopied,
    });
  };
  const items: MenuItem[] = [
    ...(onGone === undefined
      ? [{ name: 'Open', icon: ArrowRight, onChoose: () => navigate(`/accounts/${accountId}/servers/${server.id}`) }]
      : []),
    ...(url === null ? [] : [{ name: 'Copy the URL', icon: Copy, onChoose: () => void copy(url) }]),
  ];
  if (mayChange(server)) {
    items.push(
      // The URL of a server with a second factor is no secret, and stays.
      ...(url === null ? [{ name: 'Rotate the URL', icon: RefreshCw, onChoose: () => setOpen('rotate') }] : []),
      {
        name: isActive ? 'Disable' : 'Enable',
        icon: isActive ? CirclePause : CirclePlay,
        onChoose: () => void enable(server, !isActive),
      },
      { name: 'Revoke', icon: Trash2, isDanger: true, onChoose: () => setOpen('revoke') },
    );
  }
  if (items.length === 0) return null;
  const close = (): void => setOpen(undefined);
  return (
    <>
      <Menu label={`Actions for ${server.name}`} items={items} />
      {open === 'rotate' && <RotateDialog server={server} onClose={close} />}
      {open === 'revoke' && <RevokeDialog server={server} onClose={close} {...(onGone && { onGone })} />}
    </>
  );
}
