// Code mode in an agent of your own: the model writes a program that calls Intercom's tools, and a person agrees once to all it writes.
import assert from 'node:assert/strict';
import Anthropic from '@anthropic-ai/sdk';
import { createClient } from 'intercom-mcp-toolkit';
import { anthropicTools } from 'intercom-mcp-toolkit/agents';
import { intercom } from 'intercom-mcp-toolkit/intercom/catalog';
import { cast, createSandbox } from 'intercom-mcp-toolkit/sandbox';
import { serveScript } from '../scripted-model.ts';
import { triageByProgram } from './script.ts';

// A sample workspace and a model that follows a script. With real ones: createClient({ token: process.env.INTERCOM_ACCESS_TOKEN })
// and new Anthropic(), with the name of a model below.
const sandbox = createSandbox();
const client = createClient({ token: 'sandbox', baseUrl: 'http://localhost', fetch: sandbox.fetch });
await using model = await serveScript(triageByProgram(cast.admins.maya));
const anthropic = new Anthropic({ apiKey: 'none', baseURL: model.url });

const questions: string[] = [];
const { tools, instructions } = await anthropicTools({
  ...intercom,
  client,
  mode: 'code',
  filter: { tags: ['conversations', 'articles'] },
  // Ask a person here: examples/custom-agent does at a terminal.
  agree: (question) => questions.push(question) > 0,
});
assert.deepEqual(
  tools.map(({ name }) => name),
  ['search_tools', 'run_read_code', 'run_code'],
);

const runner = anthropic.beta.messages.toolRunner({
  model: 'scripted',
  max_tokens: 8000,
  system: instructions,
  tools,
  messages: [
    { role: 'user', content: 'Answer the new conversations about password resets with the steps of the article.' },
  ],
});
const { content } = await runner;
assert.deepEqual(content, [{ type: 'text', text: `Answered ${cast.conversations.resets.join(', ')}.` }]);

// One question about three replies, and no other change.
assert.equal(questions.length, 1);
for (const id of cast.conversations.resets) assert(questions[0]?.includes(id));
const replies = sandbox.changes().filter(({ at }) => /^parts\.\d+$/.test(at));
assert.deepEqual(replies.map(({ id }) => id).toSorted(), cast.conversations.resets);
console.log(`Code mode: ${replies.length} conversations answered by one program of ${tools.length} tools.`);
