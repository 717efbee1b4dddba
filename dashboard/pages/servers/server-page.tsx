import { PageHead } from '../../parts/page-head.tsx';

/** MCP server. */
export function ServerPage() {
  return <PageHead title="MCP server" />;
}
