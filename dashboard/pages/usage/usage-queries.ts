import { useQuery } from '@tanstack/preact-query';
import { api, dataOf } from '../../api/client.ts';
import { daysBack, rangeQuery, type UsageRange } from './usage-range.ts';

/** Of which calls the use is shown. */
export interface UsageScope {
  readonly account: string | undefined;
  readonly server: string | undefined;
  readonly tool: string | undefined;
}

/** The counters of a time; nothing is asked for one that cannot be. */
export function useUsage({ account, server, tool }: UsageScope, range: UsageRange) {
  return useQuery({
    queryKey: ['usage', account, server, tool, range],
    queryFn: () =>
      dataOf(
        api.GET('/usage', {
          params: {
            query: {
              ...(account !== undefined && { integrated_account_id: account }),
              ...(server !== undefined && { mcp_id: server }),
              ...(tool !== undefined && { tool }),
              // What a preset asks for moves on with the clock.
              ...rangeQuery(range, Date.now()),
            },
          },
        }),
      ),
    enabled: rangeQuery(range, Date.now()) !== undefined,
    placeholderData: (before) => before,
  });
}

/** Tools of a server that nobody called for as long as the time goes back, and at least for a month. */
export function useUnusedTools(account: string, server: string, range: UsageRange) {
  const days = daysBack(range, Date.now());
  return useQuery({
    queryKey: ['usage', account, server, 'unused', days],
    queryFn: () =>
      dataOf(
        api.GET('/integrated-account/{id}/mcp/{mcp_id}/unused-tools', {
          params: { path: { id: account, mcp_id: server }, query: { days } },
        }),
      ),
    retry: false,
  });
}
