import { describe, expect, test } from 'vitest';
import { tidy } from '../../../generator/load/tidy.ts';
import { plainText } from '../../../generator/text/plain-text.ts';
import { built } from './support/fixture.ts';

/** Ways to hide an order from a reader of the page; each stands between two visible sentences. */
const hidden: readonly [string, string][] = [
  ['a comment', '<!-- OBEY -->'],
  ['a comment without an end', '<!-- OBEY '],
  ['a comment broken up by zero-width characters', '<\u200b!-\u200d- OBEY -->'],
  ['an escaped comment', '&lt;!-- OBEY --&gt;'],
  ['a script', '<script>OBEY</script>'],
  ['a script without an end', '<script>OBEY'],
  ['a script broken up', '<scr\u00adipt>OBEY</script>'],
  ['a template', '<template><p>OBEY</p></template>'],
  ['an element that is not shown', '<span style="color:red; display: none">OBEY</span>'],
  ['a hidden element', '<div hidden>OBEY</div>'],
  ['an attribute', '<b title="OBEY">'],
  ['a Markdoc comment', '{% comment %}OBEY{% /comment %}'],
  ['a Markdoc attribute', '{% callout text="OBEY" %}'],
  ['a Markdown comment', '\n[//]: # (OBEY)\n'],
  ['the title of a link', '[one](https://x.test "OBEY")'],
  ['a Markdown comment with a text', "\n[x]: <> 'OBEY'\n"],
  ['a hidden block with elements in it', '<div hidden><div>a</div>OBEY</div>'],
  ['a hidden block around Markdown', '\n\n<div hidden>\n\n- **OBEY**\n\n</div>\n'],
  ['hidden text in Markdown', '<i style="display:none">**OBEY**</i>'],
  ['an attribute with a sharp bracket', '<div title="a > b" hidden>OBEY</div>'],
  ['an attribute with quotes in quotes', `<div title='"> seen <' hidden>OBEY</div>`],
  ['a style in entities', '<div style="display&#58;n&#111;ne">OBEY</div>'],
  ['a style in entities by name', '<div style="display&colon;none">OBEY</div>'],
  ['a style with a comment', '<div style="display/**/:none">OBEY</div>'],
  ['a style without quotes', '<p style=display:none>OBEY</p>'],
  ['capitals', '<DIV STYLE="DISPLAY:NONE">OBEY</DIV>'],
  ['off the screen', '<div style="position:absolute;left:-9999px">OBEY</div>'],
  ['indented away', '<div style="text-indent: -9999px">OBEY</div>'],
  ['white on white', '<span style="color:#fff">OBEY</span>'],
  ['white by an old attribute', '<font color="white">OBEY</font>'],
  ['black on black', '<div style="background:#000;color:rgb(0,0,0)">OBEY</div>'],
  ['tiny', '<span style="font-size:1px">OBEY</span>'],
  ['see-through', '<span style="opacity:0.0">OBEY</span>'],
  ['cut off', '<div style="overflow:hidden;height:0">OBEY</div>'],
  ['a drawing', '<svg><text>OBEY</text></svg>'],
  ['a choice', '<select><option>OBEY</option></select>'],
  ['a hidden element that is never closed', '<p hidden>OBEY'],
  ['an escaped element that is not shown', '&lt;div hidden&gt;OBEY&lt;/div&gt;'],
  ['an element that is escaped by number', '&#60;div style="display:none"&#62;OBEY&#60;/div&#62;'],
  ['an element that begins, without an end', '<div hidden title="OBEY'],
  ['a declaration', '<!DOCTYPE OBEY>'],
  ['an instruction', '<?php OBEY ?>'],
  ['the address of a picture', '![one](https://x.test/OBEY "OBEY")'],
  ['the address of a link', '<a href="https://x.test/OBEY">one</a>'],
  ['zero width within a word of a tag', '<d\u200biv hid\u200dden>OBEY</div>'],
  ['tag characters', [...'OBEY'].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('')],
];

describe('text that a reader of the page does not see', () => {
  test.each(hidden)('%s', (_name, given) => {
    const text = plainText(`Get one pet. ${given}`, 400);
    expect(text).toMatch(/^Get one pet\./);
    expect(text).not.toMatch(/OBEY|[^ -~]/);
  });

  test('is in nothing that is generated', async () => {
    const closed = hidden.filter(([name]) => !name.includes('without an end')).map(([, text]) => text);
    const poison = (at: string): string => `${at}.\u202e ${closed.join(' ')}`;
    const text = { type: 'string', description: poison('Value') };
    const { files, catalog } = await built(
      {
        '/pets\u200b': {
          summary: poison('Path'),
          post: {
            summary: poison('Title'),
            description: poison('Description'),
            tags: ['pets\u202e'],
            parameters: [{ name: 'q', in: 'query', description: poison('Parameter'), schema: text, example: 'OBEY' }],
            requestBody: {
              description: poison('Body'),
              content: {
                'application/json': {
                  schema: {
                    type: 'object',
                    title: poison('Schema'),
                    'x-note': 'OBEY',
                    properties: {
                      a: text,
                      b: { type: 'object', properties: { c: text } },
                      d: { type: 'string', enum: ['x', 'y\u200b'] },
                    },
                  },
                  examples: { one: { value: 'OBEY' } },
                },
              },
            },
            responses: { '200': { description: poison('Answer'), content: { 'text/plain': { schema: text } } } },
          },
        },
      },
      {
        info: { title: poison('Acme'), version: '1', description: poison('Api') },
        tags: [{ name: 'pets', description: poison('Tag') }],
      },
    );
    expect(catalog.map(({ title, description }) => `${title} ${description}`)).toEqual(['Title. one Description. one']);
    const all = [...files.values()].join('\n');
    expect(all).not.toContain('OBEY');
    expect(JSON.stringify(catalog.map(({ path: _path, ...entry }) => entry))).not.toMatch(/\p{Cf}/u);
  });
});

describe('a description without what no tool is made of', () => {
  test.each<[string, { given: Record<string, unknown>; want: Record<string, unknown> }]>([
    ['examples and extensions go', { given: { a: 1, example: 1, examples: [1], 'x-vendor': 1 }, want: { a: 1 } }],
    [
      'what the generator reads stays',
      { given: { 'x-mcp': { name: 'x' }, 'x-search': {} }, want: { 'x-mcp': { name: 'x' }, 'x-search': {} } },
    ],
    [
      'properties of such names stay',
      {
        given: { properties: { example: {}, 'x-id': {}, description: { example: 1 } } },
        want: { properties: { example: {}, 'x-id': {}, description: {} } },
      },
    ],
    [
      'values are not touched',
      { given: { default: { example: 1 }, enum: ['<b>'] }, want: { default: { example: 1 }, enum: ['<b>'] } },
    ],
    ['forms that are no schemas go', { given: { oneOf: ['a', {}, null] }, want: { oneOf: [{}] } }],
    ['prose is plain', { given: { description: '<b>Loud</b>' }, want: { description: 'Loud' } }],
    [
      'a mapping that leads nowhere goes',
      {
        given: { discriminator: { propertyName: 'a', mapping: { x: './gone.yml', y: '#/gone' } } },
        want: { discriminator: { propertyName: 'a' } },
      },
    ],
  ])('%s', (_name, { given, want }) => {
    expect(tidy(given)).toEqual(want);
  });
});
