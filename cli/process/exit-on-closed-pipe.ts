/** Ends the process quietly once nobody reads its output any more, as in `intercom-mcp tools | head -1`. */
export function exitOnClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}
