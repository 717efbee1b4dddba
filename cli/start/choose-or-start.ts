import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { refuseIdle } from '../options/idle-options.ts';
import { refuseSampleOptions } from '../options/sample-options.ts';
import type { WorkspaceCommandFlags } from '../options/workspace-options.ts';
import { type Connection, findConnection } from '../profiles/connection.ts';

/** The workspace that there is a token for; undefined where a sample one is to be started. Throws for options that would have no effect. */
export async function chooseOrStart(
  command: CommandUnknownOpts,
  flags: WorkspaceCommandFlags,
): Promise<Connection | undefined> {
  const connection = flags.sandbox ? undefined : await findConnection(flags);
  if (connection?.token === undefined) {
    refuseIdle(command, flags, ['profile', 'region'], {
      because: 'a sample workspace is started',
      help: 'Leave them out, or log in first.',
    });
    return undefined;
  }
  refuseSampleOptions(command, {
    because: `the tools use the workspace of ${connection.source}`,
    help: 'Add --sandbox for a sample workspace, or leave them out.',
  });
  return connection;
}
