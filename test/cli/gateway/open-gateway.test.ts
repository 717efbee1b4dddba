import { expect, test } from 'vitest';
import { openGateway } from '../../../cli/gateway/open-gateway.ts';

const settings = { port: 0, store: ':memory:', log: 'silent' };

test('what the command is told reaches the gateway', async () => {
  await using listening = await openGateway({
    ...settings,
    ...{ audit: 'best-effort', accountLimit: 11, addressLimit: 12, publicUrl: 'https://mcp.example.com/' },
  });
  expect(listening.gateway.context).toMatchObject({
    ...{ auditMode: 'best-effort', accountLimit: 11, addressLimit: 12, publicUrl: 'https://mcp.example.com' },
  });
});

test('no write goes out without its line unless the operator chose so', async () => {
  await using listening = await openGateway(settings);
  expect(listening.gateway.context.auditMode).toBe('required');
});
