import type { Workspace } from '../../store/workspace.ts';
import { seedActivities } from './seed-activities.ts';
import { seedAddresses } from './seed-addresses.ts';
import { seedAwayReasons } from './seed-away-reasons.ts';
import { seedConnectors } from './seed-connectors.ts';
import { seedHours } from './seed-hours.ts';
import { seedOutreach } from './seed-outreach.ts';
import { seedStaff } from './seed-staff.ts';
import { seedWhatsApp } from './seed-whatsapp.ts';

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
