import { workflows } from '../../model/exports.ts';
import type { Workspace } from '../../store/workspace.ts';

const DAY = 86_400;

/** Two automations of the support team. */
export function seedExports(workspace: Workspace): void {
  const at = (days: number): number => workspace.start - days * DAY;
  workflows(workspace).put({
    id: '310501',
    title: 'Route billing questions',
    description: 'Sends new conversations about invoices and payments to the billing team.',
    trigger_type: 'inbound_conversation',
    state: 'live',
    target_channels: ['chat', 'email'],
    preferred_devices: ['desktop', 'mobile'],
    created_at: at(210),
    updated_at: at(19),
    targeting: { match: 'any', conditions: [{ attribute: 'message', operator: 'contains', value: 'invoice' }] },
    snapshot: {
      start: 'ask',
      steps: [
        { id: 'ask', kind: 'message', text: 'Which invoice is it about?', next: 'assign' },
        { id: 'assign', kind: 'assign_team', team_id: '7302' },
      ],
    },
    attributes: [{ name: 'Topic', kind: 'list', values: ['Invoice', 'Refund', 'Payment'] }],
    embedded_rules: [],
  });
  workflows(workspace).put({
    id: '310502',
    title: 'Out of office hours',
    description: null,
    trigger_type: 'inbound_conversation',
    state: 'paused',
    target_channels: ['chat'],
    preferred_devices: ['desktop', 'mobile'],
    created_at: at(96),
    updated_at: at(41),
    targeting: { match: 'all', conditions: [{ attribute: 'office_hours', operator: 'is', value: false }] },
    snapshot: {
      start: 'tell',
      steps: [{ id: 'tell', kind: 'message', text: 'We are back at nine in the morning, Dublin time.' }],
    },
    attributes: [],
    embedded_rules: [],
  });
}
