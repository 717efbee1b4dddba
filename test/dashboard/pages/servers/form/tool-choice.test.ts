import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ACCESSES,
  configOf,
  FIRST_CHOICE,
  isOn,
  readChoice,
  switchTools,
  type ToolChoice,
  toolsOn,
} from '../../../../../dashboard/pages/servers/form/tool-choice.ts';
import { serverConfig, toolsOf } from '../../../../../gateway/servers/server-config.ts';
import { catalog } from '../../../../../intercom/catalog.ts';
import { choosableTools as all } from '../../../support/choosable-tools.ts';

const names = all.map(({ name }) => name);
const tags = [...new Set(all.flatMap((tool) => tool.tags))];

const someNames = fc.uniqueArray(fc.constantFrom(...names), { maxLength: 12 }).map((list) => new Set(list));
const words = ['read', 'write', 'destructive', 'list', 'get', 'create', 'update', 'delete', 'action'];

const choices: fc.Arbitrary<ToolChoice> = fc.record({
  access: fc.constantFrom(...ACCESSES),
  words: fc.uniqueArray(fc.constantFrom(...words), { minLength: 1 }).map((list) => new Set(list)),
  tags: fc.uniqueArray(fc.constantFrom(...tags), { maxLength: 4 }).map((list) => new Set(list)),
  added: someNames,
  off: someNames,
});

/** What a gateway keeps of the catalog for a choice. */
function keptBy(choice: ToolChoice): string[] {
  return toolsOf(serverConfig.parse(configOf(choice, all)), catalog).map(({ name }) => name);
}

test('a server shows the tools that are on, whatever was chosen', () => {
  fc.assert(
    fc.property(choices, (choice) => {
      const on = toolsOn(choice, all);
      fc.pre(on.length > 0);
      expect(keptBy(choice)).toEqual(on);
    }),
    { numRuns: 200 },
  );
});

test('a stored configuration comes back as it was', () => {
  fc.assert(
    fc.property(choices, (choice) => {
      fc.pre(toolsOn(choice, all).length > 0);
      const config = configOf(choice, all);
      const read = readChoice(config, all);
      expect(toolsOn(read, all)).toEqual(toolsOn(choice, all));
      // The order of words says nothing.
      const inOrder = ({ methods, ...rest }: typeof config) => ({ ...rest, methods: methods.toSorted() });
      expect(inOrder(configOf(read, all))).toEqual(inOrder(config));
    }),
    { numRuns: 200 },
  );
});

test('a switch turns its tools and no other', () => {
  fc.assert(
    fc.property(choices, someNames, fc.boolean(), (choice, switched, on) => {
      const after = switchTools(choice, all, { names: switched, on });
      for (const tool of all) expect(isOn(after, tool)).toBe(switched.has(tool.name) ? on : isOn(choice, tool));
    }),
    { numRuns: 200 },
  );
});

test('a tool that the access leaves out is added by its name', () => {
  const choice = switchTools(FIRST_CHOICE, all, { names: new Set(['create_a_intercom_contact']), on: true });
  expect(configOf(choice, all)).toEqual({ methods: ['read', 'create_a_intercom_contact'] });
});

test('a tool that the tags leave out brings the smallest of its own, and nothing else of it', () => {
  const first = { ...FIRST_CHOICE, tags: new Set(['articles']) };
  const choice = switchTools(first, all, { names: new Set(['list_all_intercom_tags']), on: true });
  const added = [...choice.tags].filter((tag) => tag !== 'articles');
  expect(added).toHaveLength(1);
  expect(toolsOn(choice, all)).toEqual(
    all
      .map(({ name }) => name)
      .filter((name) => name === 'list_all_intercom_tags' || toolsOn(first, all).includes(name)),
  );
});

test('what is off is said by the names of what is left', () => {
  const choice = switchTools(FIRST_CHOICE, all, { names: new Set(['list_all_intercom_tags']), on: false });
  const { methods, tools } = configOf(choice, all);
  expect(methods).toEqual(['read']);
  expect(tools).not.toContain('list_all_intercom_tags');
  expect(tools).toHaveLength(all.filter(({ access }) => access === 'read').length - 1);
});

test('a server that was stored by names that tools had shows them on, by their names of now', () => {
  const [first, second, ...others] = all;
  if (first === undefined || second === undefined) throw new Error('no tools');
  const renamed = [{ ...first, former_names: ['one_before'] }, { ...second, former_names: ['two_before'] }, ...others];
  const config = { methods: ['one_before', 'two_before'], tools: ['two_before'] };
  const choice = readChoice(config, renamed);
  expect(toolsOn(choice, renamed)).toEqual([second.name]);
  expect(configOf(choice, renamed).tools).toEqual([second.name]);
});
