import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ApiRequest, requestApi } from './api-request.ts';
import { createVmExecutor, type Executor } from './vm-executor.ts';

/** What is used of `@cloudflare/codemode/mcp`. */
interface CodemodeMcp {
  readonly openApiMcpServer: (options: {
    readonly spec: unknown;
    readonly executor: Executor;
    readonly request: (options: ApiRequest) => Promise<unknown>;
    readonly name: string;
    readonly version: string;
    readonly description: string;
  }) => { readonly connect: (transport: Transport) => Promise<void>; readonly close: () => Promise<void> };
}

/** What is used of `@modelcontextprotocol/sdk/server/streamableHttp.js`. */
interface StreamableHttp {
  readonly StreamableHTTPServerTransport: new (options: { readonly sessionIdGenerator: undefined }) => Transport;
}

interface Transport {
  readonly handleRequest: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** What the operator of a codemode server tells models about this API, in the place that codemode has for it. */
const DESCRIPTION =
  "The API is Intercom's, version 2.16. Token and version header are set for you. A request resolves to the parsed body of the answer; where it is refused, it throws an error with the status and the body.";

/** Serves codemode's own MCP server for OpenAPI descriptions over HTTP; resolves to its URL. */
export async function serveCodemode({
  packages,
  spec,
  baseUrl,
  port,
}: {
  readonly packages: string;
  readonly spec: unknown;
  readonly baseUrl: string;
  readonly port: number;
}): Promise<string> {
  const { openApiMcpServer } = (await load(packages, '@cloudflare/codemode/mcp')) as CodemodeMcp;
  const { StreamableHTTPServerTransport } = (await load(
    packages,
    '@modelcontextprotocol/sdk/server/streamableHttp.js',
  )) as StreamableHttp;
  const executor = createVmExecutor();

  // A server a request, as it has no state between them.
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const server = openApiMcpServer({
      spec,
      executor,
      request: (options) => requestApi(baseUrl, options),
      ...{ name: 'codemode', version: '0.5.6', description: DESCRIPTION },
    });
    const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
    response.on('close', () => void server.close());
    await server.connect(transport);
    await transport.handleRequest(request, response);
  }

  const http = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((listening) => http.listen(port, '127.0.0.1', listening));
  const { port: taken } = http.address() as AddressInfo;
  return `http://127.0.0.1:${taken}/mcp`;
}

/** A package of a folder that this project has no business with otherwise. */
function load(packages: string, name: string): Promise<unknown> {
  return import(pathToFileURL(createRequire(join(resolve(packages), 'package.json')).resolve(name)).href);
}
