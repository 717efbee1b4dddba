import { readFile } from 'node:fs/promises';
import { catalog, intercom } from '../../intercom/catalog.ts';
import { heroTools } from '../../intercom/workflows.ts';
import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import { CatalogChangedError } from '../../runtime/catalog/catalog-pin.ts';
import type { Box } from '../../runtime/code/box/box.ts';
import { createWorkerBox } from '../../runtime/code/box/worker-box.ts';
import { learnAccount, type ServeOptions, serveStdio } from '../../runtime/mcp/index.ts';
import { openToolbox } from '../../runtime/mcp/open-toolbox.ts';
import { servedTools } from '../../runtime/mcp/served-tools.ts';
import { ToolkitError } from '../../runtime/value/errors.ts';
import { stopOnSignal } from '../process/stop-on-signal.ts';
import { useProxy } from '../process/use-proxy.ts';
import { desktopClient } from './desktop-client.ts';
import { fillSettings } from './fill-settings.ts';
import { readSettings } from './read-settings.ts';
import { refusingClient } from './refusing-client.ts';

/**
 * The server in a bundle, on stdin and stdout, by the settings in its environment. A setting that cannot be gone by ends nothing,
 * since clients show no more of a server that ended than that it did: some tools are listed, and each call says what to do.
 */
export async function serveDesktop(environment: NodeJS.ProcessEnv = process.env): Promise<void> {
  const warning = useProxy(environment);
  if (warning !== undefined) console.error(`intercom-mcp: warning: ${warning}`);
  const manifest: unknown = JSON.parse(await readFile(new URL('../manifest.json', import.meta.url), 'utf8'));
  const options = await optionsOf(fillSettings(environment, manifest)).catch((error: unknown): ServeOptions => {
    if (!(error instanceof ToolkitError)) throw error;
    const refusing = { ...intercom, client: refusingClient(error), instructions: error.message };
    // Of tools that are not to be told of, nothing is told.
    if (error instanceof CatalogChangedError) return { ...refusing, catalog: catalog.slice(0, 1).map(withoutWords) };
    return { ...refusing, filter: { methods: heroTools } };
  });
  stopOnSignal(serveStdio(options).close);
}

async function optionsOf(environment: NodeJS.ProcessEnv): Promise<ServeOptions> {
  const { mode, confirm, tags, methods, expectCatalog } = readSettings(environment);
  const filter = { tags, methods };
  servedTools({ ...intercom, filter, expectCatalog });
  const client = desktopClient(environment);
  const box = mode === 'code' ? await openBox() : undefined;
  const toolbox = await openToolbox(mode, { ...intercom, from: catalog, confirm, box });
  return { ...intercom, filter, client, toolbox, confirm, findAccount: learnAccount({ ...intercom, client }) };
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
