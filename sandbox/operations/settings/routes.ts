import type { Routes } from '../../http/call.ts';
import { activityRoutes } from './activity-routes.ts';
import { adminRoutes } from './admins.ts';
import { audienceRoutes } from './audiences.ts';
import { awayReasonRoutes } from './away-reasons.ts';
import { bannerRoutes } from './banners.ts';
import { brandRoutes } from './brands.ts';
import { connectorRoutes } from './connector-routes.ts';
import { emailRoutes } from './emails.ts';
import { executionRoutes } from './executions.ts';
import { finRoutes } from './fin.ts';
import { ipAllowlistRoutes } from './ip-allowlist.ts';
import { messageStatusRoutes } from './message-status.ts';
import { messageRoutes } from './messages.ts';
import { hoursExceptionRoutes } from './office-hours-exceptions.ts';
import { scheduleRoutes } from './office-hours-routes.ts';
import { teamRoutes } from './teams.ts';

/** Answers the operations of the workspace's settings: admins, teams, hours, audiences, banners, connectors, Fin, messages. */
export const settingsRoutes: Routes = {
  ...activityRoutes,
  ...adminRoutes,
  ...audienceRoutes,
  ...awayReasonRoutes,
  ...bannerRoutes,
  ...brandRoutes,
  ...connectorRoutes,
  ...emailRoutes,
  ...executionRoutes,
  ...finRoutes,
  ...hoursExceptionRoutes,
  ...ipAllowlistRoutes,
  ...messageRoutes,
  ...messageStatusRoutes,
  ...scheduleRoutes,
  ...teamRoutes,
};
