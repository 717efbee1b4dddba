import { customObjectTypes } from '../../model/data.ts';
import type { Workspace } from '../../store/workspace.ts';
import { seedConversationAttributes } from './conversation-attributes.ts';
import { seedDataAttributes } from './data-attributes.ts';
import { seedSubscriptionTypes } from './subscription-types.ts';
import { seedTags } from './tags.ts';

/** What people and their conversations refer to: tags, subscription types, attributes and custom object types. */
export function seedData(workspace: Workspace): void {
  seedTags(workspace);
  seedSubscriptionTypes(workspace);
  seedDataAttributes(workspace);
  for (const id of ['Booking', 'Invoice']) customObjectTypes(workspace).put({ id, name: id });
  seedConversationAttributes(workspace);
}
