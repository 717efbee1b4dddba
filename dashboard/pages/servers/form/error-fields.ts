import { ApiError } from '../../../api/api-error.ts';

/** Fields that show what is refused of them. */
const FIELDS = [
  'name',
  'owner',
  'accounts',
  'expires_at',
  'idle_timeout_seconds',
  'config.methods',
  'config.tags',
  'config.tools',
  'config.mode',
  'config.code_calls',
  'config.confirm',
  'config.prefix',
  'config.expected_catalog',
  'config.allowed_addresses',
  'config.rate_limit',
] as const;

/** The field of the form at which an error is shown; undefined where it belongs to none. */
export function fieldOfError(error: unknown): string | undefined {
  return error instanceof ApiError ? FIELDS.find((field) => isAboutField(error, field)) : undefined;
}

/** What is said at a field: without its name, which its label says, and with the way out. */
export function sayRefusal({ message, field = '', help }: Pick<ApiError, 'message' | 'field' | 'help'>): string {
  const [, last = ''] = /(?:^|\.)(\w+)$/.exec(field) ?? [];
  const start = [`${field}: `, `${last}: `].find((name) => name !== ': ' && message.startsWith(name)) ?? '';
  const said = message.slice(start.length);
  const sentence = said.charAt(0).toUpperCase() + said.slice(1);
  if (help === undefined) return sentence;
  return /[.…]$/.test(sentence) ? `${sentence} ${help}` : `${sentence}. ${help}`;
}

/** Whether a refusal is about a field, or about something within it. */
export function isAboutField({ field }: Pick<ApiError, 'field'>, name: string): boolean {
  return field !== undefined && (field === name || field.startsWith(`${name}.`) || field.startsWith(`${name}[`));
}
