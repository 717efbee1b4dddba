import type { GatewayContext, IntercomApp } from '../../context/gateway-context.ts';
import { APP_VARIABLES } from './app-from-environment.ts';
import { LoginFailure } from './login-failure.ts';

/** How long a login may take, from its link to the way back, in milliseconds. */
export const LOGIN_LIFETIME = 10 * 60_000;

/** Where Intercom sends an admin back to; its Developer Hub has to hold exactly this. */
export function callbackUrl({ publicUrl }: Pick<GatewayContext, 'publicUrl'>): string {
  return `${publicUrl}/oauth/intercom/callback`;
}

/** What an operator reads whose gateway has no app at Intercom. */
export const NO_APP = {
  message: 'This gateway has no app at Intercom, so nobody can log in there.',
  help: `Set ${APP_VARIABLES.id} and ${APP_VARIABLES.secret} and start the gateway again, or connect the workspace with an access token.`,
} as const;

/** The app at Intercom; throws a {@link LoginFailure} where there is none. */
export function appOf({ intercomApp }: Pick<GatewayContext, 'intercomApp'>): IntercomApp {
  if (intercomApp !== undefined) return intercomApp;
  throw new LoginFailure({ status: 400, reason: 'no_intercom_app' }, NO_APP.message, NO_APP.help);
}
