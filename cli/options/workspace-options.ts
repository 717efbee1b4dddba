import { Option } from '@commander-js/extra-typings';
import { REGION_HOSTS } from '../../intercom/connection.ts';
import { apiOption, baseUrlOption, variablesOption } from './api-option.ts';
import { sampleCommand } from './sample-options.ts';
import { parseApiVersion } from './value-parsers.ts';

/** `--profile`: which of the workspaces that one logged in to. */
export function profileOption() {
  return new Option('--profile <name>', 'the workspace of intercom-mcp login --profile; instead of INTERCOM_PROFILE');
}

/** `--region`: where the workspace's data lives. */
export function regionOption() {
  return new Option('--region <region>', 'where the data of the workspace lives; instead of INTERCOM_REGION').choices(
    Object.keys(REGION_HOSTS),
  );
}

/** `--region` where `--api` may name an API with others. */
export function anyRegionOption() {
  const option = regionOption();
  option.description += ', or with --api one of its addresses by name';
  // The choices stay for the help; a region that there is not is refused by whoever reads it.
  return option.argParser((value) => value);
}

/** `--api-version`: the version of the API that is asked for, and whose tools are used. */
export function apiVersionOption() {
  return new Option(
    '--api-version <version>',
    "the version of Intercom's API, with the tools of it; that of the profile, or the newest, unless given",
  ).argParser(parseApiVersion);
}

/** A command that works with one workspace: Intercom's, or a sample one in this process. */
export function workspaceCommand(name: string) {
  return sampleCommand(name)
    .option('--sandbox', 'use a sample workspace in this process in place of Intercom; it needs no token')
    .addOption(profileOption())
    .addOption(regionOption())
    .addOption(apiVersionOption());
}

/** A command that works with one workspace, or with another API. */
export function targetCommand(name: string) {
  return sampleCommand(name)
    .option('--sandbox', 'use a sample workspace in this process in place of Intercom; it needs no token')
    .addOption(profileOption())
    .addOption(anyRegionOption())
    .addOption(apiVersionOption())
    .addOption(apiOption())
    .addOption(baseUrlOption())
    .addOption(variablesOption());
}

/** The values of the options that a {@link workspaceCommand} has. */
export type WorkspaceCommandFlags = ReturnType<ReturnType<typeof workspaceCommand>['opts']>;

/** The values of the options that a {@link targetCommand} has. */
export type TargetCommandFlags = ReturnType<ReturnType<typeof targetCommand>['opts']>;

/** Those that say how another API is reached. */
export type ApiFlags = Pick<TargetCommandFlags, 'region' | 'baseUrl' | 'variables'>;
