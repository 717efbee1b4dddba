import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { program } from '../../cli/program.ts';
import { addBundle } from '../../scripts/release/add-bundle.ts';
import { VERSIONED, withVersion } from '../../scripts/release/set-version.ts';

// What the registry's schema of 2025-12-11 wants, as far as this file uses it.
const input = {
  description: z.string().min(1).optional(),
  isRequired: z.boolean().optional(),
  isSecret: z.boolean().optional(),
  choices: z.array(z.string()).min(1).optional(),
  default: z.string().optional(),
  placeholder: z.string().optional(),
};
const argument = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('positional'), value: z.string() }),
  z.strictObject({ type: z.literal('named'), name: z.string().startsWith('--'), ...input }),
]);
const npm = z.strictObject({
  registryType: z.literal('npm'),
  identifier: z.string(),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  runtimeHint: z.literal('npx'),
  transport: z.strictObject({ type: z.literal('stdio') }),
  packageArguments: z.array(argument),
  environmentVariables: z.array(z.strictObject({ name: z.string(), ...input })),
});
const mcpb = z.strictObject({
  registryType: z.literal('mcpb'),
  identifier: z.url({ protocol: /^https$/ }),
  fileSha256: z.string().regex(/^[a-f0-9]{64}$/),
  transport: z.strictObject({ type: z.literal('stdio') }),
});
const server = z.strictObject({
  $schema: z.literal('https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json'),
  name: z
    .string()
    .max(200)
    .regex(/^[a-zA-Z0-9.-]+\/[a-zA-Z0-9._-]+$/),
  title: z.string().min(1).max(100),
  description: z.string().min(1).max(100),
  version: z.string(),
  packages: z.array(z.discriminatedUnion('registryType', [npm, mcpb])).min(1),
});

const text = await readFile('server.json', 'utf8');
const manifest = JSON.parse(await readFile('package.json', 'utf8'));

test('is what the registry takes, and of this package and version', () => {
  const { name, version, packages } = server.parse(JSON.parse(text));
  expect({ name, version }).toEqual({ name: manifest.mcpName, version: manifest.version });
  expect(packages).toEqual([expect.objectContaining({ identifier: manifest.name, version: manifest.version })]);
});

test('every argument and variable is one of the command', () => {
  const [{ packageArguments, environmentVariables }] = z.tuple([npm]).parse(JSON.parse(text).packages);
  const [command, ...options] = packageArguments;
  expect(command).toEqual({ type: 'positional', value: 'serve' });
  const serve = program().commands.find((known) => known.name() === 'serve');
  for (const option of options) {
    if (option.type !== 'named') throw new Error('serve takes no arguments.');
    const known = serve?.options.find(({ long }) => long === option.name);
    expect(known, option.name).toBeDefined();
    if (option.choices !== undefined) expect(known?.argChoices).toEqual(option.choices);
  }
  let help = '';
  program()
    .configureOutput({ writeOut: (said) => (help += said) })
    .outputHelp();
  for (const { name } of environmentVariables) expect(help).toContain(name);
});

test('a release writes its version wherever one is committed', async () => {
  for (const path of VERSIONED) {
    const before = await readFile(path, 'utf8');
    const after = withVersion(before, '12.3.4-rc.1');
    expect(JSON.parse(after)).toMatchObject({ version: '12.3.4-rc.1' });
    expect(after).not.toContain(`"${manifest.version}"`);
    expect(withVersion(after, manifest.version)).toBe(before);
  }
});

test('a released bundle is added with its digest, once', () => {
  const address = 'https://example.com/releases/intercom-mcp-toolkit.mcpb';
  const once = addBundle(text, { bytes: Buffer.from('abc'), address });
  const { packages } = server.parse(JSON.parse(once));
  expect(packages.at(-1)).toMatchObject({
    identifier: address,
    fileSha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  });
  expect(addBundle(once, { bytes: Buffer.from('abc'), address })).toBe(once);
});
