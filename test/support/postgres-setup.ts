import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTcpServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers a GET with the URL of this run's PostgreSQL, 404 where none is installed, or 500 with why it did not start. */
    readonly postgresStarter: string;
  }
}

/** A throw-away PostgreSQL with a superuser of its own; disposing of it stops it and removes its folder. */
interface Cluster extends AsyncDisposable {
  readonly url: string;
  readonly folder: string;
  /** Runs `pg_ctl` for it, such as `('restart', '-m', 'fast')`; resolves once it is done. */
  readonly control: (...args: string[]) => Promise<void>;
}

// The end of its input stops the cluster, because that comes however this process ends, also by SIGKILL.
// A line written after that must not kill the script before it has cleaned up, hence no SIGPIPE.
const script = `
set -eu
trap '' PIPE
mkdir -m 700 "$FOLDER"
cd "$FOLDER"
stop() {
  cd /
  if [ -f "$FOLDER/data/postmaster.pid" ]; then "$BIN/pg_ctl" stop -D "$FOLDER/data" -m immediate >&2 || true; fi
  rm -rf "$FOLDER"
}
trap stop EXIT
trap 'exit 1' HUP INT TERM

printf %s "$PGPASSWORD" > password
"$BIN/initdb" -D data -U postgres -A scram-sha-256 --pwfile=password --locale=C -E UTF8 --no-sync > log 2>&1 ||
  { cat log >&2; exit 1; }
cat >> data/postgresql.conf <<END
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
shared_buffers = 64MB
max_connections = 200
END
for port in $PORTS; do
  if "$BIN/pg_ctl" start -w -t 20 -D data -l log -o "-p $port" > start.log 2>&1; then
    echo "$port"
    read -r end || true
    exit 0
  fi
done
cat start.log log >&2
exit 1
`;

/** The folder of PostgreSQL's programs: the first in PATH that has them, else the newest of Debian's. */
export function findBinaries(path = process.env.PATH ?? '', debian = '/usr/lib/postgresql'): string | undefined {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...path.split(delimiter), ...versions.map((version) => join(debian, version, 'bin'))];
  const programs = ['initdb', 'pg_ctl', 'postgres'];
  return folders.find((folder) => programs.every((program) => existsSync(join(folder, program))));
}

/** PostgreSQL refuses to run as root, so root lends it another user. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  for (const user of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, user], { encoding: 'utf8' }));
    if (uid?.status === 0 && gid?.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is no user postgres or nobody: run the tests as another.',
  );
}

/** Listens on this machine alone, and says on which port. */
async function listen(server: Server): Promise<number> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error(`No port to listen on: ${address}`);
  return address.port;
}

/** Ports that are free now; several, because another process may take one before PostgreSQL does. */
async function freePorts(): Promise<number[]> {
  const servers = [1, 2, 3].map(() => createTcpServer());
  const ports = await Promise.all(servers.map(listen));
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

/** Starts a throw-away PostgreSQL from the programs in `bin`; it ends with this process, however that ends. */
export async function startCluster(bin: string): Promise<Cluster> {
  const folder = join(tmpdir(), `intercom-mcp-postgres-${randomUUID()}`);
  const password = randomUUID();
  const ports = (await freePorts()).join(' ');
  const child = spawn('/bin/sh', ['-c', script], {
    ...unprivileged(),
    cwd: '/',
    // A process group of its own: an interrupt in the terminal is for the tests, which then end its input.
    detached: true,
    env: { PATH: process.env.PATH, LC_ALL: 'C', BIN: bin, FOLDER: folder, PORTS: ports, PGPASSWORD: password },
  });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const ended = once(child, 'close');
  const [port] = await Promise.race([once(createInterface(child.stdout), 'line'), ended.then(() => [undefined])]);
  if (port === undefined) throw new Error(`PostgreSQL of ${bin} did not start in ${folder}:\n${complaints}`);
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    folder,
    control: async (...args) => {
      const command = [...args, '-D', 'data', '-l', 'log', '-w', '-t', '60'];
      // What it starts would hold its output open. The folder is the one that the first start had its paths from.
      const options = { ...unprivileged(), cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C' } };
      const [code] = await once(spawn(join(bin, 'pg_ctl'), command, { ...options, stdio: 'ignore' }), 'exit');
      if (code !== 0) throw new Error(`pg_ctl ${args.join(' ')} ended with ${code}`);
    },
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await ended;
      if (existsSync(folder)) throw new Error(`PostgreSQL left ${folder} behind:\n${complaints}`);
    },
  };
}

/** Lets the first test file that asks start PostgreSQL for the whole run, so that a run that needs none pays nothing. */
export async function setup(
  project: Pick<TestProject, 'provide'>,
  find: () => string | undefined = findBinaries,
): Promise<() => Promise<void>> {
  let cluster: Promise<Cluster> | undefined;
  const server = createServer((_, response) => {
    const bin = find();
    if (bin === undefined) {
      response.writeHead(404).end();
      return;
    }
    cluster ??= startCluster(bin);
    cluster.then(
      ({ url }) => response.end(url),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
  server.unref();
  project.provide('postgresStarter', `http://127.0.0.1:${await listen(server)}`);
  return async () => {
    server.close();
    server.closeAllConnections();
    // Why it did not start was said to the tests that asked.
    await (await cluster?.catch(() => undefined))?.[Symbol.asyncDispose]();
  };
}
