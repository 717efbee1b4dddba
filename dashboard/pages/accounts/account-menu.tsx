import { KeyRound, PencilLine, Unplug } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useApis } from '../../api/about.ts';
import type { IntegratedAccount } from '../../api/schema.d.ts';
import { Menu } from '../../parts/menu.tsx';
import { useSession } from '../../session/session.tsx';
import { DisconnectDialog } from './disconnect-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { RenewDialog } from './renew-dialog.tsx';

interface AccountMenuProps {
  readonly account: IntegratedAccount;
  /** Is called once the account is gone. */
  readonly onGone?: () => void;
}

/** What can be done with an account, by whom. */
export function AccountMenu({ account, onGone }: AccountMenuProps) {
  const { admin, mayChange } = useSession();
  const [open, setOpen] = useState<'rename' | 'renew' | 'disconnect'>();
  const isHosted = useApis().some(({ id }) => id === account.api);
  if (!mayChange) return null;
  const close = (): void => setOpen(undefined);
  return (
    <>
      <Menu
        label={`Actions for ${account.label}`}
        items={[
          { name: 'Rename', icon: PencilLine, onChoose: () => setOpen('rename') },
          ...(isHosted ? [{ name: 'Renew the credential', icon: KeyRound, onChoose: () => setOpen('renew') }] : []),
          ...(admin.role === 'admin'
            ? [{ name: 'Disconnect', icon: Unplug, isDanger: true, onChoose: () => setOpen('disconnect') }]
            : []),
        ]}
      />
      {open === 'rename' && <RenameDialog account={account} onClose={close} />}
      {open === 'renew' && <RenewDialog account={account} onClose={close} />}
      {open === 'disconnect' && <DisconnectDialog account={account} onClose={close} {...(onGone && { onGone })} />}
    </>
  );
}
