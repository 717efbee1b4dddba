import { type CommandUnknownOpts, Help, Option } from '@commander-js/extra-typings';
import { type Idle, refuseIdleUnder } from './idle-options.ts';
import { subcommand } from './subcommand.ts';
import { parseAtLeast, parseMilliseconds, parsePort, parseShare } from './value-parsers.ts';

/** The heading of these options in a command's help, which also marks them. */
const heading = 'Sample workspace:';

/** A command with the settings of a sample workspace, for each one that starts a workspace. */
export function sampleCommand(name: string) {
  return subcommand(name)
    .configureHelp({
      // They come last, whatever else a command has.
      groupItems: (items, visible, groupOf) => {
        const order = items.toSorted((a, b) => Number(groupOf(a) === heading) - Number(groupOf(b) === heading));
        return new Help().groupItems(order, visible, groupOf);
      },
    })
    .addOption(
      new Option('--seed <number>', 'what the sample data is made from: the same seed gives the same data')
        .argParser(parseAtLeast(0))
        .helpGroup(heading),
    )
    .addOption(
      new Option('--scale <number>', 'times the usual number of contacts, conversations and tickets')
        .argParser(parseAtLeast(1))
        .helpGroup(heading),
    )
    .addOption(
      new Option('--rate-limit <requests>', 'requests a token has in ten seconds; 1666 unless said otherwise')
        .argParser(parseAtLeast(1))
        .helpGroup(heading),
    )
    .addOption(
      new Option('--fail <part>', 'part of all requests that fail on purpose, such as 5%')
        .argParser(parseShare)
        .helpGroup(heading),
    )
    .addOption(
      new Option('--latency <ms>', 'milliseconds before each answer, such as 200 or 100-300')
        .argParser(parseMilliseconds)
        .helpGroup(heading),
    );
}

/** The values of the options that a {@link sampleCommand} has. */
export type SampleFlags = ReturnType<ReturnType<typeof sampleCommand>['opts']>;

/** `--sandbox-port`: where a sample workspace listens that is not all of the command. */
export function sandboxPortOption() {
  return new Option('--sandbox-port <port>', 'port of the sample workspace; 0 takes a free one')
    .argParser(parsePort)
    .default(4010)
    .helpGroup(heading);
}

/** Throws {@link ConfigError} where the command line has settings of a sample workspace that will not be there. */
export function refuseSampleOptions(command: CommandUnknownOpts, idle: Idle): void {
  refuseIdleUnder(command, heading, idle);
}
