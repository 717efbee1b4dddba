import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { NO_SANDBOX, noApiOption } from '../options/api-option.ts';
import { examples } from '../options/examples.ts';
import { sampleCommand } from '../options/sample-options.ts';
import { parsePort } from '../options/value-parsers.ts';
import { paint } from '../output/paint.ts';
import { stopOnSignal } from '../process/stop-on-signal.ts';
import { sandboxOptions } from '../workspace/sandbox-options.ts';

/** `intercom-mcp sandbox`: a sample workspace on 127.0.0.1; prints its address alone on standard output. */
export function sandbox(): CommandUnknownOpts {
  return sampleCommand('sandbox')
    .addOption(noApiOption(NO_SANDBOX))
    .description('start a sample workspace that answers as Intercom does, on 127.0.0.1')
    .option('--port <port>', 'port to listen on; 0 takes a free one', parsePort, 4010)
    .addHelpText(
      'after',
      examples('intercom-mcp sandbox', 'intercom-mcp sandbox --fail 5% --rate-limit 20 --latency 100-300'),
    )
    .action(async ({ port, ...sample }) => {
      const { openSandbox } = await import('../workspace/open-sandbox.ts');
      const { url, close } = await openSandbox(port, sandboxOptions(sample));
      console.log(url);
      console.error(guide(url));
      stopOnSignal(close);
    });
}

function guide(url: string): string {
  const more = `GET ${url}/_sandbox/changes shows what was changed, POST ${url}/_sandbox/reset starts anew.`;
  return [
    '',
    'A sample workspace that answers as Intercom does. To use it, in another terminal:',
    '',
    `  export INTERCOM_BASE_URL=${url} INTERCOM_ACCESS_TOKEN=sandbox`,
    '',
    paint(process.stderr, 'dim', more),
  ].join('\n');
}
