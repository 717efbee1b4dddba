import { intercom } from '../../intercom/catalog.ts';
import { heroTools } from '../../intercom/workflows.ts';
import { desktopClient } from './desktop-client.ts';
import { serveBundled } from './serve-bundled.ts';

/** The server in a bundle of Intercom's tools. */
export async function serveDesktop(environment: NodeJS.ProcessEnv = process.env): Promise<void> {
  await serveBundled({ api: intercom, client: desktopClient, atLeast: heroTools }, environment);
}
