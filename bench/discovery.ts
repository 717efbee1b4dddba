import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { catalog } from '../intercom/catalog.ts';
import { intercomProfile } from '../intercom/profile.ts';
import type { CatalogEntry } from '../runtime/catalog/catalog.ts';
import { describeTool, signaturesOf } from '../runtime/discovery/signatures.ts';
import { createToolIndex } from '../runtime/discovery/tool-index.ts';
import { createDiscovery } from '../runtime/mcp/index.ts';
import { furtherQuestions, unseenQuestions } from '../test/runtime/discovery/support/more-questions.ts';
import { productQuestions, type Question, tunedQuestions } from '../test/runtime/discovery/support/questions.ts';
import { controlQuestions, supportQuestions } from '../test/runtime/discovery/support/support-questions.ts';
import { quantile } from './support/statistics.ts';

const ROUNDS = 20;

const started = performance.now();
const index = createToolIndex(catalog, intercomProfile);
console.log(`index of ${catalog.length} tools: ${(performance.now() - started).toFixed(1)} ms, the first time`);

const allowed = new Set(catalog.map(({ name }) => name));
const sets = {
  product: productQuestions,
  tuned: tunedQuestions,
  further: furtherQuestions,
  unseen: unseenQuestions,
  support: supportQuestions,
  control: controlQuestions,
};

/** Rank of the first right tool, from 0; infinite if none is found. */
function rank([words, tools]: Question): number {
  const at = index.search(words, allowed).findIndex(({ entry }) => tools.includes(entry.name));
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

for (const [kind, questions] of Object.entries(sets)) {
  const ranks = questions.map(rank);
  const within = (count: number) => {
    const right = ranks.filter((at) => at < count).length;
    return `${right} (${Math.round((100 * right) / ranks.length)}%)`;
  };
  console.log(`${kind}: ${ranks.length} questions, right in first ${within(1)}, three ${within(3)}, five ${within(5)}`);
}

const times: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [words] of Object.values(sets).flat()) {
    const start = performance.now();
    index.search(words, allowed);
    times.push(performance.now() - start);
  }
}
const time = (share: number) => `${quantile(times, share).toFixed(3)} ms`;
console.log(`search: p50 ${time(0.5)}, p95 ${time(0.95)}, p99 ${time(0.99)}`);

const signatures = signaturesOf(catalog);
/** What `describe_tools` answered while it showed JSON Schema. */
function withSchema({ name, description, class: kind, access, destructive, inputSchema }: CatalogEntry): string {
  const described = { name, description, class: kind, access, ...(destructive && { destructive }), inputSchema };
  return JSON.stringify({ result: [described] });
}

console.log('\ntokens (o200k) of all tools      median   p90   max   mean');
tell('arguments as JSON Schema', ({ inputSchema }) => JSON.stringify(inputSchema));
tell('arguments as signature', signatures.of);
tell('described with JSON Schema', withSchema);
tell('described with signature', (entry) => describeTool(entry, signatures));
for (const entry of catalog.filter(({ inputSchema }) => '$defs' in inputSchema)) {
  const [before, after] = [withSchema(entry), describeTool(entry, signatures)].map((text) => countTokens(text));
  console.log(`${entry.name}: ${before} -> ${after}, of these ${countTokens(signatures.of(entry))} the signature`);
}

const toolbox = createDiscovery({ profile: intercomProfile, from: catalog })(catalog);
const answers = Object.values(sets)
  .flat()
  .map(([query]) => countTokens(JSON.stringify(toolbox.resolve('search_tools', { query }))));
console.log(`\nthe list: ${countTokens(JSON.stringify(toolbox.list()))} tokens`);
console.log(`answers to the questions: median ${quantile(answers, 0.5)}, p90 ${quantile(answers, 0.9)} tokens`);

function tell(what: string, text: (entry: CatalogEntry) => string): void {
  const tokens = catalog.map((entry) => countTokens(text(entry)));
  const mean = tokens.reduce((sum, count) => sum + count, 0) / tokens.length;
  const figures = [0.5, 0.9, 1].map((share) => String(quantile(tokens, share)).padStart(6));
  console.log(`${what.padEnd(30)} ${figures.join('')} ${mean.toFixed(1).padStart(7)}`);
}
