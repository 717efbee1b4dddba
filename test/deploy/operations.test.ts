import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root, textOf } from './support/deploy-files.ts';

const cli = ['cli/commands', 'cli/options', 'cli/gateway', 'gateway/secrets', 'gateway/oauth/login']
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
  .filter((path) => path.endsWith('.ts'))
  .map(textOf)
  .join('\n');

describe.each(['docs/operations.md', 'docs/security.md'])('%s', (path) => {
  const text = textOf(path);

  test('names files, variables and options that are there', () => {
    const files = [...text.matchAll(/\b((?:deploy|bench)\/[\w./-]*\w)/g)].map(([, file = '']) => file);
    // Made by the script, or by the image.
    expect(files.filter((file) => !file.startsWith('deploy/secrets') && !existsSync(join(root, file)))).toEqual([]);
    const variables = [...text.matchAll(/\bGATEWAY_(?!HOST|OPTIONS)[A-Z_]+/g)].map(([name]) => name);
    expect(variables.filter((name) => !new RegExp(`\\b${name.replace(/_FILE$/, '')}\\b`).test(cli))).toEqual([]);
    const lines = text
      .split('\n')
      .filter((line) => /intercom-mcp(?:\.\w+)? +gateway|main\.js gateway|GATEWAY_OPTIONS/.test(line));
    const options = lines.flatMap((line) =>
      [...line.matchAll(/(?<=gateway.*|OPTIONS.*)--[a-z-]+/g)].map(([name]) => name),
    );
    expect(options.filter((name) => !cli.includes(`${name} <`) && !cli.includes(`'${name}'`))).toEqual([]);
  });
});

test('commands that operations.md shows are commands', () => {
  const shown = [
    ...textOf('docs/operations.md').matchAll(/(?:intercom-mcp|main\.js) gateway ((?:[a-z]+[a-z-]*)(?: [a-z]+)?)/g),
  ];
  const names = shown.flatMap(([, words = '']) => words.split(' '));
  expect(names).toEqual(expect.arrayContaining(['export', 'import', 'rotate-keys', 'verify', 'revoke']));
  const commands = [...cli.matchAll(/subcommand\(([^)]*)\)/g)].flatMap(
    ([, words = '']) => words.match(/[a-z-]+/g) ?? [],
  );
  expect(names.filter((name) => !commands.includes(name))).toEqual([]);
});
