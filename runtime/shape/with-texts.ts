import type { AnswerRules } from '../profile/answer-rules.ts';
import { once } from '../value/once.ts';
import { isPlain, type ReadText } from './read-text.ts';

const loadConverter = once(() => import('./convert-texts.ts'));
const loadReader = once(() => import('../text/read-document.ts'));

/** Shapes an answer with what turns its texts into Markdown: those that are long are read beforehand, so that others have their turns. */
export async function withTexts(
  shape: (read: ReadText) => unknown,
  output: object,
  { rules, tags }: { readonly rules: AnswerRules; readonly tags: readonly string[] },
): Promise<unknown> {
  const size = sizeOfUnread(output);
  if (size === 0) return shape((_, text) => text);
  // Loaded when the first HTML arrives: it brings a tokenizer.
  const { convertBeforehand, IN_A_ROW, rememberTexts } = await loadConverter();
  const texts = { ...rules, documents: await documentsOf(tags, rules) };
  return size > IN_A_ROW ? convertBeforehand(shape, texts) : shape(rememberTexts(texts));
}

/** How the articles in an answer are read, where it holds some. Loaded then: it brings a parser of Markdown. */
async function documentsOf(tags: readonly string[], { documents }: Pick<AnswerRules, 'documents'>) {
  if (!documents?.tags.has(tags[0] ?? '')) return undefined;
  const { documentReader } = await loadReader();
  return { properties: documents.properties, read: documentReader(documents.incidental) };
}

/** Characters of the texts that are not plain. Looks without recursion: an answer may be nested deeper than the stack. */
function sizeOfUnread(answer: object): number {
  const left: unknown[] = [answer];
  let size = 0;
  for (let value = left.pop(); value !== undefined; value = left.pop()) {
    if (typeof value === 'string' && !isPlain(value)) size += value.length;
    if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) left.push(part ?? false);
  }
  return size;
}
