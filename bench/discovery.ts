import { catalog } from '../intercom/catalog.ts';
import { intercomProfile } from '../intercom/profile.ts';
import { createToolIndex } from '../runtime/discovery/tool-index.ts';
import { furtherQuestions, unseenQuestions } from '../test/runtime/discovery/support/more-questions.ts';
import { productQuestions, type Question, tunedQuestions } from '../test/runtime/discovery/support/questions.ts';

const ROUNDS = 50;

const started = performance.now();
const index = createToolIndex(catalog, intercomProfile);
console.log(`index of ${catalog.length} tools: ${(performance.now() - started).toFixed(1)} ms, the first time`);

const allowed = new Set(catalog.map(({ name }) => name));
const sets = { product: productQuestions, tuned: tunedQuestions, further: furtherQuestions, unseen: unseenQuestions };

/** Rank of the first right tool, from 0; infinite if none is found. */
function rank([words, tools]: Question): number {
  const at = index.search(words, allowed).findIndex(({ name }) => tools.includes(name));
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

for (const [kind, questions] of Object.entries(sets)) {
  const ranks = questions.map(rank);
  const within = (count: number) => {
    const hits = ranks.filter((at) => at < count).length;
    return `${hits} (${Math.round((100 * hits) / ranks.length)}%)`;
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
times.sort((a, b) => a - b);
function percentile(share: number) {
  return `${(times[Math.floor(times.length * share)] ?? 0).toFixed(3)} ms`;
}
console.log(`search: p50 ${percentile(0.5)}, p95 ${percentile(0.95)}, p99 ${percentile(0.99)}`);
