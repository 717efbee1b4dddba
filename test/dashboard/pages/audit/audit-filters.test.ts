import { describe, expect, test } from 'vitest';
import {
  actions,
  exportHref,
  filterQuery,
  filters,
  readFilters,
} from '../../../../dashboard/pages/audit/audit-filters.ts';
import { wholeAuditQuery } from '../../../../gateway/api/audit/schemas.ts';

describe('the filters of the audit log', () => {
  test('are all that the gateway takes', () => {
    expect(
      Object.values(filters)
        .map(({ asked }) => asked)
        .sort(),
    ).toEqual(wholeAuditQuery.keyof().options.sort());
  });

  test('are read from an address, whatever else is in it', () => {
    const params = new URLSearchParams('account=a1&tool=&status=ok&evil=1&__proto__=x&actor=admin_key%3A%3Cb%3E');
    expect(readFilters(params)).toEqual({ account: 'a1', status: 'ok', actor: 'admin_key:<b>' });
  });

  test('are asked of the gateway by its own names', () => {
    expect(filterQuery({ account: 'a1', server: 's1', call_id: 'c' })).toEqual({
      ...{ integrated_account_id: 'a1', mcp_id: 's1', call_id: 'c' },
    });
  });

  test('go into the address of an export, hostile values encoded', () => {
    const href = exportHref({ actor: 'a&format=ndjson#x', account: 'a1' }, 'csv');
    const url = new URL(href, 'http://127.0.0.1');
    expect([url.pathname, url.hash]).toEqual(['/audit/export', '']);
    expect([...url.searchParams]).toEqual([
      ['actor', 'a&format=ndjson#x'],
      ['integrated_account_id', 'a1'],
      ['format', 'csv'],
    ]);
  });

  test('suggest each action once', () => {
    expect(new Set(actions).size).toBe(actions.length);
  });
});
