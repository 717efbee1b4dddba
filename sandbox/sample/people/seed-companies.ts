import { planNamed } from '../../domain/people/plan-named.ts';
import { type Company, companies, type Tagging, tags } from '../../model/people.ts';
import { createRandom, type Random } from '../../store/random.ts';
import type { Workspace } from '../../store/workspace.ts';
import { cast } from '../cast.ts';
import { BUSINESSES, businessAt, domainOf } from './businesses.ts';

const DAY = 86_400;

/** Monthly price of each plan; a company pays it for every five people. */
const PLANS = [
  ['Pro', 29],
  ['Team', 79],
  ['Enterprise', 240],
] as const;

/** Companies of the cast have plans that fit their people. */
const FIXED_PLANS: Readonly<Record<string, string>> = {
  'Brightleaf Studio': 'Enterprise',
  'Alpine Outfitters': 'Team',
  'Harbor Bikes': 'Pro',
};

/** The companies of the workspace. */
export function seedCompanies(workspace: Workspace): void {
  const random = createRandom(workspace.seed + 301);
  const count = Math.round(BUSINESSES.length * workspace.scale);
  for (let index = 0; index < Math.max(count, 3); index++)
    companies(workspace).put(companyAt(workspace, random, index));
}

function companyAt(workspace: Workspace, random: Random, index: number): Company {
  const { start } = workspace;
  const business = businessAt(index);
  const [plan, price] = PLANS.find(([name]) => name === FIXED_PLANS[business.name]) ?? random.pick(PLANS);
  const size = random.between(2, 90);
  const age = random.between(40, 720);
  const created_at = start - age * DAY - random.between(0, DAY - 1);
  // Most are in use; a few went quiet long ago.
  const quiet = random.chance(0.8) ? random.between(0, 12) : random.between(35, Math.max(36, Math.min(age - 1, 200)));
  const last_request_at = Math.max(created_at, start - quiet * DAY - random.between(60, 40_000));
  return {
    id: workspace.nextHexId('companies'),
    company_id: `fh-${1001 + index}`,
    name: business.name,
    plan: planNamed(workspace, plan),
    size,
    website: `https://www.${domainOf(business)}`,
    industry: business.industry,
    monthly_spend: price * Math.ceil(size / 20),
    session_count: random.between(20, 4000),
    created_at,
    updated_at: last_request_at,
    last_request_at,
    remote_created_at: created_at - random.between(0, 3) * DAY,
    custom_attributes: {
      account_health: random.pick(['Green', 'Green', 'Green', 'Yellow', 'Red']),
      seats_used: random.between(1, size),
      payment_volume: random.between(4_000, 900_000) / 10,
      renewal_date: start + random.between(10, 360) * DAY,
    },
    tags: random.chance(0.3) ? taggings(workspace, random, created_at) : [],
  };
}

function taggings(workspace: Workspace, random: Random, applied_at: number): Tagging[] {
  const fitting = tags(workspace).filter(({ name }) => ['vip', 'churn-risk', 'onboarding', 'legal'].includes(name));
  return fitting.length === 0 ? [] : [{ id: random.pick(fitting).id, applied_at, applied_by: cast.admins.priya }];
}
