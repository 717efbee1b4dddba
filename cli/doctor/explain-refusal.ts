import type { ApiError } from '../../runtime/http/errors.ts';
import { type IdentifyOptions, identify } from '../identity/identify.ts';
import type { Check } from './check.ts';
import { hasUsualShape } from './check-settings.ts';

/** A token that an address answered with 401, and where else it could belong: region and address. */
export interface Refusal {
  readonly error: ApiError;
  readonly others: readonly (readonly [string, string])[];
  readonly options: IdentifyOptions;
}

/** Why a token was refused, as far as it shows: another region's, revoked, expired, blocked, or not a token. */
export async function explainRefusal({ error, others, options }: Refusal): Promise<Pick<Check, 'message' | 'help'>> {
  const known = reasons.get(error.code);
  if (known !== undefined) return { message: `${known} (${error.code})`, help: renew };
  const homes = await Promise.all(
    others.map(async ([region, host]) => ((await identify(host, options)).identity ? region : undefined)),
  );
  const home = homes.find((region) => region !== undefined);
  if (home !== undefined)
    return { message: `the token belongs to the region ${home}`, help: `Set INTERCOM_REGION=${home}.` };
  const where = others.length > 0 ? 'in every region' : 'there';
  if (!hasUsualShape(options.token)) {
    const message = `the token is refused ${where}, and it does not look like an access token`;
    return { message, help: `A client secret or an app id is none. ${renew}` };
  }
  return { message: `the token is refused ${where}: it is revoked, or its app is gone`, help: renew };
}

const renew = "Copy the access token anew: Intercom's Developer Hub, your app, Configure, Authentication.";

/** Intercom's codes of a 401 that say why; the others say only that it is one. */
const reasons: ReadonlyMap<string, string> = new Map([
  ['token_revoked', 'the token was revoked'],
  ['token_expired', 'the token has expired'],
  ['token_blocked', 'the token is blocked'],
]);
