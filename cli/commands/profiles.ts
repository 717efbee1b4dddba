import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { NO_LOGIN, noApiOption } from '../options/api-option.ts';
import { examples } from '../options/examples.ts';
import { jsonOption } from '../options/json-option.ts';
import { subcommand } from '../options/subcommand.ts';
import { printJson } from '../output/print-json.ts';
import { table } from '../output/table.ts';
import type { ListedProfile } from '../profiles/list-profiles.ts';

/** `intercom-mcp profiles` and what it has below. */
export function profiles(): CommandUnknownOpts {
  return subcommand('profiles')
    .description('list the workspaces that are logged in, and choose the one that is used where none is named')
    .addCommand(list(), { isDefault: true })
    .addCommand(use());
}

function list(): CommandUnknownOpts {
  return subcommand('profiles', 'list')
    .addOption(noApiOption(NO_LOGIN))
    .description('list the profiles; nothing of their tokens')
    .addOption(jsonOption())
    .addHelpText('after', examples('intercom-mcp profiles', 'intercom-mcp profiles list --json .profile'))
    .action(async ({ json }) => {
      const { listProfiles } = await import('../profiles/list-profiles.ts');
      const all = await listProfiles();
      if (json) printJson(all, json);
      else console.log(all.length === 0 ? 'There are none: intercom-mcp login makes the first one.' : listing(all));
    });
}

function use(): CommandUnknownOpts {
  return subcommand('profiles', 'use')
    .description('use a profile from now on where none is named')
    .argument('<profile>', 'its name')
    .addHelpText('after', examples('intercom-mcp profiles use acme'))
    .action(async (name) => {
      const { useProfile } = await import('../profiles/list-profiles.ts');
      await useProfile(name);
      console.log(`${name} is used from now on where no profile is named.`);
    });
}

function listing(all: readonly ListedProfile[]): string {
  const rows = all.map(({ profile, default: isUsual, workspace, region, address, kept_in }) => [
    isUsual ? `${profile} *` : profile,
    workspace ?? '-',
    address ?? region ?? '-',
    kept_in,
  ]);
  return table([['PROFILE', 'WORKSPACE', 'REGION', 'TOKEN IN'], ...rows], process.stdout.columns);
}
