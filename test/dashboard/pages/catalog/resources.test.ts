import { expect, test } from 'vitest';
import { neighboursOf, resourcesOf, sayTag, sectionId } from '../../../../dashboard/pages/catalog/resources.ts';
import { toolListView } from '../../../../gateway/api/tools/schemas.ts';
import { toolIndex } from '../../../../intercom/reference.ts';

const { result: tools } = toolListView({ version: '2.16', apis: [], apiOf: () => 'intercom' }, toolIndex());

test('every tool stands under one resource, and the way from the first to the last passes each once', () => {
  const all = resourcesOf(tools).flatMap((resource) => resource.tools.map(({ name }) => name));
  expect(all.toSorted()).toEqual(tools.map(({ name }) => name).toSorted());
  const way: string[] = [];
  for (let name = all[0]; name !== undefined; name = neighboursOf(name, tools).behind?.name) way.push(name);
  expect(way).toEqual(all);
  for (const [at, name] of all.entries()) expect(neighboursOf(name, tools).before?.name).toBe(all[at - 1]);
});

test('what is no tool has no neighbours', () => {
  expect(neighboursOf('nothing', tools)).toEqual({ before: undefined, behind: undefined });
});

test.each([
  ['ai_content', 'AI content'],
  ['ip_allowlist', 'IP allowlist'],
  ['tags', 'Tags'],
  ['', ''],
])('the tag %s is said as %s', (tag, want) => {
  expect(sayTag(tag)).toBe(want);
});

test('the id of a section is one word, whatever the tag is', () => {
  expect(sectionId('my pets "&')).toMatch(/^[\w%-]+$/);
});
