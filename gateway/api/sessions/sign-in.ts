import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { makeChange } from '../../context/make-change.ts';
import type { AttemptLimit } from '../../http/attempt-limit.ts';
import { callerAddress, UNKNOWN_ADDRESS } from '../../http/caller-address.ts';
import { Problem } from '../../problem/problem.ts';
import type { AdminIdentity } from '../../secrets/admin-keys.ts';
import { isOver } from '../../secrets/is-over.ts';
import { isToken } from '../../secrets/tokens.ts';
import { newSession } from '../../sessions/new-session.ts';
import type { ActiveSession } from '../../sessions/sessions.ts';
import type { sessionCreate } from './schemas.ts';

/** Sessions of one key: of more, those go that were begun the longest ago. */
const MOST_SESSIONS = 100;

/** What somebody signs in with. */
type Proof = z.output<typeof sessionCreate>;

/** Begins a session, and counts failures against the caller's network; throws a {@link Problem} where the key or code opens nothing. */
export async function signIn(
  context: GatewayContext,
  c: Context,
  { proof, failures }: { proof: Proof; failures: AttemptLimit },
): Promise<{ token: string; session: ActiveSession }> {
  const address = callerAddress(c);
  // Counted before, and taken back: of many that come at once no more are judged either.
  const wait = address === UNKNOWN_ADDRESS ? 0 : failures.take({ address });
  if (wait > 0) {
    context.refusals.note({ actor: 'anyone', address, status: 'too_many_sign_ins' });
    throw tooMany(wait);
  }
  let isWrong = false;
  try {
    return await begin(context, { proof, address });
  } catch (error) {
    isWrong = error instanceof Problem;
    if (error instanceof Problem) context.refusals.note({ actor: 'anyone', address, status: error.code });
    throw error;
  } finally {
    if (!isWrong) failures.giveBack({ address });
  }
}

async function begin(context: GatewayContext, { proof, address }: { proof: Proof; address: string }) {
  const { key, code } = proof;
  const codeDigest = code === undefined ? undefined : context.digest(code);
  const admin = codeDigest === undefined ? await byKey(context, key ?? '') : await byCode(context, code ?? '');
  const made = newSession(context, { admin, address });
  const { row } = made.session;
  const by = { actor: `admin_key:${admin.id}`, actor_name: admin.name, address } as const;
  await makeChange(context, { ...by, action: 'session.create', target: row.id }, async ({ sessions }) => {
    if (codeDigest !== undefined && !(await sessions.takeCode(codeDigest))) throw WRONG_CODE;
    await sessions.insert(row);
    await sessions.keepNewest(row.key_digest, MOST_SESSIONS);
  });
  return made;
}

async function byKey({ adminKeys }: GatewayContext, key: string): Promise<AdminIdentity> {
  const admin = await adminKeys.identify(key);
  if (admin === undefined) throw WRONG_KEY;
  return admin;
}

async function byCode({ adminKeys, store, digest, now }: GatewayContext, code: string): Promise<AdminIdentity> {
  const found = isToken('signIn', code) ? await store.sessions.findCode(digest(code)) : undefined;
  if (found === undefined || isOver(found, now())) throw WRONG_CODE;
  const keyDigest = found.key_digest ?? (await adminKeys.firstDigest());
  const admin = keyDigest === undefined ? undefined : await adminKeys.find(keyDigest);
  if (admin === undefined) throw KEY_ENDED;
  return admin;
}

const WRONG_KEY = new Problem(
  { status: 401, code: 'wrong_admin_key' },
  'This is no admin key of this gateway, or it has ended.',
  'Check that it was copied whole, or make another with intercom-mcp gateway keys create.',
);

const LINK_HELP = 'Make another link with intercom-mcp gateway sign-in-link, or sign in with an admin key.';

const WRONG_CODE = new Problem(
  { status: 401, code: 'wrong_sign_in_code' },
  'This sign-in link was used before, is older than 10 minutes, or is none of this gateway.',
  LINK_HELP,
);

const KEY_ENDED = new Problem(
  { status: 401, code: 'sign_in_key_ended' },
  'The admin key that this link signs in by has ended.',
  LINK_HELP,
);

function tooMany(wait: number): Problem {
  const minutes = Math.ceil(wait / 60_000);
  return new Problem(
    { status: 429, code: 'too_many_sign_ins', retryAfter: Math.ceil(wait / 1000) },
    'Too many sign-ins of this network address failed, so none is tried now, right ones included.',
    `Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}. The API takes admin keys as Authorization: Bearer meanwhile.`,
  );
}
