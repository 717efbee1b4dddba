import { type CommandUnknownOpts, Option } from '@commander-js/extra-typings';
import { apiOption, baseUrlOption, variablesOption } from '../options/api-option.ts';
import { methodsOption, tagsOption } from '../options/filter-options.ts';
import { codeOption, discoveryOption, listOption, maxTokensOption } from '../options/mode-options.ts';
import { confirmOption, toolsOption } from '../options/serve-options.ts';
import { subcommand } from '../options/subcommand.ts';
import { anyRegionOption, apiVersionOption, profileOption } from '../options/workspace-options.ts';
import { clientNames } from './clients.ts';

/** `--client`: whose settings. */
export function clientOption() {
  return new Option('--client <name>', 'whose settings').choices(clientNames).makeOptionMandatory();
}

/** `--name`: what the server is called in the settings. */
export function nameOption() {
  return new Option('--name <name>', 'what the server is called there; with --api as the API').default('intercom');
}

/** A command with the options of `serve` that a client passes on. */
export function serverCommand(name: string) {
  return subcommand(name)
    .addOption(clientOption())
    .addOption(nameOption())
    .addOption(profileOption())
    .addOption(anyRegionOption())
    .addOption(apiVersionOption())
    .addOption(apiOption())
    .addOption(baseUrlOption())
    .addOption(variablesOption())
    .option('--sandbox', 'a sample workspace in place of Intercom; it needs no token')
    .addOption(tagsOption())
    .addOption(methodsOption())
    .addOption(toolsOption())
    .addOption(listOption())
    .addOption(maxTokensOption())
    .addOption(discoveryOption())
    .addOption(codeOption())
    .addOption(confirmOption());
}

/** The values of the options that a {@link serverCommand} has. */
export type ServerFlags = ReturnType<ReturnType<typeof serverCommand>['opts']>;

/** Options of a command line, as another one has them. */
export function passedOn(command: CommandUnknownOpts, names: readonly (keyof ServerFlags)[]): string[] {
  return command.options
    .filter((option) => names.some((name) => name === option.attributeName()))
    .filter((option) => command.getOptionValueSource(option.attributeName()) === 'cli')
    .flatMap((option) => {
      const value: unknown = command.getOptionValue(option.attributeName());
      return [option.long ?? '', ...(value === true ? [] : [Array.isArray(value) ? value.join(',') : String(value)])];
    });
}
