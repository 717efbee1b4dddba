import type { Server } from 'node:net';
import { ConfigError } from '../value/errors.ts';

/** Lets a server listen and answers its origin, such as `http://127.0.0.1:4000`; throws {@link ConfigError} where it cannot. */
export function bind(server: Server, { port, host }: { port: number; host: string }): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const code = 'code' in error ? String(error.code) : error.message;
      const help = code === 'EADDRINUSE' ? 'Choose another port; 0 takes a free one.' : 'Choose another host or port.';
      reject(new ConfigError(`Cannot listen on ${host}, port ${port} (${code}).`, help, { cause: error }));
    });
    server.listen(port, host, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${bound}`);
    });
  });
}
