import { type Confirmer, createConfirmer } from '../../runtime/mcp/index.ts';
import type { GatewayContext } from '../context/gateway-context.ts';

/** Confirmers by the id of a server: a token that one mints holds for that server alone, and once, whichever process redeems it. */
export function createConfirmers({
  confirmationKey,
  now,
  store,
}: Pick<GatewayContext, 'confirmationKey' | 'now' | 'store'>): (serverId: string) => Confirmer {
  const { mint, redeem } = createConfirmer({
    key: confirmationKey,
    now,
    remember: ({ number, expires }) => store.confirmations.remember(number, expires),
  });
  return (serverId) => ({
    mint: (call) => mint({ ...call, tool: `${serverId}/${call.tool}` }),
    redeem: (token, call) => redeem(token, { ...call, tool: `${serverId}/${call.tool}` }),
  });
}
