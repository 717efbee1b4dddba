import { brands, emailSettings, ipAllowlists } from '../../model/settings.ts';
import type { Workspace } from '../../store/workspace.ts';
import { cast } from '../cast.ts';

const ADDRESSES = [
  ['7801', 'support@fernhill.example', '1', true, true],
  ['7802', 'billing@fernhill.example', '1', true, false],
  ['7803', 'hello@fernhill-studio.example', '2', false, false],
] as const;

/** Puts brands, sender addresses and the IP allowlist into a workspace. */
export function seedAddresses(workspace: Workspace): void {
  const created_at = workspace.start - 900 * 86_400;
  const stamps = { created_at, updated_at: created_at };
  const help_center_id = cast.helpCenter;
  brands(workspace).put({
    id: '1',
    name: 'Fernhill',
    is_default: true,
    help_center_id,
    default_address_settings_id: '7801',
    ...stamps,
  });
  brands(workspace).put({
    id: '2',
    name: 'Fernhill Studio',
    is_default: false,
    help_center_id,
    default_address_settings_id: '7803',
    ...stamps,
  });
  for (const [id, email, brand_id, verified, forwarding_enabled] of ADDRESSES)
    emailSettings(workspace).put({
      id,
      email,
      domain: email.slice(email.indexOf('@') + 1),
      brand_id,
      verified,
      forwarding_enabled,
      forwarded_email_last_received_at: forwarding_enabled ? workspace.start - 5400 : null,
      ...stamps,
    });
  ipAllowlists(workspace).put({ id: '1', enabled: false, ip_allowlist: ['203.0.113.0/24', '198.51.100.7'] });
}
