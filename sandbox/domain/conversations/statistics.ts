import type { Conversation, Part } from '../../model/conversations.ts';
import { isContact } from '../people/author-of.ts';
import { isAssignment, isMessage } from './part-kinds.ts';

/** What reporting knows of a conversation; times are unix seconds, durations seconds, office hours not taken out. */
export type Statistics = ReturnType<typeof statisticsOf>;

/** Works out a conversation's statistics from its opening and its parts. */
export function statisticsOf({ source, created_at, parts }: Conversation) {
  const isFromContact = isContact(source.author);
  let start = isFromContact ? created_at : undefined;
  let began = isFromContact ? 0 : parts.length;
  let lastContactReply = start;
  for (const [index, part] of parts.entries()) {
    if (!isContact(part.author) || !isMessage(part)) continue;
    lastContactReply = part.created_at;
    if (start !== undefined) continue;
    start = part.created_at;
    began = index + 1;
  }
  const since = parts.slice(began);
  const replies = since.filter(isReply);
  const closes = since.filter(isClose);
  const assignments = since.filter(isAssignment);
  const [firstReply, firstClose, firstAssignment] = [replies[0], closes[0], assignments[0]];
  const [lastClose, lastAssignment] = [parts.findLast(isClose), assignments.at(-1)];
  const beforeReply = assignments.findLast(
    (part) => firstReply === undefined || since.indexOf(part) <= since.indexOf(firstReply),
  );
  const after = (part: Part | undefined): number | undefined =>
    part && start !== undefined ? Math.max(part.created_at - start, 0) : undefined;
  return {
    time_to_assignment: after(beforeReply),
    time_to_admin_reply: after(firstReply),
    time_to_first_close: after(firstClose),
    time_to_last_close: after(closes.at(-1)),
    median_time_to_reply: median(waitsOf(start, since)),
    first_contact_reply_at: start,
    first_assignment_at: firstAssignment?.created_at,
    first_admin_reply_at: firstReply?.created_at,
    first_close_at: firstClose?.created_at,
    last_assignment_at: lastAssignment?.created_at,
    last_assignment_admin_reply_at: lastAssignment && replyBehind(since, lastAssignment)?.created_at,
    last_contact_reply_at: lastContactReply,
    last_admin_reply_at:
      parts.findLast(isReply)?.created_at ?? (source.author.type === 'admin' ? created_at : undefined),
    last_close_at: lastClose?.created_at,
    last_closed_by_id: lastClose?.author.type === 'admin' ? lastClose.author.id : undefined,
    count_reopens: since.filter((part, index) => part.state === 'open' && parts[began + index - 1]?.state === 'closed')
      .length,
    count_assignments: assignments.length,
    count_conversation_parts: parts.length,
    handling_time: handlingTime(parts, lastClose),
    team_replies: teamReplies(since),
  };
}

function isReply(part: Part): boolean {
  return part.author.type === 'admin' && isMessage(part);
}
function isClose({ part_type }: Part): boolean {
  return part_type === 'close';
}

function replyBehind(parts: readonly Part[], part: Part): Part | undefined {
  return parts.slice(parts.indexOf(part)).find(isReply);
}

/** How long contacts waited for each reply, from their first message that was not answered. */
function waitsOf(start: number | undefined, since: readonly Part[]): number[] {
  const waits: number[] = [];
  let waiting = start;
  for (const part of since) {
    if (!isMessage(part)) continue;
    if (isContact(part.author)) waiting ??= part.created_at;
    else if (part.author.type === 'admin' && waiting !== undefined) {
      waits.push(Math.max(part.created_at - waiting, 0));
      waiting = undefined;
    }
  }
  return waits;
}

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[middle]];
  return low === undefined || high === undefined ? undefined : Math.round((low + high) / 2);
}

function handlingTime(parts: readonly Part[], close: Part | undefined): number | undefined {
  if (close === undefined) return undefined;
  const assigned = parts.slice(0, parts.indexOf(close)).findLast(isAssignment);
  return assigned && close.created_at - assigned.created_at;
}

/** How long each team took from its first assignment to the first reply. */
function teamReplies(since: readonly Part[]): { readonly team_id: string; readonly response_time: number }[] {
  const seen = new Set<string>();
  return since.flatMap((part) => {
    const team = part.assigned_to?.type === 'team' ? part.assigned_to.id : null;
    if (team === null || seen.has(team)) return [];
    seen.add(team);
    const reply = replyBehind(since, part);
    return reply ? [{ team_id: team, response_time: reply.created_at - part.created_at }] : [];
  });
}
