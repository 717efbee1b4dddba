import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { judge } from './judges.ts';
import { type Ended, run } from './packed.ts';

const cli = judge('@anthropic-ai/mcpb/dist/cli/cli.js');

/** Whether the official tool for bundles is installed; said loudly where not. */
export const mcpbInstalled = existsSync(cli);
if (!mcpbInstalled) console.warn('SKIPPED: no @anthropic-ai/mcpb; install it with npm ci --prefix test/package');

/** Runs the official tool. */
export function mcpb(args: readonly string[], cwd: string): Promise<Ended> {
  return run(process.execPath, [cli, ...args], cwd);
}

const config = z.object({ command: z.string(), args: z.array(z.string()), env: z.record(z.string(), z.string()) });

/** How Claude Desktop starts an unpacked bundle, by the official library: the manifest's command, with what a user filled in. */
export async function startOf(folder: string, filled: Readonly<Record<string, unknown>>) {
  const { getMcpConfigForManifest } = await import(judge('@anthropic-ai/mcpb/dist/node.js'));
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  const given = { manifest, extensionPath: folder, systemDirs: {}, userConfig: filled, pathSeparator: '/' };
  const made: unknown = await getMcpConfigForManifest(given);
  if (made === undefined) throw new Error('A required setting is empty: the client does not start it.');
  return config.parse(made);
}
