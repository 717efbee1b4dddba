import { responseFields } from '../../domain/settings/response-fields.ts';
import { type Connector, connectors } from '../../model/connectors.ts';
import { createRandom } from '../../store/random.ts';
import type { Workspace } from '../../store/workspace.ts';
import { cast } from '../cast.ts';
import { seedExecutions } from './seed-executions.ts';

interface Kind extends Pick<Connector, 'name' | 'description' | 'state' | 'http_method' | 'url' | 'used_by'> {
  readonly input: string;
  readonly sample: unknown;
}

const KINDS: readonly Kind[] = [
  {
    name: 'Get invoice status',
    description: 'Looks an invoice up by its number.',
    state: 'live',
    http_method: 'get',
    url: 'https://api.fernhill.example/v1/invoices/{{invoice_number}}',
    used_by: ['Billing questions'],
    input: 'invoice_number',
    sample: { number: 'INV-2041', status: 'paid', total: 118.5, paid_at: '2026-10-02T09:14:00Z' },
  },
  {
    name: 'List upcoming bookings',
    description: 'The next bookings of an account.',
    state: 'live',
    http_method: 'get',
    url: 'https://api.fernhill.example/v1/accounts/{{account_id}}/bookings',
    used_by: [],
    input: 'account_id',
    sample: { bookings: [{ id: 88, title: 'Bike service', confirmed: true }] },
  },
  {
    name: 'Extend trial',
    description: 'Gives an account another week of trial.',
    state: 'draft',
    http_method: 'post',
    url: 'https://api.fernhill.example/v1/accounts/{{account_id}}/trial',
    used_by: [],
    input: 'account_id',
    sample: { account: { id: 'acc_17', trial_ends: '2026-12-01T00:00:00Z' } },
  },
];

/** Puts data connectors and their executions into a workspace. */
export function seedConnectors(workspace: Workspace): void {
  const random = createRandom(workspace.seed + 7_102);
  for (const [index, { input, sample, ...kind }] of KINDS.entries()) {
    const row = connectors(workspace).put({
      id: workspace.nextId('data_connectors', 41_201),
      ...kind,
      body: kind.http_method === 'post' ? '{"days": 7}' : '',
      headers: [{ name: 'Authorization', value: 'Bearer fernhill-sample' }],
      audiences: ['users', 'leads'],
      data_inputs: [{ name: input, type: 'string', description: null, required: true, default_value: '' }],
      response_fields: responseFields(sample),
      configuration_response_type: 'mock_response_type',
      token_ids: [],
      direct_fin_usage: kind.state === 'live',
      customer_authentication: false,
      bypass_authentication: false,
      validate_missing_attributes: true,
      created_by_admin_id: cast.admins.daniel,
      updated_by_admin_id: cast.admins.daniel,
      created_at: workspace.start - (90 - index) * 86_400,
      updated_at: workspace.start - (30 - index) * 86_400,
    });
    seedExecutions(workspace, row, sample, random);
  }
}
