import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { useAccountsChanged } from '../../api/account-queries.ts';
import { api } from '../../api/client.ts';
import type { McpServer, ToolList } from '../../api/schema.d.ts';
import { useToolsOf } from '../../api/tool-queries.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { useTell } from '../../parts/toasts.tsx';
import { changeOf, formOf } from './form/form-state.ts';
import { type SaveServer, ServerForm } from './form/server-form.tsx';

interface EditTabProps {
  readonly server: McpServer;
  /** The account whose page this is. */
  readonly accountId: string;
}

/** Changes a server: what is sent is what differs alone, so that two people who change other fields do not undo each other. */
export function EditTab({ server, accountId }: EditTabProps) {
  const tools = useToolsOf([accountId, ...server.accounts.filter((id) => id !== accountId)]);
  return (
    <Loaded query={tools} lines={8}>
      {(list) => <Editing key={server.id} server={server} accountId={accountId} tools={list} />}
    </Loaded>
  );
}

function Editing({ server, accountId, tools }: EditTabProps & { tools: ToolList }) {
  // As it was when the form was opened, whatever is read meanwhile.
  const [first] = useState(() => formOf(server, tools.result));
  const changed = useAccountsChanged();
  const tell = useTell();
  const [, navigate] = useLocation();
  const save: SaveServer = async (form, { tools: { result } }) => {
    const body = changeOf({ before: first, after: form }, result, new Date());
    if (body === undefined) {
      tell('Nothing was changed');
      return;
    }
    const path = { id: accountId, mcp_id: server.id };
    await api.PATCH('/integrated-account/{id}/mcp/{mcp_id}', { params: { path }, body });
    await changed();
    tell(`${form.name} is changed: clients see it at their next list`);
    navigate(`/accounts/${accountId}/servers/${server.id}`);
  };
  return <ServerForm accountId={accountId} first={first} tools={tools} action="Save the changes" save={save} />;
}
