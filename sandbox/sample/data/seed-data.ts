import { customObjectTypes } from '../../model/data.ts';
import type { Workspace } from '../../store/workspace.ts';
import { seedConversationAttributes } from './seed-conversation-attributes.ts';
import { seedDataAttributes } from './seed-data-attributes.ts';
import { seedSubscriptionTypes } from './seed-subscription-types.ts';
import { seedTags } from './seed-tags.ts';

/** What people and their conversations refer to: tags, subscription types, attributes and custom object types. */
export function seedData(workspace: Workspace): void {
  seedTags(workspace);
  seedSubscriptionTypes(workspace);
  seedDataAttributes(workspace);
  for (const id of ['Booking', 'Invoice']) customObjectTypes(workspace).put({ id, name: id });
  seedConversationAttributes(workspace);
}
