import type { McpServer } from '../../api/schema.d.ts';

const STATES = {
  active: { kind: 'good', name: 'Active', about: 'It answers its clients.' },
  disabled: { kind: 'warn', name: 'Disabled', about: 'Its clients are refused until it is enabled again.' },
} as const satisfies Record<McpServer['state'], object>;

/** Whether a server answers its clients. */
export function ServerState({ server: { state } }: { server: Pick<McpServer, 'state'> }) {
  const { kind, name, about } = STATES[state];
  return (
    <span class={`badge ${kind}`} title={about}>
      {name}
    </span>
  );
}
