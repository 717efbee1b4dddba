// An MCP server for Claude: a support desk's tools, read only but for the reply, under a name of its own.
import { createClient } from 'intercom-mcp-toolkit';
import { instructions, intercom } from 'intercom-mcp-toolkit/intercom/catalog';
import { serveStdio } from 'intercom-mcp-toolkit/mcp';

const { INTERCOM_ACCESS_TOKEN, INTERCOM_BASE_URL } = process.env;

serveStdio({
  ...intercom,
  client: createClient({ token: INTERCOM_ACCESS_TOKEN, baseUrl: INTERCOM_BASE_URL }),
  filter: {
    tags: ['conversations', 'articles'],
    methods: ['read', 'intercom_conversations_reply'],
  },
  name: 'support-desk',
  version: '1.0.0',
  instructions: [
    { text: 'Look for an answer in the articles before you reply. Sign replies with "The support desk".' },
    ...instructions,
  ],
});
