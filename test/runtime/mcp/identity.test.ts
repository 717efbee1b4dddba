import { describe, expect, test } from 'vitest';
import { intercom } from '../../../intercom/catalog.ts';
import { createClient } from '../../../intercom/client.ts';
import { learnAccount, type ServeOptions } from '../../../runtime/mcp/index.ts';
import { record, TOKEN } from '../../support/recorder.ts';
import { options } from './support/options.ts';
import { connections } from './support/session.ts';

const idle = { exchange: () => Promise.reject(new Error('no call was expected')) };

const me = {
  type: 'admin',
  id: '149302',
  name: 'Priya Nair',
  email: 'priya@acme.example',
  app: { type: 'app', id_code: 'ab12cd', name: 'Acme Inc.', region: 'EU', timezone: 'Europe/Dublin' },
};

describe.each(Object.entries(connections))('%s', (_, connect) => {
  test('two servers of two accounts introduce themselves as two', async () => {
    await using acme = await connect(options(idle, { account: { label: 'Acme EU' } }));
    await using other = await connect(options(idle, { account: { name: 'Bücher & Söhne' } }));
    const [one, two] = [acme, other].map(({ client }) => client.getServerVersion());
    expect(one).toMatchObject({
      name: 'intercom-acme-eu',
      title: 'Intercom: Acme EU',
      description: 'Tools of Intercom in the workspace Acme EU',
      websiteUrl: expect.stringMatching(/^https:/),
    });
    expect(two).toMatchObject({ name: 'intercom-bucher-sohne', title: 'Intercom: Bücher & Söhne' });
    expect(acme.client.getInstructions()).toContain('workspace "Acme EU"');
    expect(other.client.getInstructions()).toContain('workspace "Bücher & Söhne"');
  });

  test('has small icons for light and dark backgrounds', async () => {
    await using session = await connect(options(idle));
    const { icons = [] } = session.client.getServerVersion() ?? {};
    expect(icons.map(({ theme }) => theme)).toEqual(['light', 'dark']);
    for (const { src, mimeType } of icons) {
      expect(mimeType).toBe('image/svg+xml');
      expect(src.length).toBeLessThan(500);
      expect(atob(src.replace('data:image/svg+xml;base64,', ''))).toMatch(/^<svg xmlns=.*<\/svg>$/);
    }
  });

  test('is called by the API where nobody knows the account, and by its own name where it has one', async () => {
    await using unknown = await connect(options(idle));
    expect(unknown.client.getServerVersion()).toMatchObject({ name: 'intercom-mcp-toolkit', title: 'Intercom' });
    expect(unknown.client.getInstructions()).not.toContain('This is the');
    await using named = await connect(options(idle, { name: 'desk', title: 'Desk', instructions: 'Be kind.' }));
    expect(named.client.getServerVersion()).toMatchObject({ name: 'desk', title: 'Desk' });
    expect(named.client.getInstructions()).toBe('Be kind.');
  });

  test('learns the account from the API with one request, whatever is asked of it', async () => {
    await using upstream = await record(() => ({ body: me }));
    const client = createClient({ token: TOKEN, baseUrl: upstream.url });
    const findAccount = learnAccount({ ...intercom, client });
    for (let times = 0; times < 3; times += 1) {
      const settings: ServeOptions = { ...options(client), findAccount };
      await using session = await connect(settings);
      expect(session.client.getServerVersion()).toMatchObject({ name: 'intercom-acme-inc' });
      expect(session.client.getInstructions()).toContain(
        'workspace "Acme Inc." (id "ab12cd", region EU, time zone Europe/Dublin). You act as its admin "Priya Nair" (id 149302).',
      );
      await session.tools();
    }
    expect(upstream.requests.map(({ pathname }) => pathname)).toEqual(['/me']);
  });
});

const refusals: [string, Parameters<typeof record>[0]][] = [
  ['refuses the token', () => ({ status: 401, body: { errors: [] } })],
  ['answers something else', () => ({ body: ['what'] })],
  ['says nothing of itself', () => ({ body: { type: 'admin' } })],
  ['answers no JSON', () => ({ body: '<html>' })],
];

test.each(refusals)('an API that %s is served all the same, and left alone for a minute', async (_, answer) => {
  await using upstream = await record(answer);
  const client = createClient({ token: TOKEN, baseUrl: upstream.url });
  let uptime = 0;
  const findAccount = learnAccount({ ...intercom, client, uptime: () => uptime });
  for (let times = 0; times < 3; times += 1) expect(await findAccount()).toBeUndefined();
  expect(upstream.requests).toHaveLength(1);
  uptime += 60_001;
  expect(await findAccount()).toBeUndefined();
  expect(upstream.requests).toHaveLength(2);
});

test('nobody waits for an API that is silent', async () => {
  const { promise: answer, resolve } = Promise.withResolvers<void>();
  const client = {
    exchange: async () => {
      await answer;
      return { output: me, status: 200 } as never;
    },
  };
  const findAccount = learnAccount({ ...intercom, client, patience: 5 });
  expect(await findAccount()).toBeUndefined();
  resolve();
  await answer;
  // The answer that came late is known from then on.
  await expect.poll(findAccount).toMatchObject({ name: 'Acme Inc.' });
});
