import { apiVersion } from './connection.ts';

/** The module of one of Intercom's resources in the package, of the tools of a version. */
export function moduleOf(module: string, version: string = apiVersion): string {
  const api = version === apiVersion ? 'intercom' : `intercom-${version}`;
  return `intercom-mcp-toolkit/${api}/tools/${module}`;
}
