import { contactAuthor, fin } from '../../domain/people/author-of.ts';
import { articles } from '../../model/knowledge.ts';
import { htmlOf } from './thread/html-template.ts';
import { customerSays, happen, type Talk, wait } from './thread/talk.ts';

const handovers = [
  'That does not help, I tried it already.',
  'Can I speak to a person please?',
  'No. Talk to a human',
  'I have done all that and it is still the same.',
];
const solved = ['Yes, that did it. Thanks!', 'ok solved', 'That was it 👍', 'Found it, thank you.'];

/** Fin answers first; true if that was all the customer needed. */
export function finAnswers(talk: Talk, answer: string): boolean {
  const { random, row } = talk;
  const began = talk.now + 20;
  talk.now = began;
  const body = htmlOf(answer, talk.details);
  talk.answered = { author: fin, body };
  happen(talk, { type: 'comment', author: fin, body });
  const satisfied = random.chance(0.4);
  const confirms = satisfied && random.chance(0.6);
  if (wait(talk, 1, 25) && (confirms || !satisfied)) customerSays(talk, random.pick(confirms ? solved : handovers));
  if (satisfied) {
    talk.now += 60;
    happen(talk, { type: 'close', author: fin });
  }
  const rating = satisfied && random.chance(0.4) ? random.between(3, 5) : null;
  row.ai_agent = {
    source_type: 'workflow',
    source_title: row.source.type === 'email' ? 'Fin over email' : 'Fin over messenger',
    last_answer_type: 'ai_answer',
    resolution_state: confirms ? 'confirmed_resolution' : satisfied ? 'assumed_resolution' : 'escalated',
    rating,
    rating_remark: rating === null ? null : random.pick(['Fast.', 'Good answer', '']),
    created_at: began,
    updated_at: talk.now,
    content_sources: contentSources(talk, answer),
  };
  return satisfied;
}

/** The article whose title has most words in common with the answer. */
function contentSources({ workspace }: Talk, answer: string) {
  const text = answer.toLowerCase();
  const shared = (title: string) =>
    title
      .toLowerCase()
      .split(/\W+/)
      .filter((word) => word.length > 3 && text.includes(word)).length;
  const known = articles(workspace)
    .filter(({ state }) => state === 'published')
    .map((article) => ({ ...article, shared: shared(article.title) }));
  const best = Math.max(1, ...known.map((article) => article.shared));
  const used = known.filter((article) => article.shared === best).slice(0, 1);
  return {
    type: 'content_source.list',
    total_count: used.length,
    content_sources: used.map(({ id, title, default_locale }) => ({
      content_type: 'article',
      url: `https://help.fernhill.example/${default_locale}/articles/${id}`,
      title,
      locale: default_locale,
    })),
  };
}

/** True if the contact can be answered by Fin: it needs a channel in which it may write. */
export function isForFin(talk: Talk): boolean {
  return ['conversation', 'email'].includes(talk.row.source.type) && contactAuthor(talk.contact).type === 'user';
}
