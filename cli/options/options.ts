import { type Command, InvalidArgumentError, Option } from 'commander';
import { fail } from '../output/fail.ts';

/** A comma-separated option as a list. */
export const list = (value: string): string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** A port as a number; anything else is refused. */
export const port = (value: string): number => {
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
  throw new InvalidArgumentError('A port is a number from 0 to 65535.');
};

/** A whole number of at least this much; anything else is refused. */
export const atLeast =
  (least: number) =>
  (value: string): number => {
    if (/^\d{1,9}$/.test(value) && Number(value) >= least) return Number(value);
    throw new InvalidArgumentError(`It is a whole number of at least ${least}.`);
  };

/** A part of all, as 5% or 0.05. */
const part = (value: string): number => {
  const [, number, percent] = /^(\d+(?:\.\d+)?)(%?)$/.exec(value) ?? [];
  const share = Number(number) / (percent ? 100 : 1);
  if (number !== undefined && share <= 1) return share;
  throw new InvalidArgumentError('It is a part of all requests, such as 5% or 0.05.');
};

/** Milliseconds, as 200 or 100-300. */
const milliseconds = (value: string): number | [number, number] => {
  const [, low, high] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(value) ?? [];
  if (low !== undefined && high === undefined) return Number(low);
  if (low !== undefined && Number(high) >= Number(low)) return [Number(low), Number(high)];
  throw new InvalidArgumentError('It is a number of milliseconds, such as 200 or 100-300.');
};

/** The settings of a sample workspace, for each command that starts one. */
const sampleOptions = (): Option[] => [
  new Option('--seed <number>', 'what the sample data is made from: the same seed gives the same data').argParser(
    atLeast(0),
  ),
  new Option('--scale <number>', 'times the usual number of contacts, conversations and tickets').argParser(atLeast(1)),
  new Option('--rate-limit <requests>', 'requests a token has in ten seconds; 1666 unless said otherwise').argParser(
    atLeast(1),
  ),
  new Option('--fail <part>', 'part of all requests that fail on purpose, such as 5%').argParser(part),
  new Option('--latency <ms>', 'milliseconds before each answer, such as 200 or 100-300').argParser(milliseconds),
];

/** Puts these settings on a command. */
export const withSampleOptions = (command: Command): Command =>
  sampleOptions().reduce((grown, option) => grown.addOption(option), command);

/** The last lines of a command's help. */
export const examples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}`;

/** Runs an action whose module is loaded only now, so that no command pays for another. */
export const run =
  <Arguments extends unknown[]>(load: () => Promise<(...given: Arguments) => Promise<void>>) =>
  async (...given: Arguments): Promise<void> => {
    try {
      await (await load())(...given);
    } catch (error) {
      fail(error);
    }
  };
