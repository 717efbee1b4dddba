import { textsOf } from '../../domain/knowledge/article-texts.ts';
import { hasWords, toMarkdown, wordsIn } from '../../html/markdown.ts';
import type { Article } from '../../model/knowledge.ts';

interface Segment {
  readonly type: 'highlight' | 'plain';
  readonly text: string;
}

/** Passages that a highlight shows of one article. */
const MOST = 3;

/** Where the words of a phrase stand in an article: its title and the first sentences that hold any, in segments. */
export function highlightsOf(article: Article, phrase: string): Record<string, unknown> {
  const words = wordsIn(phrase);
  const texts = textsOf(article).map(([, text]) => text);
  const text = texts.find(({ title, description, body }) => hasWords(phrase, [title, description, body])) ?? article;
  const sentences = toMarkdown(`<p>${text.description}</p>${text.body}`)
    .replace(/^(?:#+|-|\d+\.) |\*\*|`/gm, '')
    .split(/(?<=[.!?])\s+|\n+/);
  const passages = sentences.map((sentence) => segments(sentence, words)).filter((parts) => parts.some(isHighlight));
  return {
    article_id: article.id,
    highlighted_title: segments(text.title, words),
    highlighted_summary: passages.slice(0, MOST),
  };
}

function isHighlight({ type }: Segment): boolean {
  return type === 'highlight';
}

function segments(text: string, words: readonly string[]): Segment[] {
  if (words.length === 0) return [{ type: 'plain', text }];
  const pattern = new RegExp(`(${words.map(escaped).join('|')})`, 'giu');
  // Splitting by a group puts what matched at the odd places.
  return text
    .split(pattern)
    .map((part, index): Segment => ({ type: index % 2 === 1 ? 'highlight' : 'plain', text: part }))
    .filter((part) => part.text !== '');
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
