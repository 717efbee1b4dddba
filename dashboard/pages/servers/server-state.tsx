import type { McpServer } from '../../api/schema.d.ts';

const STATES = {
  active: { kind: 'good', name: 'Active', about: 'It answers its clients.' },
  disabled: { kind: 'warn', name: 'Disabled', about: 'Its clients are refused until it is enabled again.' },
  changed: {
    kind: 'warn',
    name: 'Tools changed',
    about: 'Its tools are not the ones that it expects: its clients are refused until somebody accepts them.',
  },
} as const satisfies Record<McpServer['state'] | 'changed', object>;

/** Whether a server answers its clients. */
export function ServerState({ server: { state, catalog } }: { server: Pick<McpServer, 'state' | 'catalog'> }) {
  const isOther = state === 'active' && catalog?.is_expected === false;
  const { kind, name, about } = STATES[isOther ? 'changed' : state];
  return (
    <span class={`badge ${kind}`} title={about}>
      {name}
    </span>
  );
}
