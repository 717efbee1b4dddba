import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { everyClient } from './clients/contract.ts';
import { serveCommand } from './clients/intercom.ts';

everyClient('HTTP', async (baseUrl) => {
  const { command, args, env } = serveCommand(baseUrl, '--http', '0');
  const server = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(server, 'exit');
  const url = await Promise.race([
    once(createInterface(server.stdout), 'line').then(([line]) => String(line)),
    exited.then(() => Promise.reject(new Error('the server ended before it told its address'))),
  ]);
  return {
    target: { url },
    [Symbol.asyncDispose]: async () => {
      server.kill();
      await exited;
    },
  };
});
