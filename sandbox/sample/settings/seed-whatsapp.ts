import { whatsAppMessages } from '../../model/outreach.ts';
import type { Workspace } from '../../store/workspace.ts';
import { cast } from '../cast.ts';

const ANSWERED: readonly string[] = cast.conversations.jonas;

/** Puts what the outbound ruleset 5501 sent by WhatsApp into a workspace. */
export function seedWhatsApp(workspace: Workspace): void {
  for (const [index, conversation_id] of ANSWERED.entries())
    whatsAppMessages(workspace).put({
      id: `wamid.5501${String(index + 1).padStart(6, '0')}`,
      ruleset_id: '5501',
      conversation_id,
      template_name: 'booking_reminder',
      created_at: workspace.start - (index + 1) * 7200,
      error: index === 2 ? { message: 'Undeliverable', details: 'The number is not registered with WhatsApp.' } : null,
    });
}
