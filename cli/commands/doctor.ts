import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { examples } from '../options/examples.ts';
import { subcommand } from '../options/subcommand.ts';
import { paint } from '../output/paint.ts';

/** `intercom-mcp doctor`: a list for people, an object for programs; exit code 1 if a check failed. */
export function doctor(): CommandUnknownOpts {
  return subcommand('doctor')
    .description('check everything that the tools need: Node, token, region, API version, clock')
    .option('--json', 'as JSON')
    .addHelpText('after', examples('intercom-mcp doctor', 'INTERCOM_REGION=eu intercom-mcp doctor --json'))
    .action(async ({ json }) => {
      const [{ diagnose }, { report }] = await Promise.all([
        import('../doctor/diagnose.ts'),
        import('../doctor/report.ts'),
      ]);
      const diagnosis = await diagnose({ environment: process.env, nodeVersion: process.versions.node });
      const text = json
        ? JSON.stringify(diagnosis, null, 2)
        : report(diagnosis, (format, words) => paint(process.stdout, format, words));
      console.log(text);
      if (!diagnosis.ok) process.exitCode = 1;
    });
}
