import { once } from 'node:events';
import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { storeAddress } from '../gateway/store-address.ts';
import { examples } from '../options/examples.ts';
import { jsonOption } from '../options/json-option.ts';
import { storeOption } from '../options/store-option.ts';
import { subcommand } from '../options/subcommand.ts';
import { printJson } from '../output/print-json.ts';

/** `intercom-mcp gateway audit` and what it has below. */
export function gatewayAudit(): CommandUnknownOpts {
  return subcommand('gateway', 'audit')
    .description('verify and export the audit log')
    .addCommand(verify())
    .addCommand(exportLog());
}

function verify(): CommandUnknownOpts {
  return subcommand('gateway', 'audit', 'verify')
    .description('follow the chain of the audit log: says what was changed or removed, and ends with 1 if anything was')
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('intercom-mcp gateway audit verify'))
    .action(async ({ json }, command) => {
      const { verifyAudit } = await import('../gateway/verify-audit.ts');
      const address = await storeAddress(command.optsWithGlobals().store, command);
      const { text, report, isSound } = await verifyAudit(address);
      if (json) printJson(report, json);
      else console.log(text);
      if (!isSound) process.exitCode = 1;
    });
}

function exportLog(): CommandUnknownOpts {
  return subcommand('gateway', 'audit', 'export')
    .description('print the audit log, oldest first, one line of JSON each')
    .addOption(storeOption())
    .option('--from <time>', 'from this moment on, such as 2026-11-01 or 2026-11-01T08:00:00Z')
    .option('--to <time>', 'before this moment')
    .addHelpText('after', examples('intercom-mcp gateway audit export --from 2026-11-01 > november.jsonl'))
    .action(async ({ from, to }, command) => {
      const { auditLines } = await import('../gateway/audit-lines.ts');
      const address = await storeAddress(command.optsWithGlobals().store, command);
      const lines = auditLines(address, { from, to });
      for await (const line of lines) if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
    });
}
