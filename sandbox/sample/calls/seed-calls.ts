import { isContact } from '../../domain/people/author-of.ts';
import { isPresent } from '../../domain/people/find-contact.ts';
import { finVoiceCalls, phoneCalls } from '../../model/calls.ts';
import { conversations } from '../../model/conversations.ts';
import { type Admin, admins, type Contact, contacts } from '../../model/people.ts';
import { createRandom, type Random } from '../../store/random.ts';
import type { Workspace } from '../../store/workspace.ts';
import { SCRIPTS } from './scripts.ts';
import { answeringAdmin, scriptOf, spoken } from './spoken.ts';

const HOUR = 3600;

/** A sample call before it is made. */
interface Plan {
  readonly conversationId: string | null;
  readonly contact: Contact | undefined;
  readonly admin: Admin | undefined;
  /** What a teammate and the caller say by turns; nothing in a call that was missed. */
  readonly script: readonly string[];
  readonly direction: 'inbound' | 'outbound';
  readonly initiated: number;
  readonly isRecorded: boolean;
}

/** The calls of the conversations that came by phone, some that led to none, and two that Fin Voice answered. */
export function seedCalls(workspace: Workspace): void {
  const random = createRandom(workspace.seed + 6011);
  const plans = [...ofConversations(workspace), ...ofNoConversation(workspace, random)];
  for (const plan of plans.toSorted((one, other) => one.initiated - other.initiated)) putCall(workspace, random, plan);
  seedFinVoice(workspace);
}

function ofConversations(workspace: Workspace): Plan[] {
  return conversations(workspace)
    .filter(({ source }) => source.type === 'phone_call' && isContact(source.author))
    .map((conversation, index) => {
      const admin = answeringAdmin(workspace, conversation);
      return {
        conversationId: conversation.id,
        contact: contacts(workspace).get(conversation.contact_ids[0]),
        admin,
        script: scriptOf(conversation, admin),
        direction: 'inbound',
        initiated: conversation.created_at,
        isRecorded: index !== 2,
      };
    });
}

function ofNoConversation(workspace: Workspace, random: Random): Plan[] {
  const people = contacts(workspace).filter(isPresent);
  const team = admins(workspace).all();
  return SCRIPTS.map((script, index) => ({
    conversationId: null,
    contact: people[(index * 7) % people.length],
    admin: team[index % team.length],
    script: script.lines,
    direction: script.direction,
    initiated: workspace.start - (SCRIPTS.length - index) * 9 * HOUR - random.between(0, 3000),
    isRecorded: true,
  }));
}

function putCall(workspace: Workspace, random: Random, plan: Plan): void {
  const { contact, admin, script, initiated } = plan;
  const isMissed = script.length === 0;
  const answered = isMissed ? null : initiated + random.between(4, 40);
  const transcript = spoken(script, admin, contact);
  const ended = (answered ?? initiated + 35) + (transcript.at(-1)?.at ?? 0) + 6;
  const id = workspace.nextId('calls', 610_201);
  phoneCalls(workspace).put({
    id,
    conversation_id: plan.conversationId,
    admin_id: isMissed ? null : (admin?.id ?? null),
    contact_id: contact?.id ?? null,
    state: isMissed ? 'missed' : 'completed',
    call_type: 'phone',
    direction: plan.direction,
    ended_reason: isMissed ? 'no_answer' : 'completed',
    phone: contact?.phone ?? `+35315550${id.slice(-3)}`,
    initiated_at: initiated,
    answered_at: answered,
    ended_at: ended,
    created_at: initiated,
    updated_at: ended,
    is_recorded: !isMissed && plan.isRecorded,
    transcript,
  });
}

function seedFinVoice(workspace: Workspace): void {
  const answered = phoneCalls(workspace).filter(({ transcript }) => transcript.length > 0);
  for (const [index, call] of answered.slice(0, 2).entries())
    finVoiceCalls(workspace).put({
      id: workspace.nextId('fin_voice_calls', 90_401),
      external_call_id: `fern-ivr-${4410 + index}`,
      user_phone_number: call.phone,
      source: 'aws_connect',
      data: { queue: 'front desk' },
      status: index === 0 ? 'resolved' : 'in-progress',
      intercom_call_id: call.id,
      intercom_conversation_id: call.conversation_id,
      call_summary: index === 0 ? 'Fin greeted the caller and handed the call over to a teammate.' : '',
      call_transcript: call.transcript.map(({ at, speaker, text }) => ({ at, speaker, text })),
      intent: index === 0 ? [{ name: 'speak_to_teammate', confidence: 0.93 }] : [],
      created_at: call.created_at,
    });
}
