import { expect, test } from 'vitest';
import { shapeResult } from '../../support/shape-answer.ts';

const tool = { access: 'read', response: 'json', fields: true } as const;
const article = { ...tool, name: 'get_single_intercom_article_by_id', tags: ['articles'] } as const;
const conversation = { ...tool, name: 'get_single_intercom_conversation_by_id', tags: ['conversations'] } as const;

const callout = '<div class="callout"><p>Mind</p></div>';

test('what Markdown cannot say stays HTML where it is written back, and becomes Markdown elsewhere', async () => {
  const answer = { id: '1', body: `<p>a <b>b</b></p>${callout}`, translated_content: { de: { body: callout } } };
  expect(await shapeResult(article, answer)).toMatchObject({ body: `a **b**\n\n${callout}` });
  expect(await shapeResult(article, answer, { fields: ['translated_content.de.body'] })).toMatchObject({
    translated_content: { de: { body: callout } },
  });
  expect(await shapeResult(conversation, { id: '1', source: { body: answer.body } })).toMatchObject({
    source: { body: 'a **b**\n\nMind' },
  });
});

test('a long article is read as a short one is', async () => {
  const body = Array.from({ length: 900 }, (_, at) => `<p>${at} <b>of many</b></p>`).join('') + callout;
  const { body: read } = Object(await shapeResult(article, { id: '1', body }, { fields: ['body'] }));
  expect(read.endsWith(`899 **of many**\n\n${callout}`)).toBe(true);
});

test.each([
  ['<p>&lt;p&gt;Hola &lt;b&gt;Ana&lt;/b&gt;&lt;/p&gt;</p>', 'Hola **Ana**'],
  ['&lt;p&gt;Hola&lt;/p&gt;&lt;p&gt;adiós&lt;/p&gt;', 'Hola\n\nadiós'],
  ['<p>Write &lt;p&gt; first</p>', 'Write \\<p> first'],
  ['&lt;Ana&gt; writes', '&lt;Ana&gt; writes'],
  ['a &lt; b', 'a &lt; b'],
])('%s in a message is %s', async (body, read) => {
  expect(await shapeResult(conversation, { id: '1', source: { body } })).toMatchObject({ source: { body: read } });
});

test('a long message is read as a short one is', async () => {
  const body = `<p>${'&lt;p&gt;Hola &lt;b&gt;Ana&lt;/b&gt;&lt;/p&gt;'.repeat(500)}</p>`;
  const { source } = Object(await shapeResult(conversation, { id: '1', source: { body } }));
  expect(source.body).toBe(Array.from({ length: 500 }, () => 'Hola **Ana**').join('\n\n'));
});
