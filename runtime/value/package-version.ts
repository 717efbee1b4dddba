/** This package's version, as in package.json; sent in `User-Agent` and to MCP clients. */
export const packageVersion = '0.1.0';
