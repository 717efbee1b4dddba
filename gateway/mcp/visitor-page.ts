import type { Context } from 'hono';
import { html } from 'hono/html';
import { htmlPage } from '../http/html-page.ts';

/**
 * What a person reads who opens the address of an MCP server in a browser. It is the same for every address, whether there is a
 * server or not, and nothing is looked up for it.
 */
export async function visitorPage(c: Context): Promise<Response> {
  const body = html`
    <p>This is no page to read. AI clients such as Claude connect to this page's address, and then work with the tools behind it, as far as the owner of the address allows.</p>
    <p class="error">Keep this page's address like a password: whoever has it may be able to do what you can.</p>
    <dl>
      <dt>Claude</dt>
      <dd>Settings, Connectors, add a custom connector, and paste this page's address.</dd>
      <dt>Claude Code</dt>
      <dd><code>claude mcp add --transport http NAME</code> with a name of your choice, followed by this page's address.</dd>
      <dt>Cursor</dt>
      <dd>Settings, MCP, add a server: an entry of <code>mcpServers</code> whose <code>url</code> is this page's address.</dd>
      <dt>VS Code</dt>
      <dd>The command "MCP: Add Server", of the kind HTTP, with this page's address.</dd>
      <dt>Others</dt>
      <dd>An MCP server over streamable HTTP, with this page's address as its URL. A client that is asked to log in opens a page for it.</dd>
    </dl>
    <p>Where it does not work, ask whoever gave you the address: it may have expired.</p>`;
  const page = await htmlPage(c, { title: 'An MCP server for AI clients', body });
  page.headers.set('Referrer-Policy', 'no-referrer');
  return page;
}
