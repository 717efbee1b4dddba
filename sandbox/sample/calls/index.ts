import { finVoiceCalls, type Line, phoneCalls } from '../../model/calls.ts';
import { conversations } from '../../model/conversations.ts';
import { type Admin, admins, type Contact, contacts } from '../../model/people.ts';
import { isPresent } from '../../operations/people/find-contact.ts';
import { createRandom } from '../../store/random.ts';
import type { Workspace } from '../../store/workspace.ts';
import { SCRIPTS } from './scripts.ts';

const HOUR = 3600;

/** Phone calls, some of them in conversations, and two that Fin Voice answered. */
export function seedCalls(workspace: Workspace): void {
  const random = createRandom(workspace.seed + 6011);
  const people = contacts(workspace).filter(isPresent);
  const team = admins(workspace).all();
  const threads = threadsForCalls(workspace);
  SCRIPTS.forEach((script, index) => {
    const thread = threads[index];
    const contact = people.find(({ id }) => id === thread?.contact_ids[0]) ?? people[(index * 7) % people.length];
    const admin = team[index % team.length];
    const initiated =
      thread?.created_at ?? workspace.start - (SCRIPTS.length - index) * 9 * HOUR - random.between(0, 3000);
    const answered = script.length === 0 ? null : initiated + random.between(4, 40);
    const transcript = spoken(script, contact, admin);
    const ended = (answered ?? initiated + 35) + (transcript.at(-1)?.at ?? 0) + 6;
    phoneCalls(workspace).put({
      id: workspace.nextId('calls', 610_201),
      conversation_id: thread?.id ?? null,
      admin_id: answered === null ? null : (admin?.id ?? null),
      contact_id: contact?.id ?? null,
      state: answered === null ? 'missed' : 'completed',
      call_type: 'phone',
      direction: index % 4 === 3 ? 'outbound' : 'inbound',
      ended_reason: answered === null ? 'no_answer' : 'completed',
      phone: contact?.phone ?? `+35315550${String(101 + index)}`,
      initiated_at: initiated,
      answered_at: answered,
      ended_at: ended,
      created_at: initiated,
      updated_at: ended,
      is_recorded: answered !== null && index !== 2,
      transcript,
    });
  });
  seedFinVoice(workspace);
}

/** Conversations that came by phone, else, where none did, the first ones that there are. */
function threadsForCalls(workspace: Workspace): ReturnType<ReturnType<typeof conversations>['all']> {
  const byPhone = conversations(workspace).filter(({ source }) => source.type === 'phone_call');
  const threads = byPhone.length > 0 ? byPhone : conversations(workspace).all();
  return threads.slice(0, SCRIPTS.length);
}

function spoken(script: readonly string[], contact: Contact | undefined, admin: Admin | undefined): Line[] {
  let at = 2;
  return script.map((text, index) => {
    const line = {
      at,
      speaker: (index % 2 === 0 ? admin?.name : contact?.name) ?? (index % 2 === 0 ? 'Teammate' : 'Caller'),
      text,
    };
    at += 3 + Math.ceil(text.length / 14);
    return line;
  });
}

function seedFinVoice(workspace: Workspace): void {
  for (const [index, call] of phoneCalls(workspace).all().slice(0, 2).entries())
    finVoiceCalls(workspace).put({
      id: workspace.nextId('fin_voice_calls', 90_401),
      external_call_id: `fern-ivr-${4410 + index}`,
      user_phone_number: call.phone,
      source: 'aws_connect',
      data: { queue: 'front desk' },
      status: index === 0 ? 'resolved' : 'in-progress',
      intercom_call_id: call.id,
      intercom_conversation_id: call.conversation_id,
      call_summary: index === 0 ? 'The caller asked how to send an invoice again; Fin explained it.' : '',
      call_transcript: call.transcript.map(({ at, speaker, text }) => ({ at, speaker, text })),
      intent: index === 0 ? [{ name: 'invoice_resend', confidence: 0.93 }] : [],
      created_at: call.created_at,
    });
}
