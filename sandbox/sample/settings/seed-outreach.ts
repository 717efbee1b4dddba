import { type Banner, banners } from '../../model/outreach.ts';
import { audiences, type Predicate } from '../../model/settings.ts';
import type { Workspace } from '../../store/workspace.ts';

function is(attribute: string, value: string): Predicate {
  return { attribute, type: 'string', comparison: 'eq', value };
}

const AUDIENCES: readonly (readonly [string, Predicate[], Predicate[]])[] = [
  ['Everyone', [], []],
  ['Signed-in customers', [], [{ attribute: 'role', type: 'role', comparison: 'eq', value: 'user_role' }]],
  ['Enterprise customers', [is('custom_attributes.subscription_tier', 'Enterprise')], []],
  ['Leads from the website', [], [{ attribute: 'role', type: 'role', comparison: 'eq', value: 'contact_role' }]],
];

const BANNERS: readonly Omit<Banner, 'id' | 'created_at' | 'impressions' | 'show_dismiss_button'>[] = [
  {
    title: 'Invoices pause on Sunday',
    body: '<p>Invoice e-mails wait from 02:00 to 04:00 while we move to new servers.</p>',
    style: 'inline',
    position: 'top',
    action: null,
    audience: { role: null },
  },
  {
    title: null,
    body: '<p>Two-way calendar sync is here: connect your calendar in a minute.</p>',
    style: 'floating',
    position: 'bottom',
    action: { type: 'url', label: 'Connect a calendar', target: 'https://app.fernhill.example/calendars' },
    audience: { role: 'user' },
  },
  {
    title: 'Your yearly review',
    body: '<p>Book half an hour with your success manager before the end of the quarter.</p>',
    style: 'inline',
    position: 'bottom',
    action: { type: 'url', label: 'Pick a time', target: 'https://fernhill.example/review' },
    audience: { role: null, attribute: 'subscription_tier', value: 'Enterprise' },
  },
];

/** Puts audiences and banners into a workspace. */
export function seedOutreach(workspace: Workspace): void {
  const created_at = workspace.start - 120 * 86_400;
  for (const [name, predicates, role_predicates] of AUDIENCES) {
    const id = workspace.nextId('audiences', 3101);
    audiences(workspace).put({ id, name, predicates, role_predicates, created_at, updated_at: created_at });
  }
  for (const banner of BANNERS)
    banners(workspace).put({
      id: workspace.nextId('banners', 5601),
      ...banner,
      show_dismiss_button: true,
      impressions: 0,
      created_at: workspace.start - 9 * 86_400,
    });
}
