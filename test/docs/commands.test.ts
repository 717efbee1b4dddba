import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { describe, expect, test } from 'vitest';
import { program } from '../../cli/program.ts';
import manifest from '../../package.json' with { type: 'json' };
import { ownArguments, type ShellCommand } from './support/commands-of.ts';
import { blocksOf, pages, root } from './support/pages.ts';
import { shownCommands } from './support/shown-commands.ts';

const own = shownCommands.flatMap(({ args, ...command }) =>
  args === undefined ? [] : [{ ...command, args, line: args.join(' ') }],
);
const others = shownCommands.filter(({ args }) => args === undefined);

/** Programs of others, with who holds their lines to what they take. */
const foreign: Readonly<Record<string, string>> = {
  claude: 'test/compat/gateway-claude-code.test.ts adds servers with the real one',
  gemini: 'not a package of this project; its lines are those of the dashboard (test/dashboard/pages/servers/connect)',
  docker: 'test/deploy reads the image and the Compose file; nothing here runs containers',
  curl: 'test/docs/requests.test.ts sends each',
  openssl: 'makes a random key',
  cat: 'reads a file',
  'deploy/make-secrets.sh': 'test/deploy/programs.test.ts runs it',
};

/** Commands of npm itself. */
const NPM = ['ci', 'test', 'start', 'install', 'pack'];

/** What is wrong with a command of another program; nothing for a right one. */
function faultOf([name = '', ...args]: readonly string[]): string | undefined {
  if (name === 'npm') {
    const [verb = '', script = ''] = args;
    const isThere = verb === 'run' ? Object.hasOwn(manifest.scripts, script) : NPM.includes(verb);
    return isThere ? undefined : `npm has no ${verb} ${script}`;
  }
  if (name === 'npx' && args[0] !== 'node')
    return existsSync(join(root, 'node_modules/.bin', args[0] ?? '')) ? undefined : `nothing installs ${args[0]}`;
  if (name === 'npx' || name.endsWith('node')) {
    const file = args.find((word) => word.endsWith('.ts'));
    return file !== undefined && existsSync(join(root, file)) ? undefined : `there is no ${file}`;
  }
  return Object.hasOwn(foreign, name) ? undefined : `${name} is not known`;
}

/** Reads a line as the command would, and does nothing; throws where it would refuse. */
function parse(args: readonly string[]): void {
  const whole = program();
  still(whole);
  whole.parse(args, { from: 'user' });
}

function still(command: CommandUnknownOpts): void {
  command.exitOverride().configureOutput({ writeErr: () => {}, outputError: () => {} });
  if (command.commands.length === 0 || command.name() === 'gateway') command.action(() => {});
  for (const below of command.commands) still(below);
}

test('there are commands, and every way to start this one is read', () => {
  expect(own.length).toBeGreaterThan(40);
  const starts = new Set(own.map(({ words, args }) => words.slice(0, words.length - args.length).join(' ')));
  expect([...starts]).toEqual(expect.arrayContaining(['npx -y intercom-mcp-toolkit', 'intercom-mcp']));
});

describe('options and arguments are taken', () => {
  test.each([...new Map(own.map((command) => [command.line, command])).values()])('intercom-mcp $line', ({ args }) => {
    expect(() => parse(args)).not.toThrow();
  });
});

test('what no command takes is noticed', () => {
  expect(() => parse(['serve', '--nothing'])).toThrow();
  expect(() => parse(['serv'])).toThrow();
  expect(faultOf(['npm', 'run', 'nothing'])).toBeDefined();
  expect(faultOf(['node', 'bench/nothing.ts'])).toBeDefined();
});

test('commands of other programs are known, and name scripts and files that are there', () => {
  const faults = others.map(({ block, words }) => [`${block.page}:${block.line}`, faultOf(words)] as const);
  expect(faults.filter(([, fault]) => fault !== undefined)).toEqual([]);
  const used = new Set(others.map(({ words: [name = ''] }) => name));
  expect(Object.keys(foreign).filter((name) => !used.has(name))).toEqual([]);
});

test('a page that writes the bare name says how it comes there', () => {
  const bare = own.filter(({ words: [name] }) => name === 'intercom-mcp').map(({ block }: ShellCommand) => block.page);
  for (const page of new Set(bare)) expect(pages.get(page), page).toContain('start.md#the-command');
});

describe('servers that clients start', () => {
  const configured = blocksOf('json').flatMap(({ text, page, line }) =>
    [...text.matchAll(/"command": ("[^"]*"),\s*"args": (\[[^\]]*\])/g)].map(([, command = '', args = '']) => {
      const words: readonly string[] = [JSON.parse(command), ...JSON.parse(args)];
      return { words, name: `${page}:${line}` };
    }),
  );

  test.each(configured)('$name', ({ words }) => {
    const args = ownArguments(words);
    if (args !== undefined) expect(() => parse(args)).not.toThrow();
    else
      expect(
        words.some(
          (word) =>
            ['mcp-remote'].includes(word) || existsSync(join(root, word.replace('/path/to/intercom-mcp-toolkit', '.'))),
        ),
      ).toBe(true);
  });

  test('there are some', () => {
    expect(configured.length).toBeGreaterThan(5);
  });
});

test('JSON is JSON', () => {
  const all = blocksOf('json');
  expect(all.length).toBeGreaterThan(30);
  for (const { text, page, line } of all)
    expect(() => JSON.parse(text.replace(', … }', ' }')), `${page}:${line}`).not.toThrow();
});
