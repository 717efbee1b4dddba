import type { Workspace } from '../../store/workspace.ts';
import { seedActivities } from './activities.ts';
import { seedAddresses } from './addresses.ts';
import { seedAwayReasons } from './away-reasons.ts';
import { seedConnectors } from './connectors.ts';
import { seedHours } from './hours.ts';
import { seedOutreach } from './outreach.ts';
import { seedStaff } from './people.ts';
import { seedWhatsApp } from './whatsapp.ts';

/** Puts the admins, the teams and the settings into a workspace. */
export function seedSettings(workspace: Workspace): void {
  seedStaff(workspace);
  seedAwayReasons(workspace);
  seedActivities(workspace);
  seedHours(workspace);
  seedOutreach(workspace);
  seedAddresses(workspace);
  seedConnectors(workspace);
  seedWhatsApp(workspace);
}
