// Which tools an agent has: by tags, by kinds of methods, by name, and under names of its own. What is left out is not there at all.
import assert from 'node:assert/strict';
import { createClient } from 'intercom-mcp-toolkit';
import { agentTools } from 'intercom-mcp-toolkit/agents';
import { intercom } from 'intercom-mcp-toolkit/intercom/catalog';
import { cast, createSandbox } from 'intercom-mcp-toolkit/sandbox';

// A sample workspace in this process. With a real one: createClient({ token: process.env.INTERCOM_ACCESS_TOKEN }).
const sandbox = createSandbox();
const client = createClient({ token: 'sandbox', baseUrl: 'http://localhost', fetch: sandbox.fetch });

// A Help Center bot reads articles, and can neither change anything nor see a customer's data.
const bot = await agentTools({ ...intercom, client, filter: { tags: ['knowledge_base'], methods: ['read'] } });
const found = await bot.call('list_all_intercom_articles_search', { phrase: 'reset password' });
assert.equal(found.isError, false);
assert(JSON.stringify(found.content).includes(cast.articles.passwordReset));
for (const name of ['list_all_intercom_search_contacts', 'delete_a_intercom_article_by_id']) {
  const { isError, content } = await bot.call(name, {});
  assert(isError && JSON.stringify(content).includes('Unknown tool'));
}

// A support desk reads what has to do with support, and replies; that one write is named.
const desk = await agentTools({
  ...intercom,
  client,
  filter: { tags: ['support'], methods: ['read', 'intercom_conversations_reply'] },
  prefix: 'acme_',
});
const names = desk.tools.map(({ name }) => name);
assert(names.includes('acme_intercom_conversations_reply') && names.every((name) => name.startsWith('acme_')));
const entries = new Map(intercom.catalog.map((entry) => [`acme_${entry.name}`, entry]));
const writes = names.filter((name) => entries.get(name)?.access === 'write');
assert.deepEqual(writes, ['acme_intercom_conversations_reply']);

// A filter that cannot be meant is refused, with what to do.
await assert.rejects(agentTools({ ...intercom, client, filter: { tags: ['knowlege_base'] } }), /knowledge_base/);
assert.deepEqual(sandbox.changes(), []);
console.log(
  `${bot.tools.length} tools for the bot, ${names.length} for the desk, of ${intercom.catalog.length}; nothing changed.`,
);
