import { Command, CommanderError, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { apiVersion } from '../intercom/connection.ts';
import { packageVersion } from '../runtime/value/package-version.ts';
import { bundle } from './commands/bundle.ts';
import { call } from './commands/call.ts';
import { catalog } from './commands/catalog.ts';
import { completer, completion } from './commands/completion.ts';
import { doctor } from './commands/doctor.ts';
import { gateway } from './commands/gateway.ts';
import { generate } from './commands/generate.ts';
import { init } from './commands/init.ts';
import { install } from './commands/install.ts';
import { login } from './commands/login.ts';
import { logout } from './commands/logout.ts';
import { profiles } from './commands/profiles.ts';
import { sandbox } from './commands/sandbox.ts';
import { serve } from './commands/serve.ts';
import { spec } from './commands/spec.ts';
import { start } from './commands/start.ts';
import { tools } from './commands/tools.ts';
import { uninstall } from './commands/uninstall.ts';
import { whoami } from './commands/whoami.ts';
import { words } from './commands/words.ts';
import { environmentHelp, workspaceVariables } from './options/environment.ts';
import { examples } from './options/examples.ts';
import { exitCodes } from './output/exit-codes.ts';
import { fail } from './output/fail.ts';
import { UsageError } from './output/usage-error.ts';
import { exitOnClosedPipe } from './process/exit-on-closed-pipe.ts';
import { useProxy } from './process/use-proxy.ts';

const exits = `
Exit codes:
${Object.values(exitCodes)
  .map(({ code, when }) => `  ${String(code).padEnd(3)}  ${when}`)
  .join('\n')}`;

/** Runs the command that the process was called with. */
export async function runProgram(): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) exitOnClosedPipe(stream);
  const warning = useProxy(process.env);
  if (warning !== undefined) console.error(`intercom-mcp: warning: ${warning}`);
  await runLine(process.argv.slice(2));
}

/** Runs the command of a line's words; a failure is printed and sets the exit code. */
export async function runLine(line: readonly string[]): Promise<void> {
  try {
    await program(line[0]).parseAsync(line, { from: 'user' });
  } catch (error) {
    if (!isDone(error)) fail(error, { isJson: asksForJson(line) });
  }
}

/** Known before the options are read: what is wrong with those is told as JSON, too. */
function asksForJson(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  return words.slice(0, end < 0 ? undefined : end).some((word) => word === '--json' || word.startsWith('--json='));
}

/** Help and version end by an error, and are none. */
function isDone(error: unknown): boolean {
  return error instanceof CommanderError && error.exitCode === 0;
}

/** The commands in the order of the help; the options of one are made where it is called for, or all are. */
const commands: readonly (readonly [name: string, make: () => CommandUnknownOpts])[] = Object.entries({
  start,
  login,
  logout,
  whoami,
  profiles,
  install,
  uninstall,
  gateway,
  sandbox,
  serve,
  bundle,
  tools,
  catalog,
  call,
  doctor,
  init,
  generate,
  spec,
  words,
  completion,
});

/**
 * The whole command line, or only as much of it as a line needs that begins with a command's name. Whatever is wrong with a line is
 * thrown, as a {@link UsageError}.
 */
export function program(word?: string): CommandUnknownOpts {
  const whole = new Command('intercom-mcp')
    .description("Intercom's API as tools that language models use well.")
    .version(`${packageVersion} (Intercom API ${apiVersion})`)
    .addHelpText('after', environmentHelp(workspaceVariables))
    .addHelpText('after', exits)
    .addHelpText(
      'after',
      examples(
        'intercom-mcp start',
        'intercom-mcp call searchConversations --sandbox query.field=state query.operator== query.value=open',
        'intercom-mcp login',
        'intercom-mcp tools --search "reply to a customer"',
        'intercom-mcp serve --tags support',
        'intercom-mcp doctor',
      ),
    );
  const named = commands.filter(([name]) => name === word);
  for (const [, make] of named.length > 0 ? named : commands) whole.addCommand(make());
  if (named.length === 0)
    whole.addCommand(
      completer(() => program()),
      { hidden: true },
    );
  throwUsage(whole);
  return whole;
}

function throwUsage(command: CommandUnknownOpts): void {
  // It is printed with all other failures, and in their form.
  command.configureOutput({ outputError: () => {} }).exitOverride((error) => {
    throw error.exitCode === 0 ? error : new UsageError(command, error);
  });
  for (const below of command.commands) throwUsage(below);
}
