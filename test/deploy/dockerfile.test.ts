import { existsSync } from 'node:fs';
import { matchesGlob } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import {
  type Copy,
  DockerfileParser,
  type From,
  type Instruction,
  validateDockerfile,
} from '../judges/deploy-judges.ts';
import { root, textOf } from './support/deploy-files.ts';

const text = textOf('deploy/Dockerfile');
const instructions = DockerfileParser.parse(text).getInstructions();

/** The stages in order, each with its instructions. */
const stages: { readonly from: Instruction; readonly rest: Instruction[] }[] = [];
for (const instruction of instructions) {
  if (instruction.getKeyword() === 'FROM') stages.push({ from: instruction, rest: [] });
  else stages.at(-1)?.rest.push(instruction);
}
const last = stages.at(-1)?.rest ?? [];

function argumentsOf(keyword: string, from: readonly Instruction[] = last): readonly string[] {
  return from.filter((found) => found.getKeyword() === keyword).map((found) => found.getArgumentsContent() ?? '');
}

test('its linter has nothing to say', () => {
  expect(validateDockerfile(text)).toEqual([]);
});

test('every stage begins with one image of a whole version that the packages take', () => {
  const [argument] = instructions.filter((found) => found.getKeyword() === 'ARG');
  const [, version = ''] = /^NODE_VERSION=(\d+\.\d+\.\d+)$/.exec(argument?.getArgumentsContent() ?? '') ?? [];
  expect(version).toBe(manifest.devDependencies.node);
  expect(stages.length).toBe(3);
  for (const { from } of stages) expect(from.getArgumentsContent()).toMatch(/^node:\$\{NODE_VERSION\}-slim( AS \w+)?$/);
});

test('the last stage runs as a numbered user who is not root, and stays that one', () => {
  expect(argumentsOf('USER')).toEqual(['1000:1000']);
  const user = last.findIndex((found) => found.getKeyword() === 'USER');
  expect(last.slice(user).map((found) => found.getKeyword())).not.toEqual(expect.arrayContaining(['RUN', 'COPY']));
});

test('the last stage installs nothing and compiles nothing, and has no program that could', () => {
  const runs = argumentsOf('RUN');
  expect(runs).toHaveLength(1);
  expect(runs[0]).toMatch(/^rm -rf \/usr\/local\/lib\/node_modules .*\/usr\/local\/bin\/npm /);
  expect(runs.join()).not.toMatch(/npm (?:ci|install)|apt|curl|wget|apk/);
  expect(text).not.toMatch(/\bADD\b/);
});

test('packages for development stay in the stage that builds', () => {
  const [packages] = stages.filter(({ from }) => from.getArgumentsContent()?.endsWith(' AS packages'));
  expect(argumentsOf('RUN', packages?.rest)).toEqual([
    expect.stringMatching(/npm ci --omit=dev --ignore-scripts/),
    expect.stringMatching(/ npm sbom /),
  ]);
  const copied = last.filter((found): found is Copy => found.getKeyword() === 'COPY');
  const fromStages = copied.filter((copy) => copy.getFlags().length > 0).map((copy) => copy.getArgumentsContent());
  expect(fromStages).toEqual(['/app/sbom.cdx.json ./', '/app/node_modules node_modules', '/build/dist dist']);
  const names = stages.map(({ from }) => (from as From).getBuildStage()).filter((name) => name !== null);
  const from = new Set(copied.flatMap((copy) => copy.getFlags()).map((flag) => flag.getValue()));
  expect([...from]).toEqual(names.toReversed());
});

test('health is asked without a shell and without programs that the image has not', () => {
  const [health = ''] = argumentsOf('HEALTHCHECK');
  expect(health).toMatch(/CMD \["node", "-e", "fetch\('http:\/\/127\.0\.0\.1:4020\/healthz'\)/);
  const [, command = ''] = /CMD (\[.*\])$/s.exec(health) ?? [];
  expect(JSON.parse(command)).toHaveLength(3);
});

test('it starts without a shell, so that the signal to stop reaches the process', () => {
  expect(argumentsOf('STOPSIGNAL')).toEqual(['SIGTERM']);
  for (const keyword of ['ENTRYPOINT', 'CMD']) expect(JSON.parse(argumentsOf(keyword)[0] ?? '')).toBeInstanceOf(Array);
  expect(JSON.parse(argumentsOf('ENTRYPOINT')[0] ?? '')).toEqual(['node', '/app/dist/cli/main.js']);
});

/** The lines of `.dockerignore`: what is left out, and what is kept all the same. */
const ignored = textOf('.dockerignore')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

/** Whether a file is sent to the build. */
function isSent(path: string): boolean {
  const covers = (pattern: string): boolean =>
    [path, ...parentsOf(path)].some((part) => pattern === '*' || matchesGlob(part, pattern));
  return ignored.reduce(
    (sent, line) => (line.startsWith('!') ? sent || covers(line.slice(1)) : sent && !covers(line)),
    true,
  );
}

function parentsOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

test('what is copied is there, and is sent', () => {
  const copies = instructions.filter((found): found is Copy => found.getKeyword() === 'COPY');
  const sources = copies
    .filter((copy) => copy.getFlags().length === 0)
    .flatMap((copy) => copy.getArguments().slice(0, -1))
    .map((argument) => argument.getValue())
    .filter((path) => path !== '.');
  expect(sources).toContain('package-lock.json');
  expect(sources.filter((path) => !existsSync(`${root}/${path}`) || !isSent(path))).toEqual([]);
});

test('what is built from is sent, and neither stores, keys, secrets nor history are', () => {
  const kept = ignored.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  expect(kept.filter((path) => !existsSync(`${root}/${path}`))).toEqual([]);
  for (const path of [
    'cli/main.ts',
    'dashboard/main.tsx',
    'generator/package.json',
    'tsdown.config.ts',
    'tsconfig.build.json',
  ])
    expect(isSent(path), path).toBe(true);
  const never = ['.git/config', '.env', 'intercom-gateway.db', 'cli/a.db.keys', 'deploy/secrets/gateway-keys'];
  for (const path of [
    ...never,
    'node_modules/a/index.js',
    'generator/node_modules/a',
    'generator/dist/index.js',
    'test/a.ts',
  ])
    expect(isSent(path), path).toBe(false);
});
