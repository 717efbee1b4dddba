import type { Routes } from '../../http/call.ts';
import { conversationAttributeOptionRoutes } from './conversation-attribute-options.ts';
import { conversationAttributeRoutes } from './conversation-attribute-routes.ts';
import { customObjectRoutes } from './custom-object-routes.ts';
import { dataAttributeRoutes } from './data-attribute-routes.ts';
import { eventRoutes } from './event-routes.ts';
import { subscriptionRoutes } from './subscription-routes.ts';
import { tagAttachRoutes } from './tag-attach-routes.ts';
import { tagRoutes } from './tag-routes.ts';

/** Tags, subscription types, attributes, events and custom objects. */
export const dataRoutes: Routes = {
  ...conversationAttributeOptionRoutes,
  ...conversationAttributeRoutes,
  ...customObjectRoutes,
  ...dataAttributeRoutes,
  ...eventRoutes,
  ...subscriptionRoutes,
  ...tagAttachRoutes,
  ...tagRoutes,
};
