import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root, textOf } from './support/deploy-files.ts';

const cli = ['cli/commands', 'cli/options', 'cli/gateway', 'gateway/secrets', 'gateway/oauth/intercom']
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
  .filter((path) => path.endsWith('.ts'))
  .map(textOf)
  .join('\n');

/** The anchor of a heading, as GitHub makes it. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .replaceAll(' ', '-');
}

function anchorsOf(path: string): string[] {
  return [...textOf(path).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));
}

describe.each(['docs/operations.md', 'SECURITY.md'])('%s', (path) => {
  const text = textOf(path);

  test('leads to files and headings that are there', () => {
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? path : join(dirname(path), file);
      expect(existsSync(join(root, target)), link).toBe(true);
      if (anchor !== undefined) expect(anchorsOf(target), link).toContain(anchor);
    }
  });

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
