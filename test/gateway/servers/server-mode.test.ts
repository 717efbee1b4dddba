import { expect, test } from 'vitest';
import { changeConfig } from '../../../gateway/api/servers/check-config.ts';
import { readServerConfig } from '../../../gateway/servers/server-config.ts';
import { testGateway } from '../support/gateway.ts';

const stored: readonly [string, string][] = [
  ['{"methods":["read"]}', 'list'],
  ['{"discovery":true}', 'discovery'],
  ['{"discovery":false}', 'list'],
  ['{"discovery":true,"mode":"discovery"}', 'discovery'],
  ['{"discovery":false,"mode":"code"}', 'code'],
  ['{"mode":"code"}', 'code'],
];

test.each(stored)('the stored configuration %s is of the mode %s, and says so alone', (json, mode) => {
  const config = readServerConfig(json);
  expect(config).toMatchObject({ mode });
  expect(config).not.toHaveProperty('discovery');
});

test('the old name of a mode changes what is stored, and null brings the list back', async () => {
  await using gateway = await testGateway();
  const id = await gateway.account();
  const path = `/integrated-account/${id}/mcp`;
  const { status, body } = await gateway.api('POST', path, { name: 'Desk', config: { discovery: true } });
  expect({ status, config: body.config }).toMatchObject({ status: 201, config: { mode: 'discovery' } });
  expect(body.config).not.toHaveProperty('discovery');
  const modeAfter = async (config: object) =>
    (await gateway.api('PATCH', `${path}/${body.id}`, { config })).body.config.mode;
  expect(await modeAfter({ discovery: false })).toBe('list');
  expect(await modeAfter({ mode: 'code' })).toBe('code');
  expect(await modeAfter({ discovery: true })).toBe('discovery');
  expect(await modeAfter({ discovery: null })).toBe('list');
  expect(await modeAfter({ discovery: null, mode: 'code' })).toBe('code');
});

test('a configuration that was stored before there were modes is changed as any other', () => {
  const config = changeConfig(readServerConfig('{"methods":["read"],"discovery":true}'), { code_calls: 5 });
  expect(config).toMatchObject({ mode: 'discovery', code_calls: 5 });
  expect(changeConfig(config, { mode: null, code_calls: null })).not.toHaveProperty('code_calls');
});
