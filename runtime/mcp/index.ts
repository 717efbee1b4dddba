export { createMcpServer, type McpServerOptions } from './server.ts';
export { serveStdio } from './stdio.ts';
