import { expect, test } from 'vitest';
import type { ToolAnswer } from '../../../runtime/agents/index.ts';
import { partsFor, textFor, textOrParts } from '../../../runtime/agents/parts-for.ts';

const forms = {
  text: (text: string) => `text ${text}`,
  image: ({ mimeType, data }: { mimeType: string; data: string }) => `image ${mimeType} ${data}`,
  pdf: (data: string) => `pdf ${data}`,
};
const file = (mimeType: string | undefined, blob = 'QQ==') =>
  ({ type: 'resource', resource: { uri: 'x://y', ...(mimeType && { mimeType }), blob } }) as const;

test.each<[string, ToolAnswer['content'][number], string[]]>([
  ['a text', { type: 'text', text: 'a' }, ['text a']],
  [
    'a text that is a file',
    { type: 'resource', resource: { uri: 'x://y', mimeType: 'text/csv', text: 'a,b' } },
    ['text a,b'],
  ],
  ['a picture', { type: 'image', mimeType: 'image/png', data: 'QQ==' }, ['image image/png QQ==']],
  ['a picture that is a file', file('image/webp'), ['image image/webp QQ==']],
  ['a PDF', file('application/pdf'), ['pdf QQ==']],
  [
    'a picture that models do not see',
    { type: 'image', mimeType: 'image/tiff', data: 'QQ==' },
    [expect.stringContaining('(image/tiff) cannot be shown')],
  ],
  [
    'a sound',
    { type: 'audio', mimeType: 'audio/mpeg', data: 'QQ==' },
    [expect.stringContaining('(audio/mpeg) cannot be shown')],
  ],
  ['a file of a kind that nobody named', file(undefined), [expect.stringContaining('(application/octet-stream)')]],
  ['a link, which the text before it holds', { type: 'resource_link', uri: 'https://x', name: 'x' }, []],
])('%s is shown as what it is', (_, part, parts) => {
  expect(partsFor({ content: [part] }, forms)).toEqual(parts);
});

test('parts are sent where there is a file, and one text where there is none', () => {
  const text = { type: 'text', text: 'a' } as const;
  expect(textOrParts({ content: [text, text] }, forms)).toBe('a\na');
  expect(textOrParts({ content: [text, file('application/pdf')] }, forms)).toEqual(['text a', 'pdf QQ==']);
  expect(textFor({ content: [text, file('image/png')] })).toBe(
    'a\nThe file (image/png) cannot be shown here: tell the user how to get it.',
  );
});

test('a text that came as a file is a document where the API has such', () => {
  const part = { type: 'resource', resource: { uri: 'x://y', text: 'a' } } as const;
  expect(partsFor({ content: [part] }, { ...forms, document: (text) => `document ${text}` })).toEqual(['document a']);
});
