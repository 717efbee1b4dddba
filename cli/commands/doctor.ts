import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import type { Diagnosis } from '../doctor/diagnose.ts';
import { examples } from '../options/examples.ts';
import { jsonOption } from '../options/json-option.ts';
import { type TargetCommandFlags, targetCommand } from '../options/workspace-options.ts';
import { exitCodes } from '../output/exit-codes.ts';
import { paint } from '../output/paint.ts';
import { printJson } from '../output/print-json.ts';

/** `intercom-mcp doctor`: a list for people, an object for programs; exit code 1 if a check failed. */
export function doctor(): CommandUnknownOpts {
  return targetCommand('doctor')
    .description('check everything that the tools need: Node, credentials, address, API version, clock')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'intercom-mcp doctor',
        'intercom-mcp doctor --profile acme',
        'INTERCOM_REGION=eu intercom-mcp doctor --json checks.name,checks.status',
        'intercom-mcp doctor --api generated/petstore --variables .env',
      ),
    )
    .action(async (flags, command) => {
      const { report } = await import('../doctor/report.ts');
      const { api } = flags;
      const diagnosis = await (api === undefined ? ofWorkspace(command, flags) : ofApi(command, { ...flags, api }));
      if (!diagnosis.ok) process.exitCode = exitCodes.failed.code;
      if (flags.json) printJson(diagnosis, flags.json);
      else console.log(report(diagnosis, (format, words) => paint(process.stdout, format, words)));
    });
}

async function ofWorkspace(command: CommandUnknownOpts, flags: TargetCommandFlags): Promise<Diagnosis> {
  const [{ diagnose }, { surroundingsOf }, { chooseWorkspace }, { refuseApiOptions }] = await Promise.all([
    import('../doctor/diagnose.ts'),
    import('../doctor/surroundings-of.ts'),
    import('../workspace/choose-workspace.ts'),
    import('../api/choose-api.ts'),
  ]);
  refuseApiOptions(command, flags);
  const surroundings = await surroundingsOf(chooseWorkspace(command, flags));
  return await diagnose({ ...surroundings, nodeVersion: process.versions.node });
}

async function ofApi(
  command: CommandUnknownOpts,
  flags: TargetCommandFlags & { readonly api: string },
): Promise<Diagnosis> {
  const [{ diagnoseApi }, { refuseWorkspaceOptions, settingsOf }, { loadApi }, { readEnvironment }] = await Promise.all(
    [
      import('../doctor/diagnose-api.ts'),
      import('../api/choose-api.ts'),
      import('../api/load-api.ts'),
      import('../api/read-environment.ts'),
    ],
  );
  refuseWorkspaceOptions(command, flags);
  const environment = await readEnvironment(flags.variables);
  return await diagnoseApi({
    load: () => loadApi(flags.api),
    settings: (loaded) => settingsOf(flags, loaded, environment),
    ...{ environment, nodeVersion: process.versions.node },
  });
}
