import type {
  McpServer,
  McpServerChange,
  McpServerConfig,
  McpServerConfigChange,
  McpServerCreate,
} from '../../../api/schema.d.ts';
import { type ChoosableTool, configOf, FIRST_CHOICE, readChoice, type ToolChoice } from './tool-choice.ts';

/** When a server ends; the first three are counted from the moment of saving. */
export const EXPIRIES = ['hour', 'day', 'week', 'date', 'never'] as const;

export type Expiry = (typeof EXPIRIES)[number];

/** Milliseconds until a server ends that is saved now. */
const SPANS = { hour: 3_600_000, day: 86_400_000, week: 7 * 86_400_000 } as const;

/** Units of an idle time, in seconds. */
export const IDLE_UNITS = { minutes: 60, hours: 3600, days: 86_400 } as const;

export type IdleUnit = keyof typeof IDLE_UNITS;

/** A server as a form holds it: texts as they are typed. */
export interface ServerForm {
  readonly name: string;
  readonly owner: string;
  /** Ids, that of the page first. */
  readonly accounts: readonly string[];
  readonly choice: ToolChoice;
  /** How tools are offered. */
  readonly mode: McpServerConfig['mode'];
  /** Calls of one program, where programs call them. */
  readonly codeCalls: string;
  readonly confirm: McpServerConfig['confirm'];
  readonly prefix: string;
  /** The digest of the tools that it answers with alone; empty for any. */
  readonly expected: string;
  readonly expiry: Expiry;
  /** As an input of the type `datetime-local` holds it. */
  readonly date: string;
  readonly idle: string;
  readonly idleUnit: IdleUnit;
  readonly secondFactor: boolean;
  /** Between blanks, commas or line breaks. */
  readonly addresses: string;
  readonly requests: string;
  readonly seconds: string;
}

/** A form with nothing in it: a server of an account that reads, and ends after a week. */
export function emptyForm(accountId: string): ServerForm {
  return {
    name: '',
    owner: '',
    accounts: [accountId],
    choice: FIRST_CHOICE,
    mode: 'list',
    codeCalls: '',
    confirm: 'never',
    prefix: '',
    expected: '',
    expiry: 'week',
    date: '',
    idle: '',
    idleUnit: 'days',
    secondFactor: false,
    addresses: '',
    requests: '',
    seconds: '60',
  };
}

/** A form that holds a server as it is. */
export function formOf(server: McpServer, all: readonly ChoosableTool[]): ServerForm {
  const { config, idle_timeout_seconds: idle, expires_at: end } = server;
  const idleUnit = unitOf(idle);
  return {
    name: server.name,
    owner: server.owner ?? '',
    accounts: server.accounts,
    choice: readChoice(config, all),
    mode: config.mode,
    codeCalls: config.code_calls === undefined ? '' : String(config.code_calls),
    confirm: config.confirm,
    prefix: config.prefix ?? '',
    expected: config.expected_catalog ?? '',
    expiry: end === null ? 'never' : 'date',
    date: end === null ? '' : localTime(new Date(end)),
    idle: idle === null ? '' : String(idle / IDLE_UNITS[idleUnit]),
    idleUnit,
    secondFactor: config.require_api_token_auth,
    addresses: (config.allowed_addresses ?? []).join('\n'),
    requests: config.rate_limit === undefined ? '' : String(config.rate_limit.requests),
    seconds: String(config.rate_limit?.seconds ?? 60),
  };
}

/** The largest unit that says a time in whole numbers. */
function unitOf(seconds: number | null): IdleUnit {
  if (seconds === null || seconds % IDLE_UNITS.days === 0) return 'days';
  return seconds % IDLE_UNITS.hours === 0 ? 'hours' : 'minutes';
}

/** A moment as an input of the type `datetime-local` holds it: in the reader's zone, to the minute. */
export function localTime(at: Date): string {
  const shifted = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}

/** When a server ends that is saved at `now`; undefined for a date that is not there yet. */
export function endOf({ expiry, date }: Pick<ServerForm, 'expiry' | 'date'>, now: Date): Date | null | undefined {
  if (expiry === 'never') return null;
  if (expiry !== 'date') return new Date(now.getTime() + SPANS[expiry]);
  const end = new Date(date);
  return Number.isNaN(end.getTime()) ? undefined : end;
}

/** What a form says about tools and how they are reached. */
export function serverConfigOf(form: ServerForm, all: readonly ChoosableTool[]): McpServerConfig {
  const prefix = form.prefix.trim();
  const addresses = form.addresses.split(/[\s,]+/).filter((text) => text !== '');
  return {
    ...configOf(form.choice, all),
    require_api_token_auth: form.secondFactor,
    confirm: form.confirm,
    mode: form.mode,
    ...(form.mode === 'code' && form.codeCalls !== '' && { code_calls: Number(form.codeCalls) }),
    ...(prefix !== '' && { prefix }),
    ...(form.expected !== '' && { expected_catalog: form.expected }),
    ...(addresses.length > 0 && { allowed_addresses: addresses }),
    ...(form.requests !== '' && {
      rate_limit: { requests: Number(form.requests), seconds: Number(form.seconds) },
    }),
  };
}

/** What is sent to create the server of a form. */
export function creationOf(form: ServerForm, all: readonly ChoosableTool[], now: Date): McpServerCreate {
  const { name, owner, idle_timeout_seconds, expires_at } = factsOf(form, now);
  return {
    name,
    config: serverConfigOf(form, all),
    ...(form.accounts.length > 1 && { accounts: [...form.accounts] }),
    ...(expires_at !== null && { expires_at }),
    ...(idle_timeout_seconds !== null && { idle_timeout_seconds }),
    ...(owner !== null && { owner }),
  };
}

/** What is sent to make one form of another: what differs alone; undefined where nothing does. */
export function changeOf(
  { before, after }: { before: ServerForm; after: ServerForm },
  all: readonly ChoosableTool[],
  now: Date,
): McpServerChange | undefined {
  const [stored, chosen] = [serverConfigOf(before, all), serverConfigOf(after, all)];
  const config: McpServerConfigChange = { ...differing(stored, chosen), ...emptied(stored, chosen) };
  const facts = differing(factsOf(before, now), factsOf(after, now));
  const change = { ...facts, ...(Object.keys(config).length > 0 && { config }) };
  return Object.keys(change).length > 0 ? change : undefined;
}

/** What a server has beside its configuration. */
function factsOf(form: ServerForm, now: Date) {
  return {
    name: form.name.trim(),
    owner: form.owner.trim() || null,
    accounts: [...form.accounts],
    // An unfinished date is refused at its field.
    expires_at: endOf(form, now)?.toISOString() ?? (form.expiry === 'never' ? null : ''),
    idle_timeout_seconds: form.idle === '' ? null : Math.round(Number(form.idle) * IDLE_UNITS[form.idleUnit]),
  };
}

/** The fields of `after` that are otherwise in `before`. */
function differing<Fields extends object>(before: Fields, after: Fields): Partial<Fields> {
  const changed: Partial<Fields> = {};
  for (const key of keysOf(after)) {
    if (JSON.stringify(before[key]) !== JSON.stringify(after[key])) changed[key] = after[key];
  }
  return changed;
}

/** Null for the fields of `before` that `after` has not: it brings them back to their defaults. */
function emptied<Fields extends object>(before: Fields, after: Fields): Partial<Record<keyof Fields, null>> {
  const nulls: Partial<Record<keyof Fields, null>> = {};
  for (const key of keysOf(before)) if (!(key in after)) nulls[key] = null;
  return nulls;
}

function keysOf<Fields extends object>(fields: Fields): (keyof Fields)[] {
  // Of objects that are made here, so that they have no keys beside those of their type.
  return Object.keys(fields) as (keyof Fields)[];
}
