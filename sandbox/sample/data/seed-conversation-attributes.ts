import { uuid } from '../../generic/uuid.ts';
import { type ConversationAttribute, conversationAttributes } from '../../model/data.ts';
import { createRandom } from '../../store/random.ts';
import type { Workspace } from '../../store/workspace.ts';
import { cast } from '../cast.ts';

type Kind = Pick<ConversationAttribute, 'name' | 'description' | 'data_type'> &
  Partial<Pick<ConversationAttribute, 'multiline' | 'reference' | 'required' | 'visible_to_team_ids' | 'archived'>> & {
    readonly labels?: readonly string[];
  };

const TOPICS = [
  ...['Account', 'API', 'Bug', 'Calendar sync', 'Cancellation', 'Client refund', 'Complaint', 'Deposits'],
  ...['Double booking', 'Export', 'Feature request', 'Invoice', 'Mobile app', 'Onboarding', 'Payment', 'Payout'],
  ...['Plan', 'Praise', 'Privacy', 'Refund', 'Reminders', 'Seats', 'Sign-in', 'SSO', 'Time zones', 'Other'],
];

const KINDS: readonly Kind[] = [
  { name: 'Topic', description: 'What the conversation is about', data_type: 'list', labels: TOPICS, required: true },
  { name: 'Root cause', description: 'What was behind it, in a few words', data_type: 'string', multiline: true },
  { name: 'Bookings affected', description: 'How many bookings went wrong', data_type: 'integer' },
  {
    name: 'Refund amount',
    description: 'What was paid back, in euros',
    data_type: 'decimal',
    visible_to_team_ids: [cast.teams.billing],
  },
  { name: 'Escalated to engineering', description: 'Whether a developer looked at it', data_type: 'boolean' },
  { name: 'Follow up on', description: 'When to write again', data_type: 'datetime' },
  {
    name: 'Invoices',
    description: 'The invoices that it is about',
    data_type: 'relationship',
    reference: { type: 'many', object_type_id: 'Invoice' },
  },
  { name: 'Fax sent', description: 'Left from the early days', data_type: 'boolean', archived: true },
];

/** What conversations have. */
export function seedConversationAttributes(workspace: Workspace): void {
  const random = createRandom(workspace.seed + 0xda7a);
  KINDS.forEach(({ labels, ...kind }, index) => {
    const made = workspace.start - (400 - index * 17) * 86_400;
    conversationAttributes(workspace).put({
      required: false,
      visible_to_team_ids: [],
      archived: false,
      ...(kind.data_type === 'string' && { multiline: false }),
      ...structuredClone(kind),
      ...(labels && { options: labels.map((label) => ({ id: uuid(random), label, archived: false })) }),
      id: workspace.nextId('conversation_attribute', 11),
      created_at: made,
      updated_at: made,
      admin_id: cast.admins.maya,
    });
  });
}
