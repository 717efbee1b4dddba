import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as z from 'zod';

const root = fileURLToPath(new URL('../../..', import.meta.url));

const lockfile = z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) });

/** A registry on this machine. */
export interface LocalRegistry extends AsyncDisposable {
  readonly url: string;
}

/** Starts a registry that has the packages that this checkout installed, so that package managers need no network. */
export async function startRegistry(): Promise<LocalRegistry> {
  const folders = installedFolders();
  const packed = new Map<string, Promise<Buffer>>();
  const tarballOf = (folder: string): Promise<Buffer> => {
    const tarball = packed.get(folder) ?? pack(folder);
    packed.set(folder, tarball);
    return tarball;
  };
  const answer = async (path: string, origin: string): Promise<Buffer | string | undefined> => {
    const [name = '', version] = decodeURIComponent(path).split('/-/');
    const versions = folders.get(name);
    if (version === undefined) return versions && JSON.stringify(await packument(name, versions, origin, tarballOf));
    const folder = versions?.get(version.replace(/\.tgz$/, ''));
    return folder && tarballOf(folder);
  };
  const server = createServer((request, response) => {
    answer(request.url?.slice(1) ?? '', `http://${request.headers.host}`).then(
      (body) => response.writeHead(body === undefined ? 404 : 200).end(body ?? '{}'),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return {
    url: `http://127.0.0.1:${port}/`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function pack(folder: string): Promise<Buffer> {
  const given = [
    '-c',
    '--use-compress-program=gzip -1',
    '--exclude=./node_modules',
    '--transform',
    's,^\\.,package,',
    '-C',
    folder,
    '.',
  ];
  const options = { encoding: 'buffer', maxBuffer: 2 ** 28 } as const;
  return (await promisify(execFile)('tar', given, options)).stdout;
}

/** What is installed here, by name and version. */
function installedFolders(): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>();
  const { packages } = lockfile.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  for (const [path, { version }] of Object.entries(packages)) {
    const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path) ?? [];
    if (name === undefined || version === undefined || !existsSync(join(root, path))) continue;
    found.set(name, (found.get(name) ?? new Map()).set(version, join(root, path)));
  }
  return found;
}

async function packument(
  name: string,
  folders: ReadonlyMap<string, string>,
  origin: string,
  tarballOf: (folder: string) => Promise<Buffer>,
): Promise<object> {
  const versions: Record<string, object> = {};
  // Of what came out a moment ago some managers take nothing.
  const time: Record<string, string> = {};
  for (const [version, folder] of folders) {
    // Written by npm when it was installed; the scripts would run.
    const { scripts: _none, ...manifest } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const integrity = `sha512-${createHash('sha512')
      .update(await tarballOf(folder))
      .digest('base64')}`;
    versions[version] = { ...manifest, dist: { tarball: `${origin}/${name}/-/${version}.tgz`, integrity } };
    time[version] = '2020-01-01T00:00:00.000Z';
  }
  return { name, 'dist-tags': { latest: Object.keys(versions).at(-1) }, versions, time };
}
