import { createSandbox } from '../sandbox/index.ts';
import { median } from './support/statistics.ts';

// How long a small and a large sample workspace take for the same requests: npx node bench/sandbox.ts

const ROUNDS = 15;

const day = 86_400;
const now = Math.floor(Date.now() / 1000);
const filters = {
  recent: { field: 'created_at', operator: '>', value: now - 7 * day },
  open: { field: 'state', operator: '=', value: 'open' },
  nobody: { field: 'admin_assignee_id', operator: '=', value: 0 },
  word: { field: 'source.body', operator: '~', value: 'invoice' },
};
function search(...value: object[]) {
  return {
    method: 'POST',
    path: '/conversations/search',
    body: { query: { operator: 'AND', value }, pagination: { per_page: 20 } },
  };
}
const requests: Readonly<Record<string, { method: string; path: string; body?: unknown }>> = {
  'search by state and assignee': search(filters.open, filters.nobody),
  'search by date and words of the body': search(filters.recent, filters.word),
  'list 20 conversations': { method: 'GET', path: '/conversations?per_page=20' },
  'get one conversation': { method: 'GET', path: '/conversations/104857392' },
  'search contacts by email': {
    method: 'POST',
    path: '/contacts/search',
    body: { query: { field: 'email', operator: '=', value: 'amara.diallo@brightleaf.example' } },
  },
};

const columns: number[][] = [];
for (const scale of [1, 84]) {
  const began = performance.now();
  const sandbox = createSandbox({ scale, rateLimit: 1e9 });
  const made = performance.now() - began;
  const counts = Object.entries(sandbox.snapshot())
    .filter(([name]) => ['contacts', 'conversations', 'tickets'].includes(name))
    .map(([name, rows]) => `${Object.keys(rows).length} ${name}`);
  console.log(`scale ${scale}: ${counts.join(', ')}, made in ${made.toFixed(0)} ms`);
  const column: number[] = [];
  for (const { method, path, body } of Object.values(requests)) {
    const times: number[] = [];
    // The first call compiles what all later ones use.
    for (let round = 0; round <= ROUNDS; round++) {
      const start = performance.now();
      const response = await sandbox.fetch(
        new Request(`http://bench${path}`, {
          method,
          headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        }),
      );
      await response.text();
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      if (round > 0) times.push(performance.now() - start);
    }
    column.push(median(times));
  }
  columns.push(column);
}

const [small = [], large = []] = columns;
console.log(`\n${'median of '.concat(String(ROUNDS)).padEnd(38)}  scale 1   scale 84   ratio`);
Object.keys(requests).forEach((name, index) => {
  const [a = Number.NaN, b = Number.NaN] = [small[index], large[index]];
  const cells = [
    `${a.toFixed(2)} ms`.padStart(9),
    `${b.toFixed(2)} ms`.padStart(9),
    `${(b / a).toFixed(1)}x`.padStart(6),
  ];
  console.log(`${name.padEnd(36)}${cells.join('  ')}`);
});
