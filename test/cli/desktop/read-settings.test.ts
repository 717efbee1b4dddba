import { expect, test } from 'vitest';
import { readSettings } from '../../../cli/desktop/read-settings.ts';

const unsaid = {
  mode: 'discovery',
  confirm: 'destructive',
  tags: undefined,
  methods: undefined,
  expectCatalog: undefined,
};

test.each<[Record<string, string>, object]>([
  [{}, {}],
  [{ INTERCOM_MCP_MODE: ' Code ' }, { mode: 'code' }],
  [{ INTERCOM_MCP_CONFIRM: 'NEVER' }, { confirm: 'never' }],
  [{ INTERCOM_MCP_TAGS: 'support, knowledge_base' }, { tags: ['support', 'knowledge_base'] }],
  [{ INTERCOM_MCP_TAGS: 'support;\n knowledge_base ,' }, { tags: ['support', 'knowledge_base'] }],
  [{ INTERCOM_MCP_METHODS: 'read' }, { methods: ['read'] }],
  [{ INTERCOM_MCP_TAGS: 'all', INTERCOM_MCP_METHODS: 'All' }, {}],
  [{ INTERCOM_MCP_TAGS: ' , ' }, {}],
  [{ INTERCOM_MCP_EXPECT_CATALOG: 'Any' }, {}],
  [{ INTERCOM_MCP_EXPECT_CATALOG: ' 0123456789ab ' }, { expectCatalog: '0123456789ab' }],
])('%j', (environment, said) => {
  expect(readSettings(environment)).toEqual({ ...unsaid, ...said });
});

test.each([
  ['INTERCOM_MCP_MODE', 'discover', 'Mode', 'list, discovery, code'],
  ['INTERCOM_MCP_CONFIRM', 'yes', 'Confirm', 'destructive, write, never'],
])('%s: %s is refused with what there is', (variable, value, title, allowed) => {
  expect(() => readSettings({ [variable]: value })).toThrow(
    expect.objectContaining({
      message: expect.stringContaining(`"${value}" is no value of the setting ${title}.`),
      help: `Set ${title} to one of ${allowed}.`,
    }),
  );
});
