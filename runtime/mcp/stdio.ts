import {
  type ServeStdioOptions,
  type StdioServerHandle,
  serveStdio as serve,
} from '@modelcontextprotocol/server/stdio';
import { directConnection } from './direct-connection.ts';
import { type ServeOptions, serverFactory } from './server.ts';
import { StdioTransport, type StdioTransportOptions } from './stdio-transport.ts';

/** Serves tools to one MCP client over stdin and stdout, or another transport, in the protocol era that the client opens with. */
export function serveStdio(
  options: ServeOptions,
  { maxLineBytes, transport = new StdioTransport({ maxLineBytes }), ...stdio }: StdioOptions = {},
): StdioServerHandle {
  const factory = serverFactory(options);
  const connection = transport instanceof StdioTransport ? directConnection(transport, factory.direct) : transport;
  return serve(factory, { ...stdio, transport: connection });
}

/** How messages come and go: the SDK's options, and the size of a line. */
export type StdioOptions = ServeStdioOptions & Pick<StdioTransportOptions, 'maxLineBytes'>;
