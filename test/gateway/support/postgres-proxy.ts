import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a PostgreSQL that can fall silent, and be gone. */
export interface PostgresProxy extends AsyncDisposable {
  /** The address of the same database by this way. */
  readonly address: string;
  /** Accepts everything and answers nothing, also on what is open. */
  readonly silence: () => void;
  /** Answers again; with `keepsSilent` on new connections alone: those that were open lead to a server that is gone. */
  readonly speak: (options?: { readonly keepsSilent?: boolean }) => void;
  /** Listens no more, and ends what is open. */
  readonly leave: () => Promise<void>;
  /** Listens again at the same address. */
  readonly comeBack: () => Promise<void>;
  /** Connections that were made so far. */
  readonly connections: () => number;
}

interface Pair {
  readonly client: Socket;
  readonly upstream: Socket;
}

/** Opens a way to the server of this address. */
export async function openProxy(address: string): Promise<PostgresProxy> {
  const target = new URL(address);
  const open = new Set<Pair>();
  let isSilent = false;
  let made = 0;

  const pass = ({ client, upstream }: Pair): void => {
    client.pipe(upstream);
    upstream.pipe(client);
  };
  const hold = ({ client, upstream }: Pair): void => {
    client.unpipe(upstream);
    upstream.unpipe(client);
  };
  const listener = (client: Socket): void => {
    made += 1;
    const pair = { client, upstream: connect(Number(target.port || 5432), target.hostname) };
    open.add(pair);
    const end = (): void => {
      open.delete(pair);
      client.destroy();
      pair.upstream.destroy();
    };
    for (const socket of [client, pair.upstream]) socket.on('error', end).on('close', end);
    if (!isSilent) pass(pair);
  };

  let server = createServer(listener);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  // It listens on a port, not on a path.
  const { port } = server.address() as AddressInfo;
  const leave = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    for (const { client } of open) client.destroy();
    await closed;
  };
  const url = new URL(address);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return {
    address: url.href,
    silence: () => {
      isSilent = true;
      for (const pair of open) hold(pair);
    },
    speak: ({ keepsSilent = false } = {}) => {
      isSilent = false;
      if (!keepsSilent) for (const pair of open) pass(pair);
    },
    leave,
    comeBack: async () => {
      server = createServer(listener);
      await once(server.listen(port, '127.0.0.1'), 'listening');
    },
    connections: () => made,
    [Symbol.asyncDispose]: leave,
  };
}
