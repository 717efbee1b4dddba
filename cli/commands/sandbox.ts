import { listen } from '../workspace/listen-sandbox.ts';
import type { SandboxFlags } from '../workspace/sandbox-options.ts';
import { stopOnSignal } from '../process/stop-on-signal.ts';
import { paint } from '../output/paint.ts';

/** `intercom-mcp sandbox`: a sample workspace on 127.0.0.1; prints its address alone on standard output. */
export const sandbox = async (flags: SandboxFlags & { readonly port: number }): Promise<void> => {
  const { url, close } = await listen(flags);
  console.log(url);
  console.error(
    [
      '',
      'A sample workspace that answers as Intercom does. To use it, in another terminal:',
      '',
      `  export INTERCOM_BASE_URL=${url} INTERCOM_ACCESS_TOKEN=sandbox`,
      '',
      paint(
        process.stderr,
        'dim',
        `GET ${url}/_sandbox/changes shows what was changed, POST ${url}/_sandbox/reset starts anew.`,
      ),
    ].join('\n'),
  );
  stopOnSignal(close);
};
