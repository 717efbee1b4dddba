import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describePathParameters } from '../../../bench/contestants/describe-path-parameters.ts';

const given = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } });

test.each([
  ['one that is missing is added', '/a/{id}', {}, [given('id')]],
  ['one that is there stays alone', '/a/{id}', { parameters: [given('id')] }, [given('id')]],
  [
    'one of the same name in the query is another',
    '/a/{id}',
    { parameters: [{ name: 'id', in: 'query' }] },
    [{ name: 'id', in: 'query' }, given('id')],
  ],
  [
    'one that is referred to stays alone',
    '/a/{id}',
    { parameters: [{ $ref: '#/components/parameters/id' }] },
    [{ $ref: '#/components/parameters/id' }],
  ],
])('%s', async (_, path, operation, expected) => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-path-'));
  try {
    await writeFile(join(folder, 'from.json'), JSON.stringify({ paths: { [path]: { get: operation } } }));
    await describePathParameters(join(folder, 'from.json'), join(folder, 'to.json'));
    const { paths } = JSON.parse(await readFile(join(folder, 'to.json'), 'utf8'));
    expect(paths[path].get.parameters).toEqual(expected);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
