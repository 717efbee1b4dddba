import { visitors } from '../../model/people.ts';
import { createRandom } from '../../store/random.ts';
import type { Workspace } from '../../store/workspace.ts';
import { PLACES } from './names.ts';

const HOUR = 3600;

const PSEUDONYMS = ['Teal Bicycle', 'Coral Notebook', 'Indigo Kettle', 'Olive Umbrella', 'Crimson Lantern'];

/** People on Fernhill's website; their `user_id`s are `visitor-1` to `visitor-5`. */
export function seedVisitors(workspace: Workspace): void {
  const random = createRandom(workspace.seed + 304);
  for (const [index, pseudonym] of PSEUDONYMS.entries()) {
    const created_at = workspace.start - random.between(1, 200) * HOUR;
    const { country, region, city } = random.pick(PLACES);
    const isCampaign = index % 2 === 0;
    visitors(workspace).put({
      id: workspace.nextHexId('visitors'),
      user_id: `visitor-${index + 1}`,
      name: null,
      pseudonym,
      email: '',
      created_at,
      updated_at: created_at,
      last_request_at: Math.min(workspace.start - 60, created_at + random.between(60, 40 * HOUR)),
      session_count: random.between(1, 6),
      location: { country, region, city },
      referrer: isCampaign ? 'https://smallshopweekly.example/scheduling' : null,
      utm_campaign: isCampaign ? 'winter-diary' : null,
      utm_source: isCampaign ? 'smallshopweekly' : null,
      utm_medium: isCampaign ? 'newsletter' : null,
      custom_attributes: {},
    });
  }
}
