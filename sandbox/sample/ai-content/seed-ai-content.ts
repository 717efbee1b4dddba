import { externalPages, importSources } from '../../model/ai-content.ts';
import type { Workspace } from '../../store/workspace.ts';

const DAY = 86_400;

const sources = [
  { url: 'https://developers.fernhill.example', sync_behavior: 'api', status: 'active' },
  { url: 'https://www.fernhill.example', sync_behavior: 'automatic', status: 'active' },
  { url: 'https://blog.fernhill.example', sync_behavior: 'manual', status: 'deactivated' },
] as const;

const pages = [
  ['141', 'authentication', 'API: authentication', '<p>Send your key in the header <code>Authorization</code>.</p>'],
  ['141', 'rate-limits', 'API: rate limits', '<p>120 requests a minute for each key; above that, wait.</p>'],
  ['141', 'webhooks', 'API: webhooks', '<p>Check the signature of each message before you trust it.</p>'],
  ['142', 'pricing', 'Pricing', '<p>Solo is 12 EUR a month, Team 39 EUR, Business 89 EUR.</p>'],
  ['142', 'about', 'About Fernhill', '<p>We make scheduling and invoicing simple for small businesses.</p>'],
  ['143', 'no-shows', 'Five ways to have fewer no-shows', '<p>Reminders and deposits help most.</p>'],
] as const;

/** Three sources of external pages, and six pages. */
export function seedAiContent(workspace: Workspace): void {
  const { start } = workspace;
  sources.forEach((source, index) => {
    importSources(workspace).put({
      ...source,
      id: workspace.nextId('content_import_sources', 141),
      audience_ids: [],
      last_synced_at: start - (index + 1) * DAY,
      created_at: start - (200 - index * 30) * DAY,
      updated_at: start - (index + 1) * DAY,
    });
  });
  pages.forEach(([source, external, title, html], index) => {
    const site = sources[Number(source) - 141]?.url ?? '';
    externalPages(workspace).put({
      id: workspace.nextId('external_pages', 5601),
      external_id: external,
      source_id: source,
      title,
      html: `<h1>${title}</h1>${html}`,
      url: `${site}/${external}`,
      locale: 'en',
      ai_agent_availability: source !== '143',
      ai_copilot_availability: true,
      ai_sales_agent_availability: external === 'pricing',
      audience_ids: [],
      last_ingested_at: start - (index + 2) * DAY,
      created_at: start - (120 - index * 7) * DAY,
      updated_at: start - (index + 2) * DAY,
    });
  });
}
