import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { ConfigError, ToolkitError } from '../../runtime/value/errors.ts';
import { locked } from '../files/locked.ts';
import { replaceFile } from '../files/replace-file.ts';
import { systemCode } from '../files/system-code.ts';
import { shownWords } from '../output/shown-words.ts';
import type { CommandClient, FileClient, McpClient, Scope } from './clients.ts';
import { type Edited, editSettings } from './edit-settings.ts';
import { keepBackup } from './keep-backup.ts';

/** What is to be done to a client's settings. */
export interface Change {
  readonly name: string;
  readonly scope: Scope;
  readonly dryRun: boolean;
  readonly force: boolean;
}

/** What was done, or would be in a dry run. */
export interface Changed {
  readonly action: Edited['action'];
  readonly path?: string;
  readonly backup?: string;
  readonly command?: string;
}

/** The file of a client's settings; throws {@link ConfigError} where it has none for projects. */
export function settingsPath({ title, path, projectPath }: FileClient, scope: Scope): string {
  if (scope === 'user') return path({ platform: process.platform, environment: process.env, home: homedir() });
  if (projectPath === undefined) throw noProjects(title);
  return resolve(projectPath);
}

/** Puts an entry into a client's file, or takes one out, with a backup of what was there; throws {@link ConfigError}, and has changed nothing then. */
export async function changeFile(
  client: FileClient,
  entry: object | undefined,
  { name, scope, dryRun, force }: Change,
): Promise<Changed> {
  const path = settingsPath(client, scope);
  const edit = async (): Promise<Changed> => {
    const before = await readSettings(path);
    const { text, action } = editSettings(path, before ?? '', { key: client.key, name, entry, force });
    if (action === 'none' || dryRun) return { action, path };
    const backup = before === undefined ? undefined : await keepBackup(path);
    await replaceFile(path, text, { mode: 0o600 });
    return { action, path, ...(backup !== undefined && { backup }) };
  };
  return dryRun ? edit() : locked(path, edit);
}

/** Lets a client's own program do it; throws where that is not there or fails. */
export async function runCommand(
  client: CommandClient,
  action: 'add' | 'remove',
  { args, scope, dryRun }: Pick<Change, 'scope' | 'dryRun'> & { readonly args: readonly string[] },
): Promise<Changed> {
  if (scope === 'project' && !client.hasProjects) throw noProjects(client.title);
  const command = shownWords([client.program, ...args]);
  if (dryRun) return { action, command };
  const child = spawn(client.program, args, { stdio: ['ignore', 2, 2] });
  const code = await once(child, 'exit').then(
    ([status]: unknown[]) => status,
    (cause: unknown) => {
      throw new ConfigError(
        `${client.title} cannot be told by itself: the program ${client.program} cannot be started (${systemCode(cause)}).`,
        `Where it is installed, run: ${command}`,
        { cause },
      );
    },
  );
  if (code === 0) return { action, command };
  throw new ToolkitError(
    'client_failed',
    `${client.program} ended with ${String(code)}; it says why above.`,
    `It was called so: ${command}`,
  );
}

/** Throws {@link ConfigError} for a project of a client that has only settings of a person. */
function noProjects(title: string): ConfigError {
  return new ConfigError(`${title} has no settings of a project.`, 'Leave --project out.');
}

async function readSettings(path: string): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path));
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return undefined;
    const reason = cause instanceof TypeError ? 'it is not text in UTF-8' : systemCode(cause);
    throw new ConfigError(`${path} cannot be read (${reason}).`, 'Look whether you may read it.', { cause });
  }
}

/** What a client's settings get, as one pastes it: for a file the object with the server in it, else the command. */
export function snippet(client: McpClient, name: string, entry: object, args: readonly string[]): string {
  if (client.kind === 'command') return shownWords([client.program, ...args]);
  return JSON.stringify({ [client.key]: { [name]: entry } }, null, 2);
}

/** What a person reads of it. */
export function told(
  { title, next }: McpClient,
  { action, path, backup, command }: Changed,
  { dryRun, text, name }: { dryRun: boolean; text: string; name: string },
): string {
  if (command !== undefined && dryRun) return `Would run:\n\n${command}`;
  if (command !== undefined) return action === 'remove' ? `${title} has it no more.` : `${title} has it. ${next}`;
  if (action === 'none') return `${path} stays as it is: there is nothing to change about ${JSON.stringify(name)}.`;
  const verbs = {
    add: ['Would add', 'Added'],
    replace: ['Would replace', 'Replaced'],
    remove: ['Would remove', 'Removed'],
  };
  const done = `${verbs[action][dryRun ? 0 : 1]} ${JSON.stringify(name)} in ${path}`;
  if (dryRun) return text === '' ? `${done}.` : `${done}:\n\n${text}`;
  return [
    `${done}.`,
    ...(backup === undefined ? [] : [`What was there is in ${backup}.`]),
    ...(action === 'remove' ? [] : [next]),
  ].join('\n');
}
