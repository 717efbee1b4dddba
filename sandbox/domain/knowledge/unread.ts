import type { Article } from '../../model/knowledge.ts';

/** What is counted of an article that nobody has seen. */
export const UNREAD: Article['statistics'] = {
  views: 0,
  conversations: 0,
  reactions: 0,
  happy: 0,
  neutral: 0,
  sad: 0,
  fin_involvements: 0,
  fin_resolutions: 0,
};
