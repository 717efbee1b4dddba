import { Plus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import type { AdminKey } from '../../api/schema.d.ts';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Time } from '../../parts/time.tsx';
import { useTell } from '../../parts/toasts.tsx';
import { useSession } from '../../session/session.tsx';
import { useAdminKeys, useReread } from './access-queries.ts';
import { AccessSection } from './access-section.tsx';
import { AccountNames } from './account-names.tsx';
import { CreateAdminKeyDialog } from './create-admin-key-dialog.tsx';
import { roles } from './roles.ts';
import { type NewSecret, SecretDialog } from './secret-dialog.tsx';

/** The keys of people and programs. */
export function AdminKeysSection() {
  const { admin } = useSession();
  const mayChange = admin.role === 'admin';
  const [isCreating, setCreating] = useState(false);
  const [made, setMade] = useState<NewSecret>();
  const [leaving, setLeaving] = useState<AdminKey>();
  return (
    <>
      <AccessSection
        title="Admin keys"
        about={
          admin.id === 'environment'
            ? "A key each for people and programs that work with this gateway. The environment's, which you have, is not in the list."
            : 'A key each for people and programs that work with this gateway: the audit log knows them by these names.'
        }
        actions={
          mayChange && (
            <Button onClick={() => setCreating(true)}>
              <Icon of={Plus} />
              Create an admin key
            </Button>
          )
        }
        list={useAdminKeys()}
        columns={['Name', 'Role', 'Accounts', 'Ends', 'Last use', 'Created', ...(mayChange ? [''] : [])]}
        unit={['admin key', 'admin keys']}
        empty={<p>There is none beside that of the environment.</p>}
      >
        {(key) => (
          <tr key={key.id}>
            <td class="head">
              <span class="strong anywhere">{key.name}</span>{' '}
              {key.id === admin.id && <span class="badge accent">yours</span>}
            </td>
            <td data-label="Role">
              <span title={roles[key.role].may}>{roles[key.role].name}</span>
            </td>
            <td data-label="Accounts">
              {key.integrated_account_ids === null ? 'All' : <AccountNames ids={key.integrated_account_ids} />}
            </td>
            <td data-label="Ends">
              <Time at={key.expires_at} />
            </td>
            <td data-label="Last use">
              <Time at={key.last_used_at} />
            </td>
            <td data-label="Created">
              <Time at={key.created_at} />
            </td>
            {mayChange && (
              <td data-label="Actions" class="access-action">
                <Button small onClick={() => setLeaving(key)} label={`Revoke ${key.name}`}>
                  Revoke
                </Button>
              </td>
            )}
          </tr>
        )}
      </AccessSection>
      {isCreating && <CreateAdminKeyDialog onMade={setMade} onClose={() => setCreating(false)} />}
      {made && <SecretDialog made={made} onClose={() => setMade(undefined)} />}
      {leaving && <RevokeAdminKey adminKey={leaving} onClose={() => setLeaving(undefined)} />}
    </>
  );
}

function RevokeAdminKey({ adminKey: { id, name }, onClose }: { adminKey: AdminKey; onClose: () => void }) {
  const { admin } = useSession();
  const reread = useReread('admin-keys');
  const tell = useTell();
  const run = async (): Promise<void> => {
    await api.DELETE('/admin-key/{id}', { params: { path: { id } } });
    tell(`${name} is revoked`);
    await reread();
  };
  return (
    <Confirm title={`Revoke ${name}?`} action="Revoke" run={run} onClose={onClose}>
      <p>Whoever uses this key is refused within a second, and its sessions end. This cannot be undone.</p>
      {id === admin.id && (
        <Notice kind="warn">
          <p class="strong">You are signed in with this key.</p>
          <p>Revoking it signs you out at once: have another one ready.</p>
        </Notice>
      )}
    </Confirm>
  );
}
