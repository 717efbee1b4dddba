/** The module of one of Intercom's resources in the package. */
export function moduleOf(module: string): string {
  return `intercom-mcp-toolkit/intercom/tools/${module}`;
}
