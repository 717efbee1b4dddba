import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { refuseIdle } from '../options/idle-options.ts';
import { refuseSampleOptions } from '../options/sample-options.ts';
import type { WorkspaceCommandFlags } from '../options/workspace-options.ts';
import { type Connection, findConnection } from '../profiles/connection.ts';
import { sandboxOptions } from './sandbox-options.ts';

/** A workspace to work with; `fetch` where it is a sample one of this process. */
export interface ChosenWorkspace extends Connection {
  readonly fetch?: typeof fetch;
}

/** The workspace that a command line asks for; throws for options that would have no effect on it. */
export async function chooseWorkspace(
  command: CommandUnknownOpts,
  flags: WorkspaceCommandFlags,
): Promise<ChosenWorkspace> {
  if (!flags.sandbox) {
    refuseSampleOptions(command, {
      because: 'without --sandbox the tools call Intercom',
      help: 'Add --sandbox for a sample workspace, or leave them out.',
    });
    return findConnection(flags);
  }
  refuseIdle(command, flags, ['profile', 'region'], {
    because: 'with --sandbox the tools call a sample workspace in this process',
    help: 'Leave them out, or --sandbox.',
  });
  const { createSandbox } = await import('../../sandbox/index.ts');
  const { fetch } = createSandbox(sandboxOptions(flags));
  const { apiVersion: version } = flags;
  return { token: 'sandbox', baseUrl: 'http://localhost', version, source: '--sandbox', fetch };
}
