import { existsSync } from 'node:fs';
import { BlockList } from 'node:net';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { DCLinter } from '../judges/deploy-judges.ts';
import { root, textOf, yamlOf } from './support/deploy-files.ts';

const service = z.object({
  image: z.string(),
  command: z.array(z.string()).optional(),
  ports: z.array(z.string()).default([]),
  read_only: z.literal(true),
  cap_drop: z.tuple([z.literal('ALL')]),
  cap_add: z.array(z.string()).default([]),
  security_opt: z.tuple([z.literal('no-new-privileges:true')]),
  volumes: z.array(z.string()).default([]),
  networks: z.union([z.array(z.string()), z.record(z.string(), z.unknown()).transform(Object.keys)]),
  environment: z.record(z.string(), z.string()).default({}),
  secrets: z.array(z.string()).default([]),
  deploy: z.object({
    resources: z.object({ limits: z.object({ cpus: z.string(), memory: z.string(), pids: z.number() }) }),
  }),
});
const compose = z
  .object({
    services: z.object({ proxy: service, gateway: service, database: service }),
    networks: z.object({
      database: z.object({ internal: z.literal(true) }),
      inside: z.object({
        ipam: z.object({ config: z.tuple([z.object({ subnet: z.string(), ip_range: z.string() })]) }),
      }),
    }),
    secrets: z.record(z.string(), z.object({ file: z.string() })),
  })
  .parse(yamlOf('deploy/compose.yaml'));
const { proxy, gateway, database } = compose.services;

const linted = z.array(z.object({ messages: z.array(z.unknown()) }));

test('it fits the schema of Compose, and its linter has nothing to say', () => {
  const off = {
    // The image that is built has a name, to start it elsewhere.
    'no-build-and-image': 0,
    // The proxy is for everybody.
    'no-unbound-port-interfaces': 0,
    // Keys stand in the order in which they are read.
    'service-keys-order': 0,
    'services-alphabetical-order': 0,
  } as const;
  const linter = new DCLinter({ rules: off, quiet: true, debug: false, exclude: [] });
  // Its types are not found the way Node looks for them.
  const results = linted.parse(linter.lintFiles([`${root}/deploy/compose.yaml`], false));
  expect(results).toHaveLength(1);
  expect(results.flatMap(({ messages }) => messages)).toEqual([]);
});

describe('of the three services', () => {
  test('the proxy alone is reached from outside', () => {
    expect(proxy.ports).toEqual(['80:80', '443:443', '443:443/udp']);
    expect([gateway.ports, database.ports]).toEqual([[], []]);
    expect(database.networks).toEqual(['database']);
    expect(proxy.networks).not.toContain('database');
  });

  test('none may do more than it has to', () => {
    expect(gateway.cap_add).toEqual([]);
    expect(proxy.cap_add).toEqual(['NET_BIND_SERVICE']);
    expect(database.cap_add).not.toEqual(expect.arrayContaining(['SYS_ADMIN']));
    expect(gateway.volumes).toEqual([]);
  });

  test('every image has a whole version', () => {
    expect(proxy.image).toMatch(/^caddy:\d+\.\d+\.\d+$/);
    expect(database.image).toMatch(/^postgres:\d+\.\d+$/);
  });
});

test('secrets come as files, in the variables that the command reads, and are made by the script', () => {
  const mounted = compose.services;
  const script = textOf('deploy/make-secrets.sh');
  for (const [name, { file }] of Object.entries(compose.secrets)) {
    expect(script).toContain(`keep ${name} `);
    expect(file).toBe(`./secrets/${name}`);
    expect(Object.values(mounted).flatMap(({ secrets }) => secrets)).toContain(name);
  }
  const variables = Object.entries(gateway.environment);
  expect(variables.every(([name, value]) => name.endsWith('_FILE') && value.startsWith('/run/secrets/'))).toBe(true);
  expect(variables.map(([, value]) => value.slice('/run/secrets/'.length))).toEqual(gateway.secrets);
  const help = textOf('cli/commands/gateway.ts') + textOf('cli/gateway/store-address.ts');
  for (const [name] of variables) expect(help).toContain(name.replace(/_FILE$/, ''));
  expect(JSON.stringify(compose)).not.toMatch(/POSTGRES_PASSWORD"/);
});

/** Whether a range such as `10.0.0.0/8` has an address. */
function contains(range: string, address: string): boolean {
  const list = new BlockList();
  const [network = '', bits = ''] = range.split('/');
  list.addSubnet(network, Number(bits));
  return list.check(address);
}

test('the options of the gateway are options of the command, and the trusted proxy is the one that is there', () => {
  const text = textOf('cli/commands/gateway.ts');
  const [name, ...options] = gateway.command ?? [];
  expect(name).toBe('gateway');
  for (const option of options) expect(text).toContain(`${option.split('=')[0]} <`);
  const [, trusted = ''] = /--trusted-proxy=(\S+)/.exec(options.join(' ')) ?? [];
  expect(textOf('deploy/compose.yaml')).toContain(`ipv4_address: ${trusted}`);
  // The gateway starts first, and must not be given the address of the proxy.
  const [{ subnet, ip_range }] = compose.networks.inside.ipam.config;
  expect(contains(subnet, trusted)).toBe(true);
  expect(contains(ip_range, trusted)).toBe(false);
});

test('files that are mounted are there', () => {
  const files = proxy.volumes.filter((volume) => volume.startsWith('./')).map((volume) => volume.split(':')[0] ?? '');
  expect(files).toEqual(['./Caddyfile']);
  expect(files.filter((file) => !existsSync(`${root}/deploy/${file}`))).toEqual([]);
});
