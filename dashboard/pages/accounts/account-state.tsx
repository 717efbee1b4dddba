import type { IntegratedAccount } from '../../api/schema.d.ts';

const STATES = {
  active: { kind: 'good', name: 'Connected', about: 'Its API accepts its credential, as far as is known.' },
  needs_reauth: {
    kind: 'bad',
    name: 'Needs re-authorization',
    about: 'Its API refused its credential: give it another one, or log in again.',
  },
} as const satisfies Record<IntegratedAccount['status'], object>;

/** Whether its API accepts the credential of an account. */
export function AccountState({ account: { status } }: { account: Pick<IntegratedAccount, 'status'> }) {
  const { kind, name, about } = STATES[status];
  return (
    <span class={`badge ${kind}`} title={about}>
      {name}
    </span>
  );
}
