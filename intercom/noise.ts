/** Properties that say nothing to a model: whose workspace it is, what the customer's device is, how Intercom delivers. */
const NOISE: ReadonlySet<string> = new Set([
  'workspace_id',
  'app_id',
  'app_package_code',
  'os',
  'browser',
  'browser_version',
  'browser_language',
  'user_agent_data',
  'notified_at',
  'image_dimensions',
]);
const DEVICE = /^(?:android|ios)_/;
const PICTURE = /^(?:avatar|avatar_url|image_url|icon|icon_url|picture|profile_image_url)$/;

/** Properties that say something only where they are true. */
const UNUSUAL: ReadonlySet<string> = new Set(['redacted', 'from_ai_agent', 'is_ai_answer']);

/** Properties that hold what a workspace put there: kept to the letter, whatever they are called inside. */
export const OPAQUE: ReadonlySet<string> = new Set(['custom_attributes', 'ticket_attributes', 'metadata']);

/** Properties whose null is an answer: nobody is assigned. */
export const TELLING_NULLS: ReadonlySet<string> = new Set(['admin_assignee_id', 'team_assignee_id']);

/** True for a property that is left out unless it is asked for by name. */
export function isNoise(key: string, value: unknown, { inList }: { inList: boolean }): boolean {
  if (NOISE.has(key) || DEVICE.test(key)) return true;
  if (inList && PICTURE.test(key)) return true;
  if (UNUSUAL.has(key)) return value === false;
  // The address of a sub-list in Intercom's own API; pages for people have a host.
  return key === 'url' && typeof value === 'string' && value.startsWith('/');
}

/** True for a `type` that repeats what the property or the tool is called. */
export function isRedundantType(type: unknown, names: { key: string | undefined; tool: string }): boolean {
  if (typeof type !== 'string' || type === '') return false;
  if (/(?:^|\.)list$/.test(type)) return true;
  if (names.key === undefined) return names.tool.includes(type);
  const one = names.key.replace(/ies$/, 'y').replace(/s$/, '');
  return type === names.key || type === one || type.endsWith(`_${names.key}`);
}
