import { expect, test } from 'vitest';
import { withCommands } from '../../scripts/docs/cli-commands.ts';
import { textOf } from './support/pages.ts';

test('the page of the command line has what the program says of itself (npm run docs:write)', () => {
  const text = textOf('docs/cli.md');
  expect(text).toMatch(/^### gateway keys create$/m);
  expect(withCommands(text)).toBe(text);
});
