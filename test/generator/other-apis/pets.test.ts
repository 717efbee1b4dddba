import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InMemoryTransport, Client as McpClient } from '@modelcontextprotocol/client';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { toolLoader } from '../../../runtime/catalog/tool-loader.ts';
import { createClient } from '../../../runtime/client.ts';
import { createDiscovery, serveStdio } from '../../../runtime/mcp/index.ts';
import type { ApiProfile } from '../../../runtime/profile/api-profile.ts';
import { record } from '../../support/recorder.ts';
import { built, written } from './support/fixture.ts';

const pet = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    type: { type: 'string' },
    hatched_at: { type: 'integer', format: 'unix-time' },
    // Counts how often a pet was changed: no time, whatever it is called elsewhere.
    updated_at: { type: 'integer' },
    admin_assignee_id: { type: 'string', nullable: true },
    workspace_id: { type: 'string' },
    body: { type: 'string' },
  },
};

const facts = z.object({ apiTitle: z.string(), apiVersion: z.string(), timeKeys: z.array(z.string()) });

/** The tools of an API of pets, generated, and the profile that somebody would write for it. */
async function pets() {
  const { files, catalog } = await built(
    {
      '/pets/{id}': {
        get: {
          operationId: 'showPet',
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          responses: { 200: { description: '', content: { 'application/json': { schema: pet } } } },
        },
      },
    },
    { info: { title: 'Pets', version: '1' } },
  );
  const there = await written(files);
  const load = async (name: string) => await import(pathToFileURL(join(there.folder, name)).href);
  const { apiTitle, timeKeys } = facts.parse(await load('facts.ts'));
  const profile: ApiProfile = {
    id: 'acme',
    name: apiTitle,
    connection: { addresses: {}, authentication: 'bearer', environment: { token: 'PETS_TOKEN', baseUrl: 'PETS_URL' } },
    timeKeys: new Set(timeKeys),
  };
  const { modules } = await load('modules.ts');
  const [tool] = there.tools;
  if (tool === undefined) throw new Error('nothing was generated');
  return { ...there, profile, catalog, timeKeys, tool, loadTool: toolLoader(catalog, modules) };
}

const HATCHED = 1_770_000_000;
const answer = {
  id: '7',
  type: 'pet',
  hatched_at: HATCHED,
  updated_at: HATCHED + 1,
  admin_assignee_id: null,
  workspace_id: 'kennel',
  body: '<b> marks where it bites',
};

describe('an API that is not Intercom', () => {
  test('shows its own times, and a counter of a name that is a time elsewhere stays a number', async () => {
    await using api = await pets();
    expect(api.timeKeys).toEqual(['hatched_at']);
    await using upstream = await record(() => ({ body: answer }));
    const client = createClient({ profile: api.profile, token: 't', baseUrl: upstream.url });
    const shaped = await client.call(api.tool, { pet_id: '7' }, { shape: 'model' });
    expect(shaped).toMatchObject({ hatched_at: new Date(HATCHED * 1000).toISOString().replace('.000', '') });
    expect(shaped).toMatchObject({ updated_at: HATCHED + 1 });
    // What is noise, HTML or written by outsiders at Intercom is none here.
    expect(shaped).toMatchObject({ workspace_id: 'kennel', body: '<b> marks where it bites' });
    expect(shaped).not.toHaveProperty('untrusted');
    expect(upstream.requests[0]?.headers).not.toHaveProperty('intercom-version');
  });

  test('speaks of itself where a token is missing, malformed or refused, and where nothing can be reached', async () => {
    await using api = await pets();
    const { profile, tool } = api;
    const said: unknown[] = [];
    for (const token of [undefined, 'two words'])
      try {
        createClient({ profile, token, baseUrl: 'http://127.0.0.1:9' });
      } catch (error) {
        said.push(error);
      }
    try {
      createClient({ profile, token: 't' });
    } catch (error) {
      said.push(error);
    }
    for (const status of [400, 401, 403, 404, 409, 410, 422, 429, 500, 503]) {
      await using upstream = await record(() => ({ status, body: { message: 'no', field: 'name' } }));
      const client = createClient({ profile, token: 't', baseUrl: upstream.url });
      said.push(await client.call(tool, { pet_id: '7' }).catch((error: unknown) => error));
    }
    const texts = said.map((error) => `${Reflect.get(Object(error), 'message')} ${Reflect.get(Object(error), 'help')}`);
    expect(texts).toHaveLength(13);
    expect(texts[0]).toBe('No Pets access token is set. Set the environment variable PETS_TOKEN to an access token.');
    expect(texts[2]).toContain('No address of Pets is set. Give baseUrl, for example from PETS_URL.');
    expect(texts[4]).toContain('Ask for a valid credential of Pets');
    for (const text of texts) expect(text).not.toMatch(/intercom/i);
  });

  test('is called by its own name over MCP, tool by tool and by discovery, and no word of it is of Intercom', async () => {
    await using api = await pets();
    const { profile, catalog, loadTool } = api;
    await using upstream = await record(() => ({ body: answer }));
    const client = createClient({ profile, token: 't', baseUrl: upstream.url });
    for (const toolbox of [undefined, createDiscovery({ profile, from: catalog })]) {
      const [here, there] = InMemoryTransport.createLinkedPair();
      const server = serveStdio({ profile, catalog, loadTool, client, toolbox }, { transport: there });
      const connected = new McpClient({ name: 'test', version: '1' }, { versionNegotiation: { mode: 'auto' } });
      await connected.connect(here);
      const { tools } = await connected.listTools();
      const listed = JSON.stringify([connected.getServerVersion()?.name, connected.getInstructions(), tools]);
      expect(connected.getServerVersion()?.name).toBe('acme-mcp');
      expect(listed).not.toMatch(/intercom/i);
      await connected.close();
      await server.close();
    }
  });
});
