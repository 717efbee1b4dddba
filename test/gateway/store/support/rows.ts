import type { AuditLink, NewAuditEntry } from '../../../../gateway/store/contract/audit.ts';
import type { Login } from '../../../../gateway/store/contract/logins.ts';
import type { OAuthGrant } from '../../../../gateway/store/contract/oauth.ts';
import { NOON } from '../../support/rows.ts';

/** An hour after noon: when what the tests keep ends, unless said otherwise. */
export const LATER = NOON + 3_600_000;

/** A row of a login that has not begun, unless said otherwise. */
export function aLogin(id: string, changes: Partial<Login> = {}): Login {
  return {
    ...{
      id,
      api: 'intercom',
      link_digest: `link of ${id}`,
      state_digest: null,
      cookie_digest: null,
      account_id: null,
      label: null,
    },
    ...{ region: 'us', expires_at: LATER },
    ...changes,
  };
}

/** A row of a code that was not used, unless said otherwise. */
export function aGrant(digest: string, changes: Partial<OAuthGrant> = {}): OAuthGrant {
  return {
    ...{ digest, kind: 'code', client_id: 'c', server_id: 's', api_token_id: 't', family: 'f' },
    generation: 0,
    ...{ redirect_uri: 'http://127.0.0.1/callback', code_challenge: 'x', used_at: null, expires_at: LATER },
    ...changes,
  };
}

/** An entry of the audit log: a call that went well, unless said otherwise. */
export function anEntry(id: string, changes: Partial<NewAuditEntry> = {}): NewAuditEntry {
  return {
    ...{ id, at: NOON, account_id: 'a', server_id: 's', actor: 'url', action: 'tools/call', tool: 'search' },
    ...{ arguments: '{}', status: 'ok', upstream_status: 200, latency_ms: 12, request_id: null },
    ...{ actor_name: null, address: null, target: null, call_id: null, times: null, program_id: null },
    ...changes,
  };
}

/** A link that shows what it links. */
export const aLink: AuditLink = (previous, seq, { id }) => `${previous.length}/${seq}/${id}`;
