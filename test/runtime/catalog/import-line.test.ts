import { expect, test } from 'vitest';
import { catalog } from '../../../intercom/catalog.ts';
import { moduleOf } from '../../../intercom/module-of.ts';
import { importLine } from '../../../runtime/catalog/import-line.ts';

test('a tool is imported by what its module calls it', () => {
  const entry = catalog.find(({ name }) => name === 'list_all_intercom_search_conversations');
  expect(entry && importLine(entry, moduleOf)).toBe(
    "import { searchConversations } from 'intercom-mcp-toolkit/intercom/tools/conversations'",
  );
});

test('one of a catalogue that was made by hand goes by its name', () => {
  expect(importLine({ name: 'get_pet', module: 'pets' }, (module) => `./${module}.ts`)).toBe(
    "import { get_pet } from './pets.ts'",
  );
});
