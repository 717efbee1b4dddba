import { happened } from '../../domain/people/touch-contact.ts';
import { type Contact, companies } from '../../model/people.ts';
import type { Scenario } from './thread/scenario.ts';
import type { Talk } from './thread/talk.ts';
import { tag } from './thread/thread.ts';

const remarks: Readonly<Record<number, readonly string[]>> = {
  1: ['Took far too long.', 'Nobody read what I wrote.', ''],
  2: ['Had to explain it three times.', 'Slow.', ''],
  3: ['It works, but it took a while.', '', 'ok'],
  4: ['Friendly and clear.', '', 'Good, could be faster.'],
  5: ['Brilliant, thank you!', 'Best support we have.', '', '{admin} is great.'],
};

/** Tags, priority, attributes and the service level, as they are at the end of a conversation. */
export function settleConversation(talk: Talk, scenario: Scenario): void {
  const { workspace, random, row, contact } = talk;
  row.priority = scenario.priority ?? random.pick(['none', 'none', 'none', 'none', 'low', 'medium', 'high']);
  const at = Math.min(row.created_at + random.between(120, 2400), workspace.start - 60);
  const spend = companies(workspace).get(row.company_id)?.monthly_spend ?? 0;
  tag(workspace, row, [...scenario.tags, ...(spend >= 500 && random.chance(0.5) ? ['vip'] : [])], talk.admin, at);
  if (random.chance(0.7)) row.custom_attributes = attributesOf(talk, scenario);
  if (row.source.author.type !== 'admin' && random.chance(0.35)) row.sla = slaOf(talk);
  remember(contact, talk);
}

function attributesOf({ random, row }: Talk, { topic, tags }: Scenario): Record<string, unknown> {
  const isOver = row.state === 'closed';
  return {
    Topic: topic,
    ...(topic === 'Double booking' && { 'Bookings affected': random.between(2, 9) }),
    ...(tags.includes('bug') && { 'Escalated to engineering': random.chance(0.6) }),
    ...(tags.includes('refund') && isOver && { 'Refund amount': random.between(1200, 48_000) / 100 }),
  };
}

function slaOf({ row, workspace }: Talk): NonNullable<Talk['row']['sla']> {
  const reply = row.parts.find(
    ({ body, author, part_type }) => body && author.type === 'admin' && part_type !== 'note',
  );
  const sla_name = 'First reply within 4 hours';
  // Closed without a reply, as by Fin.
  if (reply === undefined && row.state === 'closed') return { sla_name, sla_status: 'cancelled' };
  const isLate = (reply?.created_at ?? workspace.start) - row.created_at > 4 * 3600;
  return { sla_name, sla_status: isLate ? 'missed' : reply === undefined ? 'active' : 'hit' };
}

/** The customer may say what the help was like. */
export function rateConversation(
  { workspace, random, row, contact, admin, details, now }: Talk,
  scenario: Scenario,
): void {
  const created_at = now + random.between(60, 6 * 3600);
  if (created_at > workspace.start || !random.chance(0.45)) return;
  const rating = Math.min(5, Math.max(1, scenario.mood + random.between(-1, 1)));
  const remark = random.pick(remarks[rating] ?? ['']).replace('{admin}', details.admin);
  row.rating = { rating, remark, created_at, contact_id: contact.id, teammate_id: admin };
}

/** The contact's own dates follow what was written. */
function remember(contact: Contact, { row }: Talk): void {
  for (const { author, body, created_at, part_type } of [
    { ...row.source, created_at: row.created_at, part_type: '' },
    ...row.parts,
  ]) {
    if (!body || part_type === 'note') continue;
    if (author.id === contact.id) happened(contact, 'last_replied_at', created_at);
    else if (author.type === 'admin') happened(contact, 'last_contacted_at', created_at);
  }
}
