import { useState } from 'preact/hooks';
import { Link, useParams } from 'wouter-preact';
import { useAccount, useAccountsChanged } from '../../api/account-queries.ts';
import { api, dataOf } from '../../api/client.ts';
import type { McpServerWithToken } from '../../api/schema.d.ts';
import { useToolsOf } from '../../api/tool-queries.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useSession } from '../../session/session.tsx';
import { NewUrl } from './connect/new-url.tsx';
import { useForget } from './connect/use-forget.ts';
import { creationOf, emptyForm } from './form/form-state.ts';
import { type SaveServer, ServerForm } from './form/server-form.tsx';
import './servers.css';

/** What was made, as long as the page shows it: its URL is kept nowhere else. */
interface Created {
  readonly server: McpServerWithToken;
  readonly listed: readonly string[] | undefined;
}

/** Makes an MCP server of an account, and shows its URL the one time. */
export function CreateServerPage() {
  const { id = '' } = useParams<{ id: string }>();
  const { mayChange } = useSession();
  const account = useAccount(id);
  const tools = useToolsOf([id]);
  const changed = useAccountsChanged();
  const [created, setCreated] = useState<Created>();
  useForget(() => setCreated(undefined));
  const above = [
    { title: 'Accounts', href: '/' },
    { title: account.data?.label ?? 'Account', href: `/accounts/${id}` },
  ];
  const save: SaveServer = async (form, { tools: { result }, listed }) => {
    const body = creationOf(form, result, new Date());
    const server = await dataOf(api.POST('/integrated-account/{id}/mcp', { params: { path: { id } }, body }));
    setCreated({ server, listed });
    scrollTo(0, 0);
    await changed();
  };
  if (created !== undefined) {
    const { server, listed } = created;
    return (
      <>
        <PageHead
          title={`${server.name} is ready`}
          above={above}
          actions={
            <Link class="button" href={`/accounts/${id}/servers/${server.id}`}>
              Go to the server
            </Link>
          }
        />
        <NewUrl server={server} expected={listed} />
      </>
    );
  }
  return (
    <>
      <PageHead title="Create an MCP server" above={above} />
      {mayChange ? (
        <Loaded query={tools} lines={8}>
          {(list) => (
            <ServerForm accountId={id} first={emptyForm(id)} tools={list} action="Create the server" save={save} />
          )}
        </Loaded>
      ) : (
        <Notice>
          <p>Your key reads, and changes nothing: somebody else has to create a server.</p>
        </Notice>
      )}
    </>
  );
}
