import { readFile } from 'node:fs/promises';
import type { Api } from '../../runtime/catalog/api.ts';
import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import { CatalogChangedError } from '../../runtime/catalog/catalog-pin.ts';
import type { Box } from '../../runtime/code/box/box.ts';
import { createWorkerBox } from '../../runtime/code/box/worker-box.ts';
import type { Client } from '../../runtime/index.ts';
import { learnAccount, type ServeOptions, serveStdio } from '../../runtime/mcp/index.ts';
import { openToolbox } from '../../runtime/mcp/open-toolbox.ts';
import { servedTools } from '../../runtime/mcp/served-tools.ts';
import { ToolkitError } from '../../runtime/value/errors.ts';
import { stopOnSignal } from '../process/stop-on-signal.ts';
import { useProxy } from '../process/use-proxy.ts';
import { fillSettings } from './fill-settings.ts';
import { readSettings } from './read-settings.ts';
import { refusingClient } from './refusing-client.ts';

/** What the server in a bundle serves. */
export interface Bundled {
  readonly api: Api;
  /** A client by the settings in an environment; whatever is wrong with them is said by its calls. */
  readonly client: (environment: NodeJS.ProcessEnv) => Client;
  /** Tools that are listed where a setting is wrong, so that somebody calls one and is told. */
  readonly atLeast: readonly string[];
  readonly version?: string;
}

/**
 * Serves tools on stdin and stdout, by the settings in an environment. A setting that cannot be gone by ends nothing, since clients
 * show no more of a server that ended than that it did: some tools are listed, and each call says what to do.
 */
export async function serveBundled(bundled: Bundled, environment: NodeJS.ProcessEnv): Promise<void> {
  const warning = useProxy(environment);
  if (warning !== undefined) console.error(`intercom-mcp: warning: ${warning}`);
  const manifest: unknown = JSON.parse(await readFile(new URL('../manifest.json', import.meta.url), 'utf8'));
  const options = await optionsOf(bundled, fillSettings(environment, manifest)).catch((error: unknown) =>
    refusing(bundled, error),
  );
  stopOnSignal(serveStdio(options).close);
}

function refusing({ api, atLeast }: Bundled, error: unknown): ServeOptions {
  if (!(error instanceof ToolkitError)) throw error;
  const options = { ...api, client: refusingClient(error), instructions: error.message };
  // Of tools that are not to be told of, nothing is told.
  if (error instanceof CatalogChangedError) return { ...options, catalog: api.catalog.slice(0, 1).map(withoutWords) };
  return { ...options, filter: { methods: atLeast } };
}

async function optionsOf(
  { api, client: open, version }: Bundled,
  environment: NodeJS.ProcessEnv,
): Promise<ServeOptions> {
  const { mode, confirm, tags, methods, expectCatalog } = readSettings(environment);
  const filter = { tags, methods };
  servedTools({ ...api, filter, expectCatalog });
  const client = open(environment);
  const box = mode === 'code' ? await openBox() : undefined;
  const toolbox = await openToolbox(mode, { ...api, from: api.catalog, confirm, box });
  const findAccount = learnAccount({ ...api, client });
  return { ...api, filter, client, toolbox, confirm, findAccount, ...(version !== undefined && { version }) };
}

function withoutWords(tool: CatalogEntry): CatalogEntry {
  const inputSchema = { type: 'object', additionalProperties: false } as const;
  return { ...tool, title: 'Why there are no tools', description: 'Says why no tools are offered.', inputSchema };
}

/** The engine and the thread's program lie beside the server: there are no packages in a bundle. */
async function openBox(): Promise<Box> {
  const file = new URL('./quickjs.wasm', import.meta.url);
  return createWorkerBox({ wasm: await WebAssembly.compile(await readFile(file)) });
}
