import { conversations } from '../../model/conversations.ts';
import { nextConversationId } from '../../model/ids.ts';
import { type Contact, contacts } from '../../model/people.ts';
import { createRandom, type Random } from '../../store/random.ts';
import type { Workspace } from '../../store/workspace.ts';
import { cast } from '../cast.ts';
import { password, scenarios } from './scenarios/scenarios.ts';
import type { Scenario } from './thread/scenario.ts';
import { type Outcome, type Plan, writeConversation } from './write-conversation.ts';

const DAY = 86_400;
const WEEK = 7 * DAY;
const { sofia, jonas, resets } = cast.contacts;
/** Those whose conversations are told one by one. */
const apart = new Set<string>([sofia, jonas, ...resets]);
const deck: readonly Scenario[] = scenarios.flatMap((scenario) => Array<Scenario>(scenario.weight).fill(scenario));

/** What a support team deals with day by day, over 90 days. */
export function seedEveryday(workspace: Workspace, count: number): void {
  const random = createRandom(workspace.seed + 41_117);
  const people = contacts(workspace).filter(
    ({ id, archived, blocked, created_at }) =>
      !apart.has(id) && !archived && !blocked && created_at < workspace.start - 2 * DAY,
  );
  if (people.length === 0 || count <= 0) return;
  const plans = Array.from({ length: count }, (_, index) => plan(workspace, random, random.pick(people), index));
  plans.sort((one, other) => one.at - other.at);
  for (const each of plans)
    conversations(workspace).put(writeConversation(workspace, random, nextConversationId(workspace), each));
}

function plan({ start }: Workspace, random: Random, contact: Contact, index: number): Plan {
  // The first is a lost password that somebody deals with already; one that nobody has is told elsewhere.
  if (index === 0)
    return { contact, at: start - random.between(5, 20) * 3600, scenario: password, outcome: 'open', isTaken: true };
  const scenario = random.chance(0.07) ? password : random.pick(deck);
  const earliest = Math.max(start - 90 * DAY, contact.created_at + 3600);
  const age = workingHour(random, 3600, start - earliest);
  const at = start - age;
  const isTaken = age < DAY + 3600;
  return {
    contact,
    at: isTaken && scenario === password ? Math.max(earliest, at - 2 * DAY) : at,
    scenario,
    outcome: outcomeFor(scenario, outcomeOf(random, age)),
    isTaken,
  };
}

/** What the team sent out waits for nobody. */
function outcomeFor({ steps }: Scenario, outcome: Outcome): Outcome {
  return steps[0][0] === 'admin' && outcome === 'untouched' ? 'closed' : outcome;
}

function outcomeOf(random: Random, age: number): Outcome {
  const chance = random.next();
  if (age < DAY + 3600) return chance < 0.4 ? 'closed' : 'open';
  if (age < 12 * DAY)
    return chance < 0.55 ? 'closed' : chance < 0.75 ? 'open' : chance < 0.88 ? 'snoozed' : 'untouched';
  return chance < 0.93 ? 'closed' : chance < 0.96 ? 'open' : chance < 0.98 ? 'snoozed' : 'untouched';
}

/** The age of a message in seconds: mostly of the day and of the week, as customers write. */
function workingHour(random: Random, youngest: number, oldest: number): number {
  const draw = (): number => random.between(youngest, Math.max(youngest, oldest));
  let age = draw();
  for (let tries = 0; tries < 2 && isQuiet(age); tries++) age = draw();
  return age;
}

/** As if every workspace were started on a Wednesday at four in the afternoon: the clock has no part in the draw. */
const STARTED = 2 * DAY + 16 * 3600;

function isQuiet(age: number): boolean {
  // Seconds since a Monday.
  const at = (((STARTED - age) % WEEK) + WEEK) % WEEK;
  const hour = Math.floor((at % DAY) / 3600);
  return hour < 7 || hour > 19 || at >= 5 * DAY;
}
