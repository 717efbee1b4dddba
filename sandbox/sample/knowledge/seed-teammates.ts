import { putTag } from '../../domain/tags/tagging.ts';
import { toHtml } from '../../html/markdown.ts';
import { contentSnippets, internalArticles, macros } from '../../model/knowledge.ts';
import { tags } from '../../model/people.ts';
import type { Workspace } from '../../store/workspace.ts';
import { cast } from '../cast.ts';
import { internalSeeds } from './texts/internal.ts';
import { macroSeeds } from './texts/macros.ts';
import { snippetSeeds } from './texts/snippets.ts';

const DAY = 86_400;

/** Articles for teammates, snippets and macros. */
export function seedTeammates(workspace: Workspace): void {
  const { start } = workspace;
  const people = Object.values(cast.admins);
  const [firstTag] = tags(workspace).all();
  internalSeeds.forEach((seed, index) => {
    const author = Number(people[index % people.length]);
    const row = internalArticles(workspace).put({
      id: workspace.nextId('internal_articles', 3301),
      title: seed.title,
      body: toHtml(seed.text),
      author_id: author,
      owner_id: author,
      locale: 'en',
      folder_id: seed.folder,
      ai_chatbot_availability: false,
      ai_copilot_availability: index % 3 !== 2,
      ai_sales_agent_availability: false,
      audience_ids: [],
      tags: [],
      created_at: start - (300 - index * 20) * DAY,
      updated_at: start - (60 - index * 4) * DAY,
    });
    if (firstTag && seed.folder === '811') putTag(row, firstTag, { by: String(author), at: row.updated_at });
  });
  snippetSeeds.forEach((seed, index) => {
    const row = contentSnippets(workspace).put({
      id: workspace.nextId('content_snippets', 4401),
      title: seed.title,
      body_markdown: seed.text,
      locale: seed.locale ?? 'en',
      ai_chatbot_availability: true,
      ai_copilot_availability: true,
      ai_sales_agent_availability: index % 2 === 0,
      audience_ids: [],
      tags: [],
      created_at: start - (150 - index * 10) * DAY,
      updated_at: start - (40 - index * 3) * DAY,
    });
    if (firstTag && index === 4) putTag(row, firstTag, { by: cast.admins.maya, at: row.updated_at });
  });
  macroSeeds.forEach((seed, index) => {
    macros(workspace).put({
      id: workspace.nextId('macros', 1501),
      name: seed.name,
      body: seed.body,
      visible_to: seed.teams === undefined ? 'everyone' : 'specific_teams',
      visible_to_team_ids: [...(seed.teams ?? [])],
      available_on: index % 3 === 0 ? ['inbox', 'messenger'] : ['inbox'],
      created_at: start - (400 - index * 30) * DAY,
      updated_at: start - (90 - index * 9) * DAY,
    });
  });
}
