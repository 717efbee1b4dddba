import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { packageVersion } from '../runtime/value/package-version.ts';
import { bundle } from './commands/bundle.ts';
import { call } from './commands/call.ts';
import { catalog } from './commands/catalog.ts';
import { doctor } from './commands/doctor.ts';
import { gateway } from './commands/gateway.ts';
import { generate } from './commands/generate.ts';
import { sandbox } from './commands/sandbox.ts';
import { serve } from './commands/serve.ts';
import { spec } from './commands/spec.ts';
import { start } from './commands/start.ts';
import { tools } from './commands/tools.ts';
import { examples } from './options/examples.ts';
import { fail } from './output/fail.ts';
import { exitOnClosedPipe } from './process/exit-on-closed-pipe.ts';
import { useProxy } from './process/use-proxy.ts';

const environment = `
Environment:
  INTERCOM_ACCESS_TOKEN  access token of the workspace
  INTERCOM_REGION        us (default), eu or au
  INTERCOM_BASE_URL      another address, such as http://127.0.0.1:4010 for the sample workspace
  HTTPS_PROXY, NO_PROXY  the proxy that requests go through, and hosts that need none`;

/** Runs the command that the process was called with; a failure is printed and sets the exit code. */
export async function runProgram(): Promise<void> {
  exitOnClosedPipe(process.stdout);
  const warning = useProxy(process.env);
  if (warning !== undefined) console.error(`intercom-mcp: warning: ${warning}`);
  await program().parseAsync().catch(fail);
}

function program(): CommandUnknownOpts {
  return new Command('intercom-mcp')
    .description("Intercom's API as tools that language models use well.")
    .version(packageVersion)
    .showHelpAfterError('(intercom-mcp --help lists the commands)')
    .addHelpText('after', environment)
    .addHelpText(
      'after',
      examples(
        'intercom-mcp start',
        'intercom-mcp tools --tags knowledge_base --methods read',
        `intercom-mcp call get_single_intercom_conversation_by_id '{"conversation_id":"104857392"}'`,
        'intercom-mcp serve --tags support',
        'intercom-mcp doctor',
      ),
    )
    .addCommand(start())
    .addCommand(gateway())
    .addCommand(sandbox())
    .addCommand(serve())
    .addCommand(bundle())
    .addCommand(tools())
    .addCommand(catalog())
    .addCommand(call())
    .addCommand(doctor())
    .addCommand(generate())
    .addCommand(spec());
}
