import { openConversation } from '../../domain/conversations/open-conversation.ts';
import { namedAdmin } from '../../domain/people/admin-of.ts';
import { adminAuthor, contactAuthor, operator } from '../../domain/people/author-of.ts';
import type { Author, Conversation } from '../../model/conversations.ts';
import { type Contact, companies } from '../../model/people.ts';
import type { Random } from '../../store/random.ts';
import type { Workspace } from '../../store/workspace.ts';
import { finAnswers, isForFin } from './fin-answers.ts';
import { rateConversation, settleConversation } from './settle-conversation.ts';
import { createDetails, firstName } from './thread/details.ts';
import { emailed } from './thread/email.ts';
import { attach } from './thread/files.ts';
import { htmlOf, textOf } from './thread/html-template.ts';
import { assignTo, crew, routeToTeam } from './thread/routing.ts';
import type { Channel, Scenario, Step } from './thread/scenario.ts';
import { adminSays, customerSays, happen, noted, type Talk, wait } from './thread/talk.ts';

/** How far a conversation has come: `untouched` are open, and nobody was given them. */
export type Outcome = 'closed' | 'open' | 'snoozed' | 'untouched';

/** One conversation that is to be told. */
export interface Plan {
  readonly contact: Contact;
  readonly at: number;
  readonly scenario: Scenario;
  readonly outcome: Outcome;
  /** Given to an admin within minutes. */
  readonly isTaken: boolean;
}

/** Tells a story with one contact, up to the outcome or to the present. */
export function writeConversation(workspace: Workspace, random: Random, id: string, plan: Plan): Conversation {
  const { scenario, outcome } = plan;
  const talk = begin(workspace, random, id, plan);
  const asksFin = scenario.fin !== undefined && outcome === 'closed' && isForFin(talk) && random.chance(0.6);
  const isSolved = asksFin && finAnswers(talk, scenario.fin);
  if (isSolved) talk.row.read = true;
  else if (outcome === 'untouched') linger(talk, scenario);
  else goOn(talk, plan);
  settleConversation(talk, scenario);
  return talk.row;
}

function begin(workspace: Workspace, random: Random, id: string, { contact, at, scenario }: Plan): Talk {
  const [admin, colleague] = crew(workspace, random, scenario.team);
  const company = companies(workspace).get(contact.company_ids[0])?.name ?? 'our business';
  const details = createDetails(random, { contact, company, admin: firstName(namedAdmin(workspace, admin).name) });
  const channel = random.pick(scenario.channels);
  const isOutbound = scenario.steps[0][0] === 'admin';
  const author = isOutbound ? adminAuthor(namedAdmin(workspace, admin)) : contactAuthor(contact);
  const title = textOf(scenario.title, details);
  const html = htmlOf(openingText(random, scenario), details);
  const row = openConversation(workspace, {
    id,
    at,
    contact,
    type: channel,
    title: random.chance(0.75) ? title : null,
    subject: channel === 'email' ? title : '',
    author,
    body: isOutbound ? html : arrived(random, channel, html, author),
    url: channel === 'conversation' && scenario.page ? `https://app.fernhill.example${scenario.page}` : null,
    attachments: scenario.file && random.chance(0.3) ? [attach(random, scenario.file, details)] : [],
  });
  return { workspace, random, row, contact, details, admin, colleague, now: at };
}

function arrived(random: Random, channel: Channel, html: string, author: Author): string {
  if (channel === 'email') return emailed(random, html, author);
  // Somebody called, and this is what was written down.
  return channel === 'phone_call' ? `<p><i>Transcript of a call</i></p>${html}` : html;
}

function openingText(random: Random, scenario: Scenario): string {
  const text = pickText(random, scenario.steps[0]);
  const isProblem = (scenario.file ?? scenario.fin) !== undefined && scenario.language === undefined;
  return isProblem && random.chance(0.5) ? `${text}\n\n${random.pick(additions)}` : text;
}

const additions = [
  'Thanks in advance!',
  'I am with {company}, if that helps you to find us.',
  'You can also call me after {time}.',
  'The last time I wrote about this was on {date}.',
  'I use {browser}, and {device} on the road.',
  'It would be good to have an answer by {later}.',
  'My colleagues ({seats} people) see the same.',
] as const;

function linger(talk: Talk, scenario: Scenario): void {
  if (talk.random.chance(0.5) && wait(talk, 1, 4)) routeToTeam(talk, scenario.team);
  if (talk.random.chance(0.4) && wait(talk, 900, 3000))
    customerSays(
      talk,
      talk.random.pick(['Any news on this?', 'Hello? Is somebody there?', 'Just checking in on my question above.']),
    );
}

function goOn(talk: Talk, { scenario, outcome, isTaken }: Plan): void {
  const { random } = talk;
  if (wait(talk, 1, 4)) routeToTeam(talk, scenario.team);
  if (wait(talk, 1, isTaken ? 8 : 50)) assignTo(talk, talk.admin);
  const left = scenario.steps.slice(1);
  const steps = outcome === 'open' ? left.slice(0, random.between(0, left.length - 1)) : left;
  for (const step of steps) {
    if (!play(talk, step, scenario)) return;
    if (outcome === 'snoozed' && step[0] === 'admin') break;
  }
  if (outcome === 'closed') finish(talk, scenario);
  else if (outcome === 'snoozed' && wait(talk, 0, 9)) {
    const until = talk.workspace.start + random.between(1, 12) * 43_200;
    happen(talk, { type: 'snoozed', author: adminAuthor(namedAdmin(talk.workspace, talk.admin)), until });
  }
}

function play(talk: Talk, step: Step, scenario: Scenario): boolean {
  const { random } = talk;
  const text = pickText(random, step);
  switch (step[0]) {
    case 'admin':
      if (!(random.chance(0.15) ? wait(talk, 600, 1100) : wait(talk, 4, 200))) return false;
      adminSays(talk, text);
      if (random.chance(0.05)) return sleep(talk);
      return true;
    case 'note':
      if (!wait(talk, 1, 40)) return false;
      noted(talk, text);
      return true;
    case 'customer':
      if (!wait(talk, 2, random.chance(0.3) ? 1200 : 120)) return false;
      customerSays(
        talk,
        text,
        scenario.file && random.chance(0.2) ? [attach(random, scenario.file, talk.details)] : [],
      );
      return true;
  }
}

/** Put aside until the next day, when it comes back by itself. */
function sleep(talk: Talk): boolean {
  const until = talk.now + 86_460;
  if (until > talk.workspace.start - 60) return true;
  talk.now += 60;
  happen(talk, { type: 'snoozed', author: adminAuthor(namedAdmin(talk.workspace, talk.admin)), until });
  talk.now = until;
  happen(talk, { type: 'timer_unsnooze', author: operator });
  return true;
}

function finish(talk: Talk, scenario: Scenario): void {
  const { random } = talk;
  const author = adminAuthor(namedAdmin(talk.workspace, talk.admin));
  const isAnswered = scenario.steps.some(([speaker]) => speaker === 'admin');
  if (!wait(talk, 1, 90)) return;
  if (isAnswered && random.chance(0.3)) adminSays(talk, random.pick(goodbyes), 'close');
  else happen(talk, { type: 'close', author });
  if (isAnswered && random.chance(0.1) && wait(talk, 60, 4000)) {
    customerSays(talk, random.pick(returns));
    if (!wait(talk, 5, 300)) return;
    adminSays(talk, random.pick(goodbyes), 'close');
  }
  if (isAnswered) rateConversation(talk, scenario);
}

const goodbyes = [
  'Glad that it works, {first}. I am closing this; just write again if anything comes up.',
  'You are welcome, {first}! Have a good {weekday}.',
  'Happy to help. Take care!',
] as const;
const returns = [
  'One more thing: does that hold for my colleagues as well?',
  'Thanks again!',
  'Sorry, it is me again. Where do I see that on the phone?',
];

function pickText(random: Random, [, ...texts]: Step): string {
  return random.pick(texts);
}
