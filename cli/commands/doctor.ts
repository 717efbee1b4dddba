import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { examples } from '../options/examples.ts';
import { jsonOption } from '../options/json-option.ts';
import { workspaceCommand } from '../options/workspace-options.ts';
import { exitCodes } from '../output/exit-codes.ts';
import { paint } from '../output/paint.ts';
import { printJson } from '../output/print-json.ts';

/** `intercom-mcp doctor`: a list for people, an object for programs; exit code 1 if a check failed. */
export function doctor(): CommandUnknownOpts {
  return workspaceCommand('doctor')
    .description('check everything that the tools need: Node, token, region, API version, clock')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'intercom-mcp doctor',
        'intercom-mcp doctor --profile acme',
        'INTERCOM_REGION=eu intercom-mcp doctor --json checks.name,checks.status',
      ),
    )
    .action(async (flags, command) => {
      const [{ diagnose }, { report }, { surroundingsOf }, { chooseWorkspace }] = await Promise.all([
        import('../doctor/diagnose.ts'),
        import('../doctor/report.ts'),
        import('../doctor/surroundings-of.ts'),
        import('../workspace/choose-workspace.ts'),
      ]);
      const surroundings = await surroundingsOf(chooseWorkspace(command, flags));
      const diagnosis = await diagnose({ ...surroundings, nodeVersion: process.versions.node });
      if (!diagnosis.ok) process.exitCode = exitCodes.failed.code;
      if (flags.json) printJson(diagnosis, flags.json);
      else console.log(report(diagnosis, (format, words) => paint(process.stdout, format, words)));
    });
}
