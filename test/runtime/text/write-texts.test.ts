import { expect, test } from 'vitest';
import { writeTexts } from '../../../runtime/text/write-texts.ts';

test('a text becomes what its field takes', async () => {
  const texts = { body: 'message', text: 'plain', snippet: 'markdown' } as const;
  const input = { body: '**a**', text: '**a**', snippet: '<p><b>a</b></p>', other: '**a**' };
  expect(await writeTexts({ texts, access: 'write' }, input)).toEqual({
    input: { body: '<p><strong>a</strong></p>', text: 'a', snippet: '**a**', other: '**a**' },
    repairs: ['text: sent without its marks, for it is plain text'],
  });
});

test('another argument decides', async () => {
  const texts = { body: { by: 'type', kinds: { admin: 'message', user: 'plain' } } } as const;
  const sent = async (type: string) => (await writeTexts({ texts, access: 'write' }, { type, body: '*a*' })).input.body;
  expect([await sent('admin'), await sent('user'), await sent('constructor')]).toEqual([
    '<p><em>a</em></p>',
    'a',
    '*a*',
  ]);
});

test('texts within objects and lists, under any name', async () => {
  const texts = { 'translations.*.body': 'document', 'history.*.body': 'message' } as const;
  const input = { translations: { de: { body: '*a*' }, fr: null }, history: [{ body: '*b*' }, 'c'] };
  const before = structuredClone(input);
  expect((await writeTexts({ texts, access: 'write' }, input)).input).toEqual({
    translations: { de: { body: '<p><em>a</em></p>' }, fr: null },
    history: [{ body: '<p><em>b</em></p>' }, 'c'],
  });
  expect(input).toEqual(before);
});

test('two names of one text are sent as one', async () => {
  const texts = { body: 'document', body_markdown: { kind: 'document', as: 'body' } } as const;
  expect((await writeTexts({ texts, access: 'write' }, { body_markdown: '*a*' })).input).toEqual({
    body: '<p><em>a</em></p>',
  });
  expect(
    (await writeTexts({ texts, access: 'write' }, { body_markdown: '__a__', body: '<p><b>a</b></p>' })).input,
  ).toEqual({
    body: '<p><b>a</b></p>',
  });
  await expect(writeTexts({ texts, access: 'write' }, { body: 'a', body_markdown: 'b' })).rejects.toThrow(
    'body_markdown: differs from body, which it is sent as: give body alone',
  );
});

test('what was read in part is not written back', async () => {
  const input = {
    body: 'a b …[+300 characters: fields ["body@1500"]]',
    headers: [{ value: '****' }],
    list: ['a', '…[+2 items]'],
  };
  await expect(writeTexts({ access: 'write' }, input)).rejects.toThrow(
    [
      'body: ends where the answer was cut that it was read from: read the rest, and send the whole',
      'headers.0.value: is the mask of a secret that no answer shows: give the secret, or leave out the argument that holds it',
      'list.1: ends where the answer was cut that it was read from: read the rest, and send the whole',
    ].join('\n'),
  );
  expect((await writeTexts({ access: 'read' }, input)).input).toBe(input);
});

test('Markdown that is too long is refused, HTML is not', async () => {
  const texts = { body: 'document' } as const;
  const html = `<p>${'a'.repeat(200_000)}</p>`;
  expect((await writeTexts({ texts, access: 'write' }, { body: html })).input).toEqual({ body: html });
  await expect(writeTexts({ texts, access: 'write' }, { body: '*a* '.repeat(50_000) })).rejects.toThrow(
    'body: is too long',
  );
});

test('a tool without texts is not looked at', async () => {
  const input = { body: '**a**' };
  expect((await writeTexts({ access: 'write' }, input)).input).toBe(input);
});
