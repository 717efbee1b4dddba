import { describe, expect, test } from 'vitest';
import { serverConfig, storedTools, toolsOf } from '../../../gateway/servers/server-config.ts';
import { catalogOf } from '../../runtime/mcp/support/catalog.ts';
import { detachTag, getThing, replyToThing } from '../../support/sample-tools.ts';

const [thing, ...others] = catalogOf([getThing, replyToThing, detachTag]);
if (thing === undefined) throw new Error('no catalogue');
const catalog = [{ ...thing, aliases: [{ name: 'fetch_thing', until: '2020-01-01' }] }, ...others];
const named = (config: object, of: typeof toolsOf) => of(serverConfig.parse(config), catalog).map(({ name }) => name);

describe.each([
  ['as it is given', toolsOf],
  ['as it was stored', storedTools],
])('a configuration %s', (_, of) => {
  test.each<[object, string[]]>([
    [{}, ['get_thing']],
    [{ methods: ['read', 'write'], tools: ['fetch_thing', 'reply_to_thing'] }, ['get_thing', 'reply_to_thing']],
    [{ methods: ['fetch_thing'] }, ['get_thing']],
    [{ methods: ['fetch_thing'], tools: ['get_thing'] }, ['get_thing']],
  ])('%j keeps %j: names that tools had go on choosing them, after their last day as well', (config, want) => {
    expect(named(config, of)).toEqual(want);
  });
});

test.each<[object, RegExp]>([
  [{ tools: ['gone_thing'] }, /"gone_thing" is no tool/],
  [{ methods: ['gone_thing'] }, /"gone_thing" is unknown/],
  [{ tags: ['gone'] }, /"gone" is unknown/],
  [{ methods: ['fetch_thing'], tools: ['reply_to_thing'] }, /reply_to_thing is a write of the class action/],
])('what is given as %j names what there is not, and is refused', (config, want) => {
  expect(() => named(config, toolsOf)).toThrow(want);
});

test.each<[object, string[]]>([
  [{ tools: ['gone_thing', 'get_thing'] }, ['get_thing']],
  [{ tools: ['gone_thing'] }, []],
  [{ methods: ['gone_thing'] }, []],
  [{ methods: ['gone_thing', 'write'] }, ['reply_to_thing', 'detach_tag']],
  [{ tags: ['gone'] }, []],
  [{ tags: ['gone', 'things'] }, ['get_thing']],
  [{ methods: ['fetch_thing'], tools: ['reply_to_thing'] }, []],
])('what was stored as %j chooses nothing by names that are gone, and never more: %j', (config, want) => {
  expect(named(config, storedTools)).toEqual(want);
});
