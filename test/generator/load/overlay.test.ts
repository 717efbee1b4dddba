import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { applyOverlays } from '../../../generator/load/overlay.ts';

function overlay(...actions: unknown[]) {
  return [{ file: 'words.yaml', content: { overlay: '1.0.0', actions } }];
}
function apply(document: Json, ...actions: unknown[]) {
  return applyOverlays(document, overlay(...actions));
}

describe('what an action does', () => {
  test.each<[string, { given: [Json, ...object[]]; want: Json }]>([
    [
      'objects are merged, deeply',
      {
        given: [{ a: { b: { c: 1, d: 2 } } }, { target: '$.a', update: { b: { d: 3, e: 4 } } }],
        want: { a: { b: { c: 1, d: 3, e: 4 } } },
      },
    ],
    [
      'lists within are joined',
      {
        given: [{ a: { tags: ['x'] } }, { target: '$.a', update: { tags: ['y', 'z'] } }],
        want: { a: { tags: ['x', 'y', 'z'] } },
      },
    ],
    [
      'an entry is appended to a list',
      { given: [{ a: [1] }, { target: '$.a', update: { b: 2 } }], want: { a: [1, { b: 2 }] } },
    ],
    [
      'a scalar entry is appended to a list',
      { given: [{ a: ['x'] }, { target: '$.a', update: 'y' }], want: { a: ['x', 'y'] } },
    ],
    [
      'another kind is replaced',
      {
        given: [{ a: { b: [1], c: { d: 1 } } }, { target: '$.a', update: { b: 'x', c: 2 } }],
        want: { a: { b: 'x', c: 2 } },
      },
    ],
    ['null is a value', { given: [{ a: { b: 1 } }, { target: '$.a', update: { b: null } }], want: { a: { b: null } } }],
    [
      'every node of a target',
      {
        given: [
          { a: { x: 1 }, b: { x: 1 } },
          { target: "$['a','b']", update: { y: 2 } },
        ],
        want: { a: { x: 1, y: 2 }, b: { x: 1, y: 2 } },
      },
    ],
    [
      'a filter',
      {
        given: [{ p: [{ name: 'a' }, { name: 'b' }] }, { target: "$.p[?@.name == 'b']", update: { in: 'path' } }],
        want: { p: [{ name: 'a' }, { name: 'b', in: 'path' }] },
      },
    ],
    ['the root', { given: [{ a: 1 }, { target: '$', update: { b: 2 } }], want: { a: 1, b: 2 } }],
    [
      'a property is removed',
      { given: [{ a: { b: 1, c: 2 } }, { target: '$.a.b', remove: true }], want: { a: { c: 2 } } },
    ],
    [
      'entries of a list are removed',
      { given: [{ a: [1, 2, 3, 4] }, { target: '$.a[?@ < 4 && @ != 2]', remove: true }], want: { a: [2, 4] } },
    ],
    [
      'remove goes before update',
      { given: [{ a: { b: {} } }, { target: '$.a.b', remove: true, update: { c: 1 } }], want: { a: {} } },
    ],
    [
      'remove: false is none',
      { given: [{ a: {} }, { target: '$.a', remove: false, update: { b: 1 } }], want: { a: { b: 1 } } },
    ],
    [
      'one action builds on the one before',
      { given: [{}, { target: '$', update: { a: {} } }, { target: '$.a', update: { b: 1 } }], want: { a: { b: 1 } } },
    ],
  ])('%s', (_name, { given: [document, ...actions], want }) => {
    const before = structuredClone(document);
    expect(apply(document, ...actions)).toEqual({ document: want, origins: new Map(), absent: [], diagnostics: [] });
    expect(document).toEqual(before);
  });

  test('an update is copied to each node, not shared', () => {
    const { document } = apply(
      { a: {}, b: {} },
      { target: '$.*', update: { tags: ['x'] } },
      { target: '$.a.tags', update: 'y' },
    );
    expect(document).toEqual({ a: { tags: ['x', 'y'] }, b: { tags: ['x'] } });
  });

  test('an entry is copied to each list, not shared', () => {
    const { document } = apply({ a: [], b: [] }, { target: '$.*', update: {} }, { target: '$.a[0]', update: { x: 1 } });
    expect(document).toEqual({ a: [{ x: 1 }], b: [{}] });
  });

  test('a value that stands in two places is changed in one', () => {
    const shared = { x: 1 };
    const { document } = apply({ a: shared, b: shared }, { target: '$.a', update: { y: 2 } });
    expect(document).toEqual({ a: { x: 1, y: 2 }, b: { x: 1 } });
  });

  test('no key of an update reaches a prototype', () => {
    const update: unknown = JSON.parse('{ "__proto__": { "polluted": true }, "constructor": { "polluted": true } }');
    const { document } = apply({ a: {} }, { target: '$.a', update });
    expect(Object.keys(document.a as Json)).toEqual(['__proto__', 'constructor']);
    expect('polluted' in {}).toBe(false);
  });
});

describe('what cannot be done is a problem that names itself', () => {
  test.each<[string, { given: object; want: [string, string] }]>([
    [
      'a target that matches nothing',
      {
        given: { target: '$.paths.gone', update: {} },
        want: ['OVERLAY_TARGET_MISSING', 'the target $.paths.gone matches nothing'],
      },
    ],
    [
      'a removal that matches nothing',
      {
        given: { target: '$.gone', remove: true },
        want: ['OVERLAY_TARGET_MISSING', 'the target $.gone matches nothing'],
      },
    ],
    [
      'an object for a scalar',
      {
        given: { target: '$.info.title', update: { a: 1 } },
        want: ['OVERLAY_UPDATE_MISFIT', 'the target $.info.title is no object or list that the update fits'],
      },
    ],
    [
      'a scalar for an object',
      {
        given: { target: '$.info', update: 'x' },
        want: ['OVERLAY_UPDATE_MISFIT', 'the target $.info is no object or list that the update fits'],
      },
    ],
    [
      'neither update nor remove',
      { given: { target: '$.info' }, want: ['OVERLAY_INVALID', 'the action on $.info has neither update nor remove'] },
    ],
    ['no target', { given: { update: {} }, want: ['OVERLAY_INVALID', 'an action needs a target'] }],
  ])('%s', (_name, { given, want: [code, message] }) => {
    const { diagnostics } = apply({ info: { title: 'Acme' } }, { target: '$', update: {} }, given);
    expect(diagnostics).toMatchObject([{ code, severity: 'error', message, pointer: 'words.yaml#/actions/1' }]);
  });

  test('a target that is no JSONPath', () => {
    const { diagnostics } = apply({}, { target: '$.paths[', update: {} });
    expect(diagnostics).toMatchObject([
      { code: 'OVERLAY_INVALID', severity: 'error', pointer: 'words.yaml#/actions/0' },
    ]);
    expect(diagnostics[0]?.message).toMatch(/^the target \$\.paths\[ is no JSONPath: ./);
  });

  test.each<[string, unknown]>([
    ['no object', 'overlay'],
    ['no version', { actions: [] }],
    ['another version', { overlay: '2.0.0', actions: [] }],
    ['no actions', { overlay: '1.0.0' }],
  ])('a file that is no overlay: %s', (_name, content) => {
    expect(applyOverlays({}, [{ file: 'x.yaml', content }]).diagnostics).toMatchObject([
      { code: 'OVERLAY_INVALID', severity: 'error', pointer: 'x.yaml' },
    ]);
  });

  test('every problem is told, and the actions around it still apply', () => {
    const { document, diagnostics } = apply(
      { a: {} },
      { target: '$.b', update: {} },
      { target: '$.a', update: { c: 1 } },
      { target: '$.d', update: {} },
    );
    expect(document).toEqual({ a: { c: 1 } });
    expect(diagnostics.map(({ pointer }) => pointer)).toEqual(['words.yaml#/actions/0', 'words.yaml#/actions/2']);
  });
});

describe('an overlay that was written for another version', () => {
  const actions = [
    { target: '$.a', update: { b: 1 } },
    { target: '$.c', update: {} },
    { target: '$.d', remove: true },
  ];
  const written = (version: string) => [
    { file: 'words.yaml', content: { overlay: '1.0.0', 'x-api-version': version, actions } },
  ];
  const document = { info: { version: '2.15' }, a: {} };

  test('applies as far as it goes, and one line says how far', () => {
    const result = applyOverlays(document, written('2.16'));
    expect(result.document).toEqual({ info: { version: '2.15' }, a: { b: 1 } });
    expect(result.diagnostics).toMatchObject([
      {
        code: 'OVERLAY_TARGET_ABSENT',
        severity: 'info',
        message: '2 of 3 actions, written for version 2.16, match nothing in 2.15',
        pointer: 'words.yaml',
      },
    ]);
  });

  test('is strict for its own version', () => {
    const { diagnostics } = applyOverlays(document, written('2.15'));
    expect(diagnostics.map(({ code }) => code)).toEqual(['OVERLAY_TARGET_MISSING', 'OVERLAY_TARGET_MISSING']);
  });

  test('other faults are faults in any version', () => {
    const content = { overlay: '1.0.0', 'x-api-version': '2.16', actions: [{ target: '$.info.version', update: {} }] };
    expect(applyOverlays(document, [{ file: 'x.yaml', content }]).diagnostics).toMatchObject([
      { code: 'OVERLAY_UPDATE_MISFIT' },
    ]);
  });
});

test('property: a target matches exactly what it names, and nothing else changes', () => {
  const key = fc.string({ unit: 'grapheme', maxLength: 12 });
  fc.assert(
    fc.property(fc.dictionary(key, fc.constant({}), { minKeys: 1, noNullPrototype: true }), fc.nat(), (paths, at) => {
      const names = Object.keys(paths);
      const name = names[at % names.length] ?? '';
      const { document, diagnostics } = apply(
        { paths },
        { target: `$.paths[${JSON.stringify(name)}]`, update: { hit: true } },
      );
      expect(diagnostics).toEqual([]);
      expect(
        Object.entries(document.paths as Json)
          .filter(([, value]) => Object.hasOwn(value as Json, 'hit'))
          .map(([hit]) => hit),
      ).toEqual([name]);
    }),
    { seed: 7, numRuns: 300 },
  );
});
