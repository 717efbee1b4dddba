import { SERVER_SORTS, type ServerFilter, type ServerSort } from '../../api/server-queries.ts';

/** How servers are ordered unless said otherwise, and which way each order begins. */
const FIRST_WAYS = { created_at: 'desc', name: 'asc', expires_at: 'asc', last_used_at: 'desc' } satisfies Record<
  ServerSort,
  ServerFilter['order']
>;

const STATES = ['active', 'disabled'] as const;

/** What an address says about a list of servers; what it says wrongly counts as left out. */
export function readListState(params: URLSearchParams): ServerFilter {
  const sort = SERVER_SORTS.find((one) => one === params.get('sort')) ?? 'created_at';
  const order = (['asc', 'desc'] as const).find((one) => one === params.get('order')) ?? FIRST_WAYS[sort];
  const state = STATES.find((one) => one === params.get('state'));
  return { search: params.get('search') ?? '', state, sort, order };
}

/** What stands in the address for a list of servers: what is otherwise than at first. */
export function writeListState({ search, state, sort, order }: ServerFilter): URLSearchParams {
  return new URLSearchParams({
    ...(search !== '' && { search }),
    ...(state !== undefined && { state }),
    ...(sort !== 'created_at' && { sort }),
    ...(order !== FIRST_WAYS[sort] && { order }),
  });
}

/** The order after a column was chosen: that of another column, or the other way around. */
export function sortedBy(
  { sort, order }: Pick<ServerFilter, 'sort' | 'order'>,
  next: ServerSort,
): Pick<ServerFilter, 'sort' | 'order'> {
  if (sort !== next) return { sort: next, order: FIRST_WAYS[next] };
  return { sort, order: order === 'asc' ? 'desc' : 'asc' };
}
