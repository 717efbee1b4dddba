import { describe, expect, test, vi } from 'vitest';
import { intercomProfile } from '../../../intercom/profile.ts';
import { agentTools } from '../../../runtime/agents/agent-tools.ts';
import { modes } from '../../../runtime/catalog/mode.ts';
import {
  CatalogChangedError,
  catalogDigest,
  createHttpHandler,
  createMcpServer,
  serveStdio,
} from '../../../runtime/mcp/index.ts';
import { openToolbox } from '../../../runtime/mcp/open-toolbox.ts';
import { ConfigError } from '../../../runtime/value/errors.ts';
import { plainRequest, readAnswer } from '../../support/mcp-post.ts';
import { catalog } from './support/catalog.ts';
import { options, type Setup } from './support/options.ts';
import { connections } from './support/session.ts';

const digest = catalogDigest(catalog);
const OTHER = `sha256-${'0'.repeat(64)}`;
const client = { exchange: () => Promise.reject(new Error('nothing is called')) };
const served = (setup?: Setup) => options(client, setup);

describe.each(Object.entries(connections))('%s', (_, connect) => {
  test('a server announces its tools to whoever connects, and to whoever lists them', async () => {
    await using session = await connect(served());
    const identity = { version: expect.stringMatching(/^\d+\.\d+\+[\da-f]{12}$/), digest };
    expect(session.client.getServerCapabilities()?.experimental).toEqual({ catalog: identity });
    expect((await session.client.listTools())._meta).toMatchObject({ catalog: identity });
  });

  test('it is the digest of the tools behind, whatever is listed, and by whatever name', async () => {
    const filter = { methods: ['read'] };
    await using plain = await connect(served({ filter }));
    const expected = plain.client.getServerCapabilities()?.experimental?.catalog;
    expect(expected).not.toMatchObject({ digest });
    for (const mode of ['discovery', 'code'] as const) {
      const toolbox = await openToolbox(mode, { profile: intercomProfile });
      await using session = await connect(served({ filter, toolbox, prefix: 'acme_', confirm: 'write' }));
      expect(session.client.getServerCapabilities()?.experimental?.catalog).toEqual(expected);
      expect((await session.client.listTools())._meta?.catalog).toEqual(expected);
    }
  });
});

describe('a server that expects', () => {
  const starts = {
    createMcpServer: (setup: Setup) => createMcpServer(served(setup)),
    serveStdio: (setup: Setup) => serveStdio(served(setup)),
    createHttpHandler: (setup: Setup) => createHttpHandler(served(setup)),
  };

  test.each(Object.entries(starts))('other tools is not made: %s', (_, start) => {
    expect(() => start({ expectCatalog: OTHER })).toThrow(CatalogChangedError);
    expect(() => start({ expectCatalog: digest, filter: { methods: ['read'] } })).toThrow(CatalogChangedError);
    expect(() => start({ expectCatalog: 'sha256-' })).toThrow(ConfigError);
  });

  test('its tools is, also by the beginning of the digest; others are served where that is only told of', () => {
    createMcpServer(served({ expectCatalog: digest }));
    createMcpServer(served({ expectCatalog: digest.slice(0, 19) }));
    const onCatalogChange = vi.fn();
    createMcpServer(served({ expectCatalog: OTHER, onCatalogChange }));
    expect(onCatalogChange).toHaveBeenCalledOnce();
  });
});

test('tools of an agent are held to what it expects, in every mode', async () => {
  for (const mode of modes) {
    await agentTools({ ...served(), mode, expectCatalog: digest });
    await expect(agentTools({ ...served(), mode, expectCatalog: OTHER })).rejects.toThrow(CatalogChangedError);
  }
});

describe('over HTTP', () => {
  const handler = createHttpHandler(served());
  const ask = (headers: Record<string, string>) => handler(plainRequest('tools/list', {}, { headers }));

  test.each([digest, digest.slice(7, 19)])('a request that expects these tools is answered: %s', async (expected) => {
    const response = await ask({ 'expect-catalog': expected });
    expect(response.status).toBe(200);
    expect(response.headers.get('catalog-digest')).toBe(digest);
  });

  test.each([
    ['other tools', OTHER, 412],
    ['what is no digest', 'latest', 400],
    ['nothing', '', 400],
  ])('one that expects %s is refused before anything is called', async (_, expected, status) => {
    const response = await ask({ 'expect-catalog': expected });
    expect(response.status).toBe(status);
    expect(response.headers.get('catalog-digest')).toBe(digest);
    const { error } = (await readAnswer(response)).message;
    expect(error?.code).toBe(-32000);
    if (status === 412) expect(error?.message).toContain(digest);
  });
});
