import { afterEach, expect, test, vi } from 'vitest';
import { openGateway } from '../../../cli/gateway/open-gateway.ts';
import { generatedFolder } from '../api/support/pets.ts';

afterEach(() => vi.unstubAllEnvs());

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

test('it connects accounts of other APIs too, at the address that their variables say', async () => {
  await using pets = await generatedFolder();
  vi.stubEnv('PETS_BASE_URL', 'http://127.0.0.1:9/pets');
  await using listening = await openGateway({ ...settings, apis: [pets.folder] });
  const { all } = listening.gateway.context.apis;
  expect(all.map(({ id }) => id)).toEqual(['intercom', 'pets']);
  expect(all[1]?.addresses).toEqual({ default: 'http://127.0.0.1:9/pets' });
  await using alone = await openGateway({ ...settings, apis: [pets.folder], intercom: false });
  expect(alone.gateway.context.apis.all.map(({ id }) => id)).toEqual(['pets']);
});

test('an API that is named twice, and a folder without one, are refused at the start', async () => {
  await using pets = await generatedFolder();
  await expect(openGateway({ ...settings, apis: [pets.folder, pets.folder] })).rejects.toThrow(
    'Two APIs are called pets',
  );
  await expect(openGateway({ ...settings, apis: ['/nowhere'] })).rejects.toThrow(/nowhere/);
});
