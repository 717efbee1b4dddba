import { createContext, runInContext } from 'node:vm';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';
import type { Box } from '../../../../runtime/code/box/box.ts';
import { runIn, wasm } from './support/run-program.ts';

/** The box without threads as one script, made as for a runtime that is not Node. */
async function bundledBox(): Promise<string> {
  const file = new URL('../../../../runtime/code/box/in-process-box.ts', import.meta.url).pathname;
  const build = await rolldown({
    input: file,
    platform: 'neutral',
    resolve: { conditionNames: ['workerd', 'import'], mainFields: ['module', 'main'] },
  });
  const { output } = await build.generate({ format: 'iife', name: 'made', codeSplitting: false });
  await build.close();
  expect(output).toHaveLength(1);
  return output[0].code;
}

test('in a realm that has only what the web has, programs run, with types and with limits', async () => {
  const web = { WebAssembly, TextEncoder, TextDecoder, AbortController, setTimeout, clearTimeout, performance, crypto };
  const realm = createContext({ ...web });
  runInContext(await bundledBox(), realm);
  const box: Box = runInContext('made.createInProcessBox', realm)({ wasm });
  const source = 'const x: number = 1;\nreturn [x, await __ask("y"), typeof process]';
  expect((await runIn(box, source)).value).toEqual([1, 'y', 'undefined']);
  const limits = { memory: 16 * 1024 * 1024, cpu: 100, wall: 3000 };
  expect((await runIn(box, 'for (;;) {}', { limits })).outcome.failure).toBe('cpu');
});
