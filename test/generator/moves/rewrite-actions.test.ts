import { describe, expect, test } from 'vitest';
import { rewriteActions } from '../../../generator/moves/rewrite-actions.ts';

const to = (target: string, index = 0) => ({ targets: new Map([[index, target]]) });
const named = { target: "$.paths['/b'].post", facts: { name: 'old_name', export: 'oldName' } };

describe('rewriteActions changes the targets, and nothing else', () => {
  test.each<[string, { text: string; target: string; want: string }]>([
    [
      'plain',
      {
        text: "actions:\n  # why\n  - target:   $.paths['/a'].get   # here\n    update: {b: 1}\n",
        target: "$.paths['/b'].get",
        want: "actions:\n  # why\n  - target:   $.paths['/b'].get   # here\n    update: {b: 1}\n",
      },
    ],
    [
      'in single quotes',
      {
        text: "actions:\n- {target: '$.paths[''/a'']', remove: true}",
        target: "$.paths['/b']",
        want: "actions:\n- {target: '$.paths[''/b'']', remove: true}",
      },
    ],
    [
      'in double quotes',
      {
        text: 'actions:\n- target: "$.paths[\'/a\']"\r\n  update: {}\r\n',
        target: `$.paths["/b"]`,
        want: 'actions:\n- target: "$.paths[\\"/b\\"]"\r\n  update: {}\r\n',
      },
    ],
    [
      'plain where the new one is none',
      { text: 'actions:\n- target: $.a\n', target: '$.b # c: d', want: 'actions:\n- target: "$.b # c: d"\n' },
    ],
    [
      'plain in a flow, which a comma would end',
      {
        text: 'actions: [{target: $.a, update: {}}]\n',
        target: "$.paths['/a','/b']",
        want: `actions: [{target: "$.paths['/a','/b']", update: {}}]\n`,
      },
    ],
    [
      'folded',
      {
        text: "actions:\n- target: >-\n    $.paths['/a']\n    .get\n  update: {}\n",
        target: '$.b',
        want: 'actions:\n- target: "$.b"\n  update: {}\n',
      },
    ],
    [
      'behind a byte order mark',
      { text: '\uFEFFactions:\n- target: $.a\n', target: '$.b', want: '\uFEFFactions:\n- target: $.b\n' },
    ],
    ['JSON', { text: '{"actions": [{"target": "$.a"}]}', target: '$.b', want: '{"actions": [{"target": "$.b"}]}' }],
  ])('%s', (_, { text, target, want }) => {
    expect(rewriteActions(text, to(target))).toBe(want);
    expect(rewriteActions(want, to(target))).toBe(want);
  });

  test('actions are added behind the last one, as the others are written', () => {
    const text = 'actions:\n  - target: $.a\n    update: # all\n      b: 1 # end\n\n# later\nx: 1\n';
    expect(rewriteActions(text, { targets: new Map(), added: [named] })).toBe(
      text.replace(
        '# end\n',
        `# end\n  - { target: "$.paths['/b'].post", update: { x-mcp: { name: old_name, export: oldName } } }\n`,
      ),
    );
    expect(rewriteActions('actions:\n- target: $.a', { targets: new Map(), added: [named] })).toMatch(
      /^actions:\n- target: \$\.a\n- \{ target: /,
    );
  });

  test.each([
    ['an alias', 'x: &x $.a\nactions:\n- target: *x\n', to('$.b')],
    ['an anchor that another action reads', 'actions:\n- target: &x $.a\n- target: *x\n', to('$.b')],
    ['an action that is not there', 'actions:\n- target: $.a\n', to('$.b', 1)],
    ['no list of actions', 'actions: {}\n', to('$.b')],
    ['what does not parse', 'actions:\n- target: "$.a\n', to('$.b')],
    ['a list in a flow that should grow', 'actions: [{target: $.a}]\n', { targets: new Map(), added: [named] }],
  ])('%s is left to a person', (_, text, rewriting) => {
    expect(rewriteActions(text, rewriting)).toBeUndefined();
  });
});
