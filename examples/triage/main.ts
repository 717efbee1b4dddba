// Workflow 1 without a protocol: new, unassigned conversations about password resets get the steps of the Help Center.
import assert from 'node:assert/strict';
import { createClient } from 'intercom-mcp-toolkit';
import { cast, createSandbox } from 'intercom-mcp-toolkit/sandbox';
import { triage } from './triage.ts';

// A sample workspace in this process. With a real one: createClient({ token: process.env.INTERCOM_ACCESS_TOKEN }).
const sandbox = createSandbox();
const client = createClient({
  token: 'sandbox',
  baseUrl: 'http://localhost',
  fetch: sandbox.fetch,
});

const since = Math.floor(Date.now() / 1000) - 24 * 60 * 60;
const report = await triage(client, { topic: 'password reset', adminId: cast.admins.maya, since });

assert.equal(report.article, cast.articles.passwordReset);
assert.deepEqual(report.answered.toSorted(), cast.conversations.resets);
assert.deepEqual(report.leftOut, []);

// Each of the three has one more part, Maya's answer with the steps; of others, nothing changed.
const changes = sandbox.changes();
for (const id of cast.conversations.resets) {
  const added = changes.filter((change) => change.id === id && /^parts\.\d+$/.test(change.at));
  assert.equal(added.length, 1);
  assert.match(JSON.stringify(added[0]?.after), /<ol>.*reset.*<\/ol>/i);
  assert.match(JSON.stringify(added[0]?.after), new RegExp(`"id":"${cast.admins.maya}"`));
}
const touched = changes.map(({ table, id }) => `${table} ${id}`);
assert.deepEqual([...new Set(touched)].toSorted(), [
  ...cast.contacts.resets.map((id) => `contacts ${id}`),
  ...cast.conversations.resets.map((id) => `conversations ${id}`),
]);
console.log(`Answered ${report.answered.length} conversations with article ${report.article}; nothing else changed.`);
