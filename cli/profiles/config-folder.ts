import { posix, win32 } from 'node:path';

/** The variable that names another folder for what the command keeps. */
export const FOLDER_VARIABLE = 'INTERCOM_MCP_CONFIG_DIR';

/** What decides where settings are kept. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  readonly home: string;
}

/**
 * Where a program keeps its settings: `%APPDATA%` on Windows, `~/Library/Application Support` on macOS, elsewhere what the
 * XDG Base Directory Specification says.
 */
export function configHome({ platform, environment, home }: Machine): string {
  if (platform === 'win32') return environment.APPDATA || win32.join(home, 'AppData', 'Roaming');
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support');
  const { XDG_CONFIG_HOME = '' } = environment;
  // A relative one is to be ignored.
  return posix.isAbsolute(XDG_CONFIG_HOME) ? XDG_CONFIG_HOME : posix.join(home, '.config');
}

/** Where the command keeps its profiles. */
export function configFolder(machine: Machine): string {
  const own = machine.environment[FOLDER_VARIABLE];
  if (own) return own;
  const { join } = machine.platform === 'win32' ? win32 : posix;
  return join(configHome(machine), 'intercom-mcp');
}
