import * as z from 'zod';
import type { CredentialWay, HostedApi } from '../../runtime/hosting/hosted-api.ts';
import { Problem } from '../problem/problem.ts';
import type { CredentialSource } from '../store/contract/accounts.ts';

/** Values of a credential, by the names of its fields. */
export type Credential = Readonly<Record<string, string>>;

/** The field that stood alone in credentials of before there were several. */
const TOKEN = 'access_token';

const written = z.strictObject({ credential: z.record(z.string(), z.string()) });

/** How the text begins of what is no token alone. */
const BEGINNING = '{"credential":';

/** A credential as a text to be sealed: a token alone as it is, as it always was. */
export function writeCredential(credential: Credential): string {
  const { [TOKEN]: token, ...others } = credential;
  const isToken = token !== undefined && Object.keys(others).length === 0 && !token.startsWith(BEGINNING);
  return isToken ? token : JSON.stringify({ credential });
}

/** A credential from the text that {@link writeCredential} made of it. */
export function readCredential(text: string): Credential {
  return text.startsWith(BEGINNING) ? written.parse(JSON.parse(text)).credential : { [TOKEN]: text };
}

/** How a credential came that somebody typed. */
export function sourceOf(credential: Credential): CredentialSource {
  return Object.keys(credential).every((name) => name === TOKEN) ? 'access_token' : 'credential';
}

/** Throws a {@link Problem} for values that are none of the ways to give a credential of an API. */
export function checkCredential({ name: api, credentials }: HostedApi, credential: Credential): void {
  const names = Object.keys(credential).filter((name) => credential[name] !== '' || mayBeEmpty(name, credentials));
  if (credentials.length === 0 && names.length === 0) return;
  const known = new Set(credentials.flatMap(({ fields }) => fields.map(({ name }) => name)));
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined)
    throw problem(unknown, `${api} takes no ${JSON.stringify(unknown.slice(0, 64))}.`, credentials);
  if (credentials.some(({ fields }) => isWay(fields, names))) return;
  const missing =
    nearestWay(credentials, names)?.fields.find(({ name }) => !names.includes(name))?.name ?? 'credential';
  throw problem(missing, `${fieldOf(missing)}: is required by ${api}.`, credentials);
}

/** The way of which the most is there. */
function nearestWay(ways: readonly CredentialWay[], names: readonly string[]): CredentialWay | undefined {
  const count = ({ fields }: CredentialWay): number => fields.filter(({ name }) => names.includes(name)).length;
  return ways.toSorted((a, b) => count(b) - count(a))[0];
}

/** With a whole way there may be others, as where some tools ask for more than the rest. */
function isWay(fields: CredentialWay['fields'], names: readonly string[]): boolean {
  return fields.length === 0 ? names.length === 0 : fields.every(({ name }) => names.includes(name));
}

function mayBeEmpty(name: string, ways: readonly CredentialWay[]): boolean {
  return ways.some(({ fields }) => fields.some((field) => field.name === name && field.mayBeEmpty === true));
}

function problem(field: string, message: string, ways: readonly CredentialWay[]): Problem {
  const all = ways.map(({ fields }) => fields.map(({ name }) => name).join(' and '));
  return new Problem(
    { status: 400, code: 'invalid_input', field: fieldOf(field) },
    message,
    all.length === 0 ? 'It asks for no credential: leave it out.' : `Give ${all.join(', or ')}.`,
  );
}

/** Where a value stands in a request. */
export function fieldOf(name: string): string {
  return name === TOKEN || name === 'credential' ? name : `credential.${name}`;
}
