import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import type { Tables } from '../contract/tables.ts';

/** Whether a server views one of these accounts: its own, or a further one. */
export function viewsOneOf(
  where: ExpressionBuilder<Tables, 'servers'>,
  accountIds: readonly string[],
): ExpressionWrapper<Tables, 'servers', SqlBool> {
  const further = where.selectFrom('server_accounts').select('server_id').where('account_id', 'in', accountIds);
  return where.or([where('servers.account_id', 'in', accountIds), where('servers.id', 'in', further)]);
}
