import { describe, expect, test } from 'vitest';
import { createAliases } from '../../../runtime/catalog/aliases.ts';
import { filterCatalog } from '../../../runtime/catalog/filter.ts';
import { toolLoader } from '../../../runtime/catalog/tool-loader.ts';
import { getThing, replyToThing } from '../../support/sample-tools.ts';
import { catalogOf } from '../mcp/support/catalog.ts';

const until = '2027-01-31';
const aliases = [
  { name: 'get_single_thing', function: 'getSingleThing', until },
  { name: 'fetch_thing', until: '2026-06-30' },
];
const [thing, reply] = catalogOf([getThing, replyToThing]);
if (thing === undefined || reply === undefined) throw new Error('no catalogue');
const catalog = [{ ...thing, function: 'getThing', aliases }, reply];
const at = (time: string) => () => Date.parse(time);
const before = at('2026-06-30T23:59:59.999Z');

describe('a name that a tool had', () => {
  test.each([
    ['get_single_thing', 'get_single_thing is called get_thing now; the old name works until 2027-01-31.'],
    ['getSingleThing', 'getSingleThing is called getThing now; the old name works until 2027-01-31.'],
    ['fetch_thing', 'fetch_thing is called get_thing now; the old name works until 2026-06-30.'],
  ])('%s finds it up to the last moment of its last day', (name, note) => {
    expect(createAliases(catalog, before).find(name)).toMatchObject({ entry: catalog[0], isOver: false, note });
  });

  test('is over with that day, each by its own', () => {
    const { find } = createAliases(catalog, at('2026-07-01T00:00:00Z'));
    const note = 'fetch_thing is called get_thing now: the old name ended with 2026-06-30.';
    expect(find('fetch_thing')).toMatchObject({ isOver: true, note });
    expect(find('get_single_thing')).toMatchObject({ isOver: false });
  });

  test.each(['get_thing', 'getThing', 'reply_to_thing', 'Get_Single_Thing', '', '__proto__'])('is not %j', (name) => {
    expect(createAliases(catalog, before).find(name)).toBeUndefined();
  });

  test('never takes a name that a tool has now', () => {
    const taken = [{ ...thing, aliases: [{ name: 'reply_to_thing', until }] }, reply];
    expect(createAliases(taken, before).find('reply_to_thing')).toBeUndefined();
  });
});

test('a filter by an old name keeps the tool, whatever the day', () => {
  expect(filterCatalog(catalog, { methods: ['fetch_thing'] })).toEqual([catalog[0]]);
  expect(() => filterCatalog(catalog, { methods: ['fetch_things'] })).toThrow('Did you mean "fetch_thing"?');
});

test('a tool is loaded by an old name up to its last day, and its export is the one of now', async () => {
  // The exports of a module are sorted: an old one may stand first.
  const modules = { things: async () => ({ aOldThing: getThing, getThing, replyToThing }) };
  expect(await toolLoader(catalog, modules, { now: before })('fetch_thing')).toBe(getThing);
  expect(await toolLoader(catalog, modules, { now: at('2028-01-01') })('fetch_thing')).toBeUndefined();
  expect(await toolLoader(catalog, modules, { now: at('2028-01-01') })('get_thing')).toBe(getThing);
});

test('a filter by a name that a tool has keeps that one, and not another that had it', () => {
  const taken = [{ ...thing, aliases: [{ name: 'reply_to_thing', until }] }, reply];
  expect(filterCatalog(taken, { methods: ['reply_to_thing'] })).toEqual([reply]);
});

test('a filter that leaves nothing out answers the very list, and of no tools keeps none', () => {
  expect(filterCatalog(catalog, {})).toBe(catalog);
  expect(filterCatalog(catalog, { methods: ['read', 'write'] })).toBe(catalog);
  expect(() => filterCatalog([], {})).toThrow('no tool has one of these methods');
});
