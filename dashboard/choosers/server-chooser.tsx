import { useState } from 'preact/hooks';
import { useFoundServers, useServer } from '../api/server-queries.ts';
import { Chooser } from '../parts/chooser.tsx';
import { useLater } from '../parts/use-later.ts';

interface ServerChooserProps {
  /** Id of the account whose servers are shown; all that the key reaches unless given. */
  readonly account: string | undefined;
  /** Id of the chosen server. */
  readonly server: string | undefined;
  readonly error?: string | undefined;
  /** With the account that the chosen server belongs to. */
  readonly onChoose: (server: string | undefined, account: string | undefined) => void;
}

/** Chooses one of thousands of MCP servers: the gateway finds those that fit what is typed. */
export function ServerChooser({ account, server, error, onChoose }: ServerChooserProps) {
  const [text, setText] = useState('');
  const { data, isLoading } = useFoundServers(account, useLater(text));
  const name = useServer(account, server).data?.name;
  const found = data?.result ?? [];
  const more = (data?.total ?? 0) - found.length;
  return (
    <Chooser
      label="MCP server"
      error={error}
      none="All servers"
      chosen={server === undefined ? undefined : { id: server, name: name ?? server }}
      options={found.map((one) => ({ id: one.id, name: one.name, about: one.owner ?? undefined }))}
      isLoading={isLoading}
      note={more > 0 ? `${more.toLocaleString()} more: type to find them.` : undefined}
      onSearch={setText}
      onChoose={(option) =>
        onChoose(option?.id, account ?? found.find(({ id }) => id === option?.id)?.integrated_account_id)
      }
    />
  );
}
