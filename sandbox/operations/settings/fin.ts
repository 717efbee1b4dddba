import { isRecord, type Json } from '../../contract/contract.ts';
import type { Call, Routes } from '../../http/call.ts';
import { Fault } from '../../http/fault.ts';
import { type FinMessage, type FinSession, finSessions } from '../../model/fin.ts';
import { checkAttachments } from './check-attachments.ts';
import { finAnswer } from './fin-answer.ts';

/** Answers the operations that give conversations to Fin, and those that rate them. */
export const finRoutes: Routes = {
  'POST /fin/start': start,
  'POST /fin/reply': reply,
  'POST /fin/csat': rate,
};

function start(call: Call): unknown {
  const { workspace, body } = call;
  const id = String(body.conversation_id);
  const user = part(body, 'user');
  const metadata = part(body, 'conversation_metadata');
  if (id.trim() === '') throw refusal('conversation_id', 'is required');
  if (finSessions(workspace).has(id)) throw refusal('conversation_id', 'was started before: use /fin/reply');
  checkAttachments(body.attachments);
  const [attributes, conversationErrors] = scalars(part(metadata, 'attributes'));
  const [, userErrors] = scalars(part(user, 'attributes'));
  const history = Array.isArray(metadata.history) ? (metadata.history as FinMessage[]) : [];
  const session = finSessions(workspace).put({
    id,
    user_id: String(user.id),
    status: 'awaiting_user_reply',
    messages: [...history],
    article_ids: [],
    attributes,
    csat: null,
  });
  return {
    ...turn(call, session),
    errors: { user: { attributes: userErrors }, conversation: { attributes: conversationErrors } },
  };
}

function reply(call: Call): unknown {
  const { workspace, body } = call;
  const session = finSessions(workspace).get(body.conversation_id);
  if (session === undefined) throw refusal('conversation_id', 'is not known: use /fin/start first');
  if (session.user_id !== String(part(body, 'user').id)) throw refusal('user.id', 'is not the user who started it');
  if (session.status !== 'awaiting_user_reply') throw refusal('conversation_id', `is ${session.status} already`);
  checkAttachments(body.attachments);
  return { ...turn(call, session), errors: { user: { attributes: {} }, conversation: { attributes: {} } } };
}

/** Takes the user's message and Fin's answer to it into the session; what Fin says itself comes by webhook. */
function turn(call: Call, session: FinSession): Json {
  const { workspace, body, now } = call;
  const at = new Date(now * 1000).toISOString();
  const message = part(body, 'message');
  const text = String(message.body);
  const answer = finAnswer(workspace, text);
  session.messages.push(
    { author: 'user', body: text, timestamp: String(message.timestamp) },
    { author: 'fin', body: answer.body, timestamp: at },
  );
  if (answer.articleId !== null) session.article_ids.push(answer.articleId);
  session.status = answer.status;
  return {
    conversation_id: session.id,
    user_id: session.user_id,
    status: answer.status === 'awaiting_user_reply' ? 'thinking' : answer.status,
    created_at_ms: at,
    sse_subscription_url: `https://fin-events.fernhill.example/${encodeURIComponent(session.id.toWellFormed())}`,
  };
}

function rate({ workspace, body, now }: Call): unknown {
  const session = finSessions(workspace).get(body.conversation_id);
  if (session === undefined) throw unrated('conversation_id', 'is not known to Fin');
  if (session.status === 'awaiting_user_reply') throw unrated('conversation_id', 'was not asked for a rating yet');
  if (session.csat !== null && session.csat.remark !== null) throw unrated('rating', 'cannot change after a remark');
  const remark = typeof body.remark === 'string' && body.remark !== '' ? body.remark : null;
  session.csat = { rating: String(body.rating), remark, rated_at: now };
  return { conversation_id: session.id, rating: body.rating, status: 'rated' };
}

function part(of: Json, key: string): Json {
  const value = of[key];
  return isRecord(value) ? value : {};
}

/** Attributes with plain values, and what is wrong with the others. */
function scalars(attributes: Json): [Json, Record<string, string>] {
  const entries = Object.entries(attributes);
  const isBad = (value: unknown) => typeof value === 'object' && value !== null;
  return [
    Object.fromEntries(entries.filter(([, value]) => !isBad(value))),
    Object.fromEntries(entries.filter(([, value]) => isBad(value)).map(([key]) => [key, 'must be a plain value'])),
  ];
}

function refusal(field: string, problem: string): Fault {
  return new Fault(400, `${field} ${problem}`, { code: 'parameter_invalid', field });
}

function unrated(field: string, problem: string): Fault {
  return new Fault(422, problem, { field });
}
