import { described } from '../identity/described.ts';
import type { LoggedIn } from './log-in.ts';

/** What a person reads after a login. */
export function loginLines({ profile, isDefault, region, identity: { app, name, email, id }, kept }: LoggedIn): string {
  return [
    `Logged in to ${described(app?.name, app?.id_code)} as ${described([name, email].filter(Boolean).join(', '), id)}.`,
    `Profile ${profile}${isDefault ? ', used where none is named' : `: name it with --profile ${profile}`}.`,
    `The token is in ${kept}${region === undefined ? '' : `, the data in the region ${region}`}.`,
  ].join('\n');
}
