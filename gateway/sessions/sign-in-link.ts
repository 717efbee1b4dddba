import type { AuditLog } from '../audit/audit-log.ts';
import { type Digest, newToken } from '../secrets/tokens.ts';
import type { AuditBy } from '../store/contract/audit.ts';
import type { Store } from '../store/contract/store.ts';

/** How long a sign-in link works, in milliseconds: 10 minutes. */
const SIGN_IN_LIFETIME = 10 * 60_000;

/** What a link is made with; a gateway's context has all of it. */
interface LinkPlace {
  readonly store: Pick<Store, 'transaction'>;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly digest: Digest;
  readonly now: () => number;
  readonly publicUrl: string;
}

/** By which key a link signs in: the first one of the gateway that redeems it, unless another is named. */
interface SignInBy {
  readonly name: string;
  readonly digest: string;
}

/** Makes a link that signs in a browser once within {@link SIGN_IN_LIFETIME}; the code is in the fragment, which no browser sends. */
export async function createSignInLink(
  { store, audit, digest, now, publicUrl }: LinkPlace,
  by: AuditBy,
  key?: SignInBy | undefined,
): Promise<string> {
  const code = newToken('signIn');
  await store.transaction(async (within) => {
    await within.sessions.insertCode({
      digest: digest(code),
      key_digest: key?.digest ?? null,
      expires_at: now() + SIGN_IN_LIFETIME,
    });
    await audit.append(within, { ...by, action: 'session.link', target: key?.name ?? null, status: 'ok' });
  });
  return `${publicUrl}/dashboard/#sign-in=${code}`;
}
