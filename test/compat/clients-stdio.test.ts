import { everyClient } from './clients/contract.ts';
import { serveCommand } from './clients/intercom.ts';

everyClient('stdio', async (baseUrl) => ({
  target: serveCommand(baseUrl),
  // The client that starts the program also ends it.
  [Symbol.asyncDispose]: async () => {},
}));
