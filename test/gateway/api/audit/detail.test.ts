import { describe, expect, test } from 'vitest';
import { ADMIN_KEY, PUBLIC_URL } from '../../support/gateway.ts';
import { connect, startApi } from '../support/fixture.ts';

const write = { actor: 'url', action: 'tools/call', tool: 'create_a_intercom_tag', server_id: 's1' } as const;

describe('one entry of the audit log', () => {
  test('has the other entries of its call with it', async () => {
    await using gateway = await startApi();
    const { api } = gateway;
    const id = await connect(gateway);
    const { record } = gateway.gateway.context.audit;
    await record({ ...write, account_id: id, status: 'begun', call_id: 'c1' });
    await record({ ...write, account_id: id, status: 'ok', call_id: 'c1' });
    await record({ ...write, account_id: id, status: 'ok', call_id: 'c2' });
    const { result } = (await api('GET', '/audit')).body;
    const [alone, outcome, begun, created] = result;
    expect((await api('GET', `/audit/${outcome.id}`)).body).toEqual({ ...outcome, related: [begun] });
    expect((await api('GET', `/audit/${begun.id}`)).body).toEqual({ ...begun, related: [outcome] });
    expect((await api('GET', `/audit/${alone.id}`)).body.related).toEqual([]);
    expect((await api('GET', `/audit/${created.id}`)).body).toMatchObject({ action: 'account.create', related: [] });
  });

  test('says of which program it was, by which the log and its export are filtered', async () => {
    await using gateway = await startApi();
    const id = await connect(gateway);
    const { record } = gateway.gateway.context.audit;
    for (const program_id of ['p1', 'p2', null]) await record({ ...write, account_id: id, status: 'ok', program_id });
    for (const path of ['/audit', `/integrated-account/${id}/audit`]) {
      const { body } = await gateway.api('GET', `${path}?program_id=p1`);
      expect(body.result.map((entry: { program_id: string }) => entry.program_id)).toEqual(['p1']);
    }
    const { body: lines } = await gateway.api('GET', '/audit/export?program_id=p2');
    expect(JSON.parse(lines)).toMatchObject({ program_id: 'p2' });
    const [{ id: last }] = (await gateway.api('GET', '/audit')).body.result;
    expect((await gateway.api('GET', `/audit/${last}`)).body).toMatchObject({ program_id: null });
  });

  test('is not there for an operator of other accounts', async () => {
    await using gateway = await startApi();
    const { api } = gateway;
    const [id, other] = [await connect(gateway), await connect(gateway, { label: 'Other' })];
    const { record } = gateway.gateway.context.audit;
    await record({ ...write, account_id: id, status: 'begun', call_id: 'c1' });
    await record({ ...write, account_id: other, status: 'ok', call_id: 'c1' });
    await record({ actor: 'anyone', action: 'refuse', status: 'wrong_admin_key' });
    const { key } = (await api('POST', '/admin-key', { name: 'desk', role: 'operator', integrated_account_ids: [id] }))
      .body;
    const { result } = (await api('GET', '/audit')).body;
    const asked = async (entry: { id: string }) => {
      const { status, body } = await api('GET', `/audit/${entry.id}`, undefined, { authorization: `Bearer ${key}` });
      return status === 200 ? body : status;
    };
    const [, refused, foreign, own] = result;
    expect(await asked(own)).toEqual({ ...own, related: [] });
    expect([await asked(foreign), await asked(refused)]).toEqual([404, 404]);
  });
});

describe('an export', () => {
  test('is a file of lines, or of a table whose cells no spreadsheet takes for formulas', async () => {
    await using gateway = await startApi();
    const id = await connect(gateway);
    const { record } = gateway.gateway.context.audit;
    const names = ['=cmd|calc', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', 'a "quoted", name', 'two\n=lines', '＝1'];
    for (const actor_name of names)
      await record({ ...write, account_id: id, status: 'ok', actor_name, arguments: '{"id":"string"}' });
    const ask = (query: string) => {
      const headers = { authorization: `Bearer ${ADMIN_KEY}` };
      return gateway.gateway.fetch(new Request(`${PUBLIC_URL}/audit/export?${query}`, { headers }));
    };
    const csv = await ask('format=csv&action=tools/call');
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="audit-2026-11-25.csv"');
    const [head = [], ...rows] = readCsv(await csv.text());
    expect(head.slice(0, 3)).toEqual(['id', 'at', 'seq']);
    const column = (name: string) => rows.map((row) => row[head.indexOf(name)]);
    expect(column('actor_name')).toEqual(names.map((name) => (/^[=+\-@\t\r＝]/.test(name) ? `'${name}` : name)));
    expect(new Set(column('arguments'))).toEqual(new Set(['{"id":"string"}']));
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([head.length]));
    const lines = await ask('action=tools/call');
    expect(lines.headers.get('content-type')).toBe('application/x-ndjson');
    expect(lines.headers.get('content-disposition')).toBe('attachment; filename="audit-2026-11-25.ndjson"');
    const read = (await lines.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(read.map(({ actor_name }) => actor_name)).toEqual(names);
    expect(Object.keys(read[0])).toEqual(head);
    expect((await ask('format=xlsx')).status).toBe(400);
    expect((await (await ask('format=csv&action=nothing')).text()).split('\r\n')).toEqual([
      head.map((name) => `"${name}"`).join(),
      '',
    ]);
  });
});

/** The cells of a table as RFC 4180 has them. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (end === '' && row.length === 0) break;
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
