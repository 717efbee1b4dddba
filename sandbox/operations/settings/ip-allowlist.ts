import { BlockList, isIP } from 'node:net';
import { recordActivity } from '../../domain/settings/activity.ts';
import { assign } from '../../generic/assign.ts';
import type { Call, Routes } from '../../http/call.ts';
import { existing, Fault } from '../../http/fault.ts';
import { type IpAllowlist, ipAllowlists } from '../../model/settings.ts';

/** Whoever reaches the sandbox does so on the machine that it runs on. */
const CALLER = '127.0.0.1';

/** Answers the operations of the IP allowlist. */
export const ipAllowlistRoutes: Routes = {
  'GET /ip_allowlist': ({ workspace }) => ({ type: 'ip_allowlist', ...allowlistOf(workspace) }),
  'PUT /ip_allowlist': change,
};

function allowlistOf(workspace: Call['workspace']): IpAllowlist {
  return existing(ipAllowlists(workspace).get('1'), 'IP allowlist');
}

function change(call: Call): unknown {
  const row = allowlistOf(call.workspace);
  const next = structuredClone(row);
  assign(next, call.body, ['enabled', 'ip_allowlist']);
  const allowed = rangesOf(next.ip_allowlist);
  if (next.enabled && !allowed.check(CALLER))
    throw refusal(`Your IP (${CALLER}) is not on the allowlist: saving would lock you out of this workspace`);
  const before = structuredClone(row);
  Object.assign(row, next);
  recordActivity(call, {
    type: 'security_settings_change',
    description: 'Changed the IP allowlist',
    metadata: { before: settingsOf(before), after: settingsOf(row) },
  });
  return { type: 'ip_allowlist', ...row };
}

function settingsOf({ enabled, ip_allowlist }: IpAllowlist) {
  return { enabled, ip_allowlist: [...ip_allowlist] };
}

function rangesOf(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = '', prefix, ...more] = entry.split('/');
    const version = isIP(address);
    const widest = version === 6 ? 128 : 32;
    const isPrefix = prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= widest);
    if (version === 0 || !isPrefix || more.length > 0) throw refusal(`${entry} is no IP address or range`);
    list.addSubnet(address, prefix === undefined ? widest : Number(prefix), version === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}

function refusal(message: string): Fault {
  return new Fault(422, message, { code: 'parameter_invalid', field: 'ip_allowlist' });
}
