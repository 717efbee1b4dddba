import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filesThatFail } from '../support/files-that-fail.ts';

const sources = ['gateway/store', 'gateway/store/engines'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`),
);

test('a further engine does not compile until it has a driver and is tested', () => {
  const engine = { file: 'gateway/store/contract/engine.ts', from: "'sqlite' | ", to: "'sqlite' | 'mysql' | " };
  expect(filesThatFail(engine, [...sources, 'test/gateway/support/engines.ts']).sort()).toEqual([
    'gateway/store/create-store.ts',
    'gateway/store/engines/cannot-open.ts',
    'gateway/store/engines/drivers.ts',
    'gateway/store/engines/engine-of.ts',
    'gateway/store/open-database.ts',
    'test/gateway/support/engines.ts',
  ]);
}, 300_000);
