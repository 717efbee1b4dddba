import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packageVersion } from '../../runtime/value/package-version.ts';
import type { ServerStart } from './clients.ts';

/** Where this command runs from. */
export interface Running {
  readonly platform: NodeJS.Platform;
  /** The Node that runs it. */
  readonly node: string;
  /** Its own program. */
  readonly script: string;
}

/** The start of this very command: from the sources of a checkout, or as it was built. */
function running(): Running {
  const source = new URL('../intercom-mcp.js', import.meta.url);
  const script = existsSync(source) ? source : new URL('../../../cli/intercom-mcp.js', import.meta.url);
  return { platform: process.platform, node: process.execPath, script: fileURLToPath(script) };
}

/**
 * How a client starts the server with these options. What npx runs is gone when npx clears up, so that npx starts it there too,
 * in the same version; anything else is started where it is, by the Node that it runs with: clients with windows know no PATH
 * of shells.
 */
export function serverStart(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  { platform, node, script }: Running = running(),
): ServerStart {
  if (!/[/\\]_npx[/\\]/.test(script)) return { command: node, args: [script, 'serve', ...args], env };
  const words = ['npx', '-y', `intercom-mcp-toolkit@${packageVersion}`, 'serve', ...args];
  // There npx is a script, which only a shell starts.
  const [command = '', ...rest] = platform === 'win32' ? ['cmd', '/c', ...words] : words;
  return { command, args: rest, env };
}
