import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from '../../../../generator/diagnostics/diagnostics.ts';
import { build } from '../../../../generator/generate-anew.ts';
import type { Json } from '../../../../generator/json/json-schema.ts';
import type { CatalogEntry } from '../../../../runtime/catalog/catalog.ts';
import { createClient } from '../../../../runtime/client.ts';
import type { ClientOptions } from '../../../../runtime/client-options.ts';
import type { CallingProfile } from '../../../../runtime/profile/calling-profile.ts';
import type { Connection } from '../../../../runtime/profile/connection.ts';
import type { Tool } from '../../../../runtime/tool/tool.ts';
import { root, written } from '../../other-apis/support/fixture.ts';

/** A description to generate from: as a document, or as text where its syntax is what counts. */
export interface Source {
  readonly doc?: Json;
  readonly text?: string;
  /** The ending of the file's name; `json` unless said otherwise. */
  readonly ending?: 'json' | 'yaml';
  /** Other files beside it, by their relative paths. */
  readonly files?: Readonly<Record<string, string>>;
  /** The text of one overlay. */
  readonly overlay?: string;
}

/** A request as it went over the wire. */
export interface Sent {
  readonly url: URL;
  /** The address as it was handed to fetch, before anything read it. */
  readonly raw: string;
  readonly method: string;
  readonly headers: Headers;
  readonly bytes: Buffer;
  readonly text: string;
  /** What the client answered. */
  readonly output: unknown;
}

/** Settings of {@link Generated.send}. */
export interface SendOptions extends Partial<Omit<ClientOptions, 'fetch'>> {
  /** The name of the tool; the first one unless said otherwise. */
  readonly tool?: string;
  readonly answer?: () => Response;
}

/** The tools of a description, written to the disk and loaded. */
export interface Generated extends AsyncDisposable {
  readonly folder: string;
  readonly catalog: readonly CatalogEntry[];
  readonly diagnostics: readonly Diagnostic[];
  readonly files: ReadonlyMap<string, string>;
  readonly tools: readonly Tool[];
  /** The connection record, as importers have it. */
  readonly connection: Connection;
  /** Calls a tool; rejects as the client does. */
  readonly send: (args: unknown, options?: SendOptions) => Promise<Sent>;
}

/** The profile that tools are called with, unless said otherwise. */
export const PROFILE: CallingProfile = {
  id: 'acme',
  name: 'Acme',
  connection: {
    addresses: { live: 'https://api.example.test/v1' },
    defaultRegion: 'live',
    authentication: 'bearer',
    environment: { token: 'ACME_TOKEN' },
  },
};

/** Generates from a description all that `generate` would write, and loads it; rejects with what `build` rejects with. */
export async function generated({ doc, text, ending = 'json', files = {}, overlay }: Source): Promise<Generated> {
  const place = join(root, randomUUID());
  const spec = join(place, `spec.${ending}`);
  const overlays = join(place, 'overlays');
  const sources = { ...files, ...(overlay !== undefined && { 'overlays/tools.yaml': overlay }) };
  try {
    await mkdir(place, { recursive: true });
    await writeFile(spec, text ?? JSON.stringify(doc));
    for (const [name, content] of Object.entries(sources)) {
      await mkdir(dirname(join(place, name)), { recursive: true });
      await writeFile(join(place, name), content);
    }
    const { files: texts, ...made } = await build({
      ...{ spec, name: 'acme', runtime: '../../../runtime/tool/index.ts' },
      ...(overlay !== undefined && { overlays }),
    });
    const loaded = await written(texts);
    const { connection }: { connection: Connection } = await import(
      pathToFileURL(join(loaded.folder, 'connection.ts')).href
    );
    return { ...loaded, connection, files: texts, catalog: made.catalog, diagnostics: made.diagnostics, send };

    async function send(args: unknown, { tool: name, answer, ...options }: SendOptions = {}): Promise<Sent> {
      const wanted = name ?? made.catalog[0]?.name;
      const tool = loaded.tools.find((one) => one.name === wanted);
      if (tool === undefined) throw new Error(`there is no tool ${wanted}`);
      let sent: Omit<Sent, 'output'> | undefined;
      const client = createClient({
        ...{ profile: PROFILE, token: 't0ken', version: null },
        ...options,
        fetch: async (input, init) => {
          const request = new Request(input, { ...init, ...(init?.body && { duplex: 'half' }) });
          const bytes = Buffer.from(await request.arrayBuffer());
          const { method, headers } = request;
          const raw = input instanceof Request ? input.url : String(input);
          sent = { url: new URL(request.url), raw, method, headers, bytes, text: bytes.toString() };
          return answer?.() ?? Response.json({});
        },
      });
      const { output } = await client.exchange(tool, args);
      if (sent === undefined) throw new Error('nothing was sent');
      return { ...sent, output };
    }
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
