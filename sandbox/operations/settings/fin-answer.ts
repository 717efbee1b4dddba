import { type Article, articles } from '../../model/knowledge.ts';
import type { Workspace } from '../../store/workspace.ts';

/** What Fin makes of a message. */
interface FinAnswer {
  readonly status: 'awaiting_user_reply' | 'escalated' | 'resolved';
  readonly body: string;
  readonly articleId: string | null;
}

const WANTS_PERSON = /\b(human|person|agent|teammate|someone real|representative)\b/i;
const IS_DONE = /\b(thanks|thank you|solved|that works|that worked)\b/i;

/** The canned answer to a message: from the article that shares most of its words, or a handover to the team. */
export function finAnswer(workspace: Workspace, message: string): FinAnswer {
  if (WANTS_PERSON.test(message))
    return { status: 'escalated', body: 'I will pass you on to the team.', articleId: null };
  if (IS_DONE.test(message)) return { status: 'resolved', body: 'Glad that helped. How did I do?', articleId: null };
  const article = bestArticle(workspace, message);
  if (article === undefined)
    return { status: 'awaiting_user_reply', body: 'Could you tell me a little more about it?', articleId: null };
  return {
    status: 'awaiting_user_reply',
    body: `${article.title}: ${article.description || 'this article explains it step by step.'}`,
    articleId: article.id,
  };
}

function bestArticle(workspace: Workspace, message: string): Article | undefined {
  const words = wordsOf(message);
  const scored = articles(workspace)
    .filter(({ state, ai_chatbot_availability }) => state === 'published' && ai_chatbot_availability)
    .map((article) => ({ article, score: shared(words, wordsOf(`${article.title} ${article.description}`)) }))
    .filter(({ score }) => score > 0);
  return scored.toSorted((a, b) => b.score - a.score)[0]?.article;
}

// Short words say little about what is meant.
function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? []);
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((word) => b.has(word)).length;
}
