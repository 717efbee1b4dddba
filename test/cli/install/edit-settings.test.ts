import { describe, expect, test } from 'vitest';
import { editSettings } from '../../../cli/install/edit-settings.ts';

const entry = { command: 'node', args: ['intercom-mcp.js', 'serve'] };
const edit = (before: string, more: Partial<Parameters<typeof editSettings>[2]> = {}) =>
  editSettings('settings.json', before, { key: 'mcpServers', name: 'intercom', entry, force: false, ...more });

describe('a server is put in', () => {
  test.each([
    ['no file', ''],
    ['an empty file', '  \n'],
    ['nothing in it', '{}'],
    ['other settings', '{"theme":"dark"}'],
    ['other servers', '{\n  "mcpServers": {\n    "other": {}\n  }\n}\n'],
    ['a comma too many', '{"mcpServers":{"other":{},},}'],
    ['a byte order mark', '\uFEFF{"a":1}'],
  ])('where there is %s', (_name, before) => {
    const { text, action } = edit(before);
    expect(action).toBe('add');
    expect(text.startsWith('\uFEFF')).toBe(before.startsWith('\uFEFF'));
    const json = text.replace('\uFEFF', '').replaceAll(/,(\s*})/g, '$1');
    const { mcpServers, ...rest } = JSON.parse(json);
    expect(mcpServers.intercom).toEqual(entry);
    if (before.includes('other')) expect(mcpServers.other).toEqual({});
    expect(Object.keys(rest)).toHaveLength(/theme|"a"/.test(before) ? 1 : 0);
  });

  test('comments, tabs and line ends stay', () => {
    const before = '// mine\r\n{\r\n\t"a": 1, // one\r\n\t/* servers */\r\n\t"mcpServers": {}\r\n}\r\n';
    const { text } = edit(before);
    for (const part of [
      '// mine\r\n',
      '"a": 1, // one\r\n',
      '/* servers */',
      '\r\n\t\t"intercom": {\r\n\t\t\t"command"',
    ])
      expect(text).toContain(part);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });
});

test('what is there already is left alone, what is ours is replaced, and taken out again', () => {
  const { text } = edit('{\n  "mcpServers": {\n    "other": {}\n  }\n}\n');
  expect(edit(text)).toEqual({ text, action: 'none' });
  const other = edit(text, { entry: { ...entry, args: [...entry.args, '--code'] } });
  expect(other.action).toBe('replace');
  expect(JSON.parse(other.text).mcpServers.intercom.args).toContain('--code');
  const gone = edit(other.text, { entry: undefined });
  expect(gone).toEqual({ text: '{\n  "mcpServers": {\n    "other": {}\n  }\n}\n', action: 'remove' });
  expect(edit(gone.text, { entry: undefined }).action).toBe('none');
});

test("somebody else's server of that name is replaced only where that is wanted", () => {
  const theirs = '{"mcpServers":{"intercom":{"url":"https://mcp.intercom.example/mcp"}}}';
  expect(() => edit(theirs)).toThrow('already, which is not this one');
  expect(() => edit(theirs, { entry: undefined })).toThrow('already, which is not this one');
  expect(edit(theirs, { force: true }).action).toBe('replace');
});

test.each([
  ['{ "a": [1,', 'line 1'],
  ['{\n"a": 1\n"b": 2}', 'CommaExpected in line 3'],
  ['[]', 'it is no object'],
  ['text', 'InvalidSymbol'],
  ['{"mcpServers":[]}', '"mcpServers" is no object'],
  ['{"mcpServers":{"intercom":{"command":"intercom-mcp"},"intercom":{"command":"intercom-mcp2"}}}', 'more than once'],
])('%j is refused', (text, why) => {
  expect(() => edit(text)).toThrow(why);
});
