import { PageHead } from '../../parts/page-head.tsx';

/** Create an MCP server. */
export function CreateServerPage() {
  return <PageHead title="Create an MCP server" />;
}
