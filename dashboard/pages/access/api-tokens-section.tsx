import { Plus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import type { ApiToken } from '../../api/schema.d.ts';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Time } from '../../parts/time.tsx';
import { useTell } from '../../parts/toasts.tsx';
import { useSession } from '../../session/session.tsx';
import { useApiTokens, useReread } from './access-queries.ts';
import { AccessSection } from './access-section.tsx';
import { AccountNames } from './account-names.tsx';
import { CreateApiTokenDialog } from './create-api-token-dialog.tsx';
import { type NewSecret, SecretDialog } from './secret-dialog.tsx';

/** The second factors of MCP servers. */
export function ApiTokensSection() {
  const { admin, mayChange } = useSession();
  const [isCreating, setCreating] = useState(false);
  const [made, setMade] = useState<NewSecret>();
  const [leaving, setLeaving] = useState<ApiToken>();
  // That for all accounts is beyond an operator, and is none of those that it sees.
  const mayRevoke = ({ integrated_account_id: id }: ApiToken): boolean =>
    mayChange && (admin.role === 'admin' || id !== null);
  return (
    <>
      <AccessSection
        title="API tokens"
        about="A second factor: servers that ask for one take its URL together with one of these tokens alone."
        actions={
          mayChange && (
            <Button onClick={() => setCreating(true)}>
              <Icon of={Plus} />
              Create an API token
            </Button>
          )
        }
        list={useApiTokens()}
        columns={['Name', 'Opens servers of', 'Ends', 'Last use', 'Created', ...(mayChange ? [''] : [])]}
        unit={['API token', 'API tokens']}
        empty={<p>There is none: servers without a second factor need none.</p>}
      >
        {(token) => (
          <tr key={token.id}>
            <td class="head">
              <span class="strong anywhere">{token.name}</span>
            </td>
            <td data-label="Opens servers of">
              {token.integrated_account_id === null ? (
                'All accounts'
              ) : (
                <AccountNames ids={[token.integrated_account_id]} />
              )}
            </td>
            <td data-label="Ends">
              <Time at={token.expires_at} />
            </td>
            <td data-label="Last use">
              <Time at={token.last_used_at} />
            </td>
            <td data-label="Created">
              <Time at={token.created_at} />
            </td>
            {mayChange && (
              <td data-label="Actions" class="access-action">
                {mayRevoke(token) && (
                  <Button small onClick={() => setLeaving(token)} label={`Revoke ${token.name}`}>
                    Revoke
                  </Button>
                )}
              </td>
            )}
          </tr>
        )}
      </AccessSection>
      {isCreating && <CreateApiTokenDialog onMade={setMade} onClose={() => setCreating(false)} />}
      {made && <SecretDialog made={made} onClose={() => setMade(undefined)} />}
      {leaving && <RevokeApiToken token={leaving} onClose={() => setLeaving(undefined)} />}
    </>
  );
}

function RevokeApiToken({ token: { id, name }, onClose }: { token: ApiToken; onClose: () => void }) {
  const reread = useReread('api-tokens');
  const tell = useTell();
  const run = async (): Promise<void> => {
    await api.DELETE('/api-token/{id}', { params: { path: { id } } });
    tell(`${name} is revoked`);
    await reread();
  };
  return (
    <Confirm title={`Revoke ${name}?`} action="Revoke" run={run} onClose={onClose}>
      <p>Clients that send it are refused, and so are those that were let in by means of it. This cannot be undone.</p>
    </Confirm>
  );
}
