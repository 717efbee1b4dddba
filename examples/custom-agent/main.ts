// An agent at the terminal: Claude works with Intercom's tools, and a person agrees to every write before it is made.
//
// In a project of your own: npm install intercom-mcp-toolkit @anthropic-ai/sdk, then node main.ts "What it should do".
// In a checkout, after npm ci --prefix test/agents, without an account (--scripted) or with the key of one:
// node --conditions=intercom-mcp-toolkit:source --import ./test/agents/support/resolve-sdks.ts examples/custom-agent/main.ts --scripted
import assert from 'node:assert/strict';
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import Anthropic from '@anthropic-ai/sdk';
import { createClient } from 'intercom-mcp-toolkit';
import { anthropicTools } from 'intercom-mcp-toolkit/agents';
import { intercom } from 'intercom-mcp-toolkit/intercom/catalog';
import { cast, createSandbox } from 'intercom-mcp-toolkit/sandbox';
import { serveScript } from '../scripted-model.ts';
import { runAgent } from './agent.ts';
import { triageScript } from './script.ts';

const TASK = 'Find new, unassigned conversations about a password reset, and reply with the steps of the Help Center.';
const { values, positionals } = parseArgs({ allowPositionals: true, options: { scripted: { type: 'boolean' } } });
const { ANTHROPIC_API_KEY, ANTHROPIC_MODEL = 'claude-sonnet-5-5', INTERCOM_ACCESS_TOKEN } = process.env;
if (!values.scripted && ANTHROPIC_API_KEY === undefined) {
  console.error('Set ANTHROPIC_API_KEY, or try it without a model: --scripted.');
  process.exit(1);
}

// Your workspace where there is a token for it, else the sample workspace, in this process.
const sandbox = values.scripted || INTERCOM_ACCESS_TOKEN === undefined ? createSandbox() : undefined;
const client =
  sandbox === undefined
    ? createClient({ token: INTERCOM_ACCESS_TOKEN })
    : createClient({ token: 'sandbox', baseUrl: 'http://localhost', fetch: sandbox.fetch });

const terminal = createInterface({ input: stdin, output: stdout, terminal: stdin.isTTY });
const lines = terminal[Symbol.asyncIterator]();
const givenUp = new AbortController();
terminal.on('SIGINT', () => givenUp.abort());
process.on('SIGINT', () => givenUp.abort());

const agreed: string[] = [];
async function agree(question: string): Promise<boolean> {
  stdout.write(`\n${question}\nDo it? [y/N] `);
  const { value = '' } = await lines.next();
  const isYes = /^y(es)?$/i.test(value.trim());
  if (isYes) agreed.push(question);
  return isYes;
}

await using model = values.scripted ? await serveScript(triageScript(cast.admins.maya)) : undefined;
try {
  await runAgent(positionals.join(' ') || TASK, {
    anthropic: new Anthropic(model === undefined ? {} : { apiKey: 'none', baseURL: model.url }),
    intercom: await anthropicTools({
      ...intercom,
      client,
      filter: { tags: ['conversations', 'articles', 'admins'] },
      agree,
    }),
    model: ANTHROPIC_MODEL,
    signal: givenUp.signal,
    tell: (text) => stdout.write(text),
  });
} catch (error) {
  if (!givenUp.signal.aborted) throw error;
  stdout.write('\nGiven up.\n');
  process.exitCode = 130;
} finally {
  terminal.close();
}

const replied = sandbox?.changes().filter(({ at }) => /^parts\.\d+$/.test(at)) ?? [];
if (values.scripted) assert.equal(replied.length, agreed.length);
stdout.write(`\n${agreed.length} writes were agreed to.\n`);
