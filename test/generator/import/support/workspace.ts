import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { prepareUpdate, type UpdateOptions } from '../../../../generator/import/index.ts';
import { type LoopbackServer, serveLoopback } from '../../../support/serve-loopback.ts';

/** A folder to import into, and servers on this machine; both are new for each test. */
export function workspace() {
  let folder = '';
  let servers: LoopbackServer[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'import-'));
    servers = [];
  });

  afterEach(async () => {
    for (const server of servers) await server[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  const path = (...names: string[]): string => join(folder, ...names);
  const dir = (): string => path('specs', 'widgets');
  return {
    path,
    dir,
    read: (name: string): Promise<string> => readFile(join(dir(), name), 'utf8'),

    /** Saves a description and returns its path. */
    save: async (text: string | Uint8Array): Promise<string> => {
      await writeFile(path('description.yaml'), text);
      return path('description.yaml');
    },

    /** Imports a description from a file or an address, and writes at once. */
    update: async (from: string, more: Partial<UpdateOptions> = {}) => {
      const { summary, report, write } = await prepareUpdate({
        ...{ from, apiVersion: '2.16', dir: dir(), today: '2026-01-02', ...more },
      });
      return { summary, report, written: await write() };
    },

    /** The address of a server that answers like this. */
    serve: async (answer: RequestListener): Promise<string> => {
      const server = await serveLoopback(answer);
      servers.push(server);
      return server.url;
    },

    /** Ends the server that was started last. */
    stop: async (): Promise<void> => {
      await servers.pop()?.[Symbol.asyncDispose]();
    },
  };
}
