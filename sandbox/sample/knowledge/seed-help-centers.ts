import { collections, helpCenters, type Redirect, redirects } from '../../model/knowledge.ts';
import type { Workspace } from '../../store/workspace.ts';
import { cast } from '../cast.ts';
import { collectionSeeds } from './texts/collections.ts';

const DAY = 86_400;

/** The two help centers and their collections. */
export function seedHelpCenters(workspace: Workspace): void {
  const created = workspace.start - 700 * DAY;
  helpCenters(workspace).put({
    id: cast.helpCenter,
    identifier: 'fernhill',
    display_name: 'Fernhill Help',
    website_turned_on: true,
    custom_domain: 'help.fernhill.example',
    default: true,
    locales: ['en', 'de', 'fr'],
    created_at: created,
    updated_at: workspace.start - 30 * DAY,
  });
  helpCenters(workspace).put({
    id: '502',
    identifier: 'fernhill-partners',
    display_name: 'Fernhill Partners',
    website_turned_on: true,
    custom_domain: null,
    default: false,
    locales: ['en'],
    created_at: created + 300 * DAY,
    updated_at: workspace.start - 90 * DAY,
  });
  collectionSeeds.forEach((seed, index) => {
    collections(workspace).put({
      id: seed.id,
      name: seed.name,
      description: seed.description,
      icon: seed.icon,
      order: collections(workspace).filter((row) => row.parent_id === (seed.parent ?? null)).length,
      parent_id: seed.parent ?? null,
      help_center_id: seed.center,
      default_locale: 'en',
      translations: structuredClone(seed.translations ?? {}),
      created_at: created + index * DAY,
      updated_at: workspace.start - (200 - index * 11) * DAY,
    });
  });
}

/** Old addresses of what the help center has now. */
export function seedRedirects(workspace: Workspace): void {
  const targets: readonly [path: string, type: Redirect['target_type'], target: string][] = [
    ['/en/faq/forgot-password', 'article', cast.articles.passwordReset],
    ['/en/faq/saml', 'article', cast.articles.sso],
    ['/en/billing', 'collection', '6105'],
    ['/en/sections/calendar', 'collection', '6103'],
  ];
  targets.forEach(([path, type, target], index) => {
    const time = workspace.start - (120 - index * 20) * DAY;
    redirects(workspace).put({
      id: workspace.nextId('help_center_redirects', 8801),
      help_center_id: cast.helpCenter,
      from_url: `https://help.fernhill.example${path}`,
      locale: 'en',
      target_type: type,
      target_id: target,
      created_at: time,
      updated_at: time,
    });
  });
}
