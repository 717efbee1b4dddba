import type { Routes } from '../../http/call.ts';
import { finVoiceRoutes } from './fin-voice.ts';
import { phoneCallsRoutes } from './phone-calls.ts';
import { redirectRoutes } from './redirect.ts';

/** Phone calls, Fin Voice and the way from the phone to the Messenger. */
export const callsRoutes: Routes = { ...phoneCallsRoutes, ...finVoiceRoutes, ...redirectRoutes };
