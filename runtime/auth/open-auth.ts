import type { Carried } from '../http/carry-credentials.ts';
import { missingToken } from '../http/endpoint.ts';
import type { Reached } from '../http/whereabouts.ts';
import type { ClientCredential, ClientCredentialsScheme, Requirements } from '../profile/security.ts';
import type { Tool } from '../tool/tool.ts';
import { carry } from './carry.ts';
import { missingCredential } from './missing-credential.ts';
import { type GivenAuth, readAuth } from './read-auth.ts';
import { secretsOf } from './secrets-of.ts';
import { securityOf } from './security-of.ts';
import type { TokenSource, TokenSourceOptions } from './token-source.ts';

/** What a call carries, and how its tokens are given up where the API refuses them. */
interface Authorized {
  readonly credentials: readonly Carried[];
  /** Missing where nothing of it can be had anew. */
  readonly renew?: () => void;
}

/** The credentials of one client. */
export interface Authenticator {
  /** What nobody may read of the credentials that were given. */
  readonly secrets: readonly string[];
  /** What a tool's call has to carry; throws {@link ConfigError} where it is not set, and what fetching a token throws. */
  readonly authorize: (tool: Pick<Tool, 'name' | 'security'>, signal?: AbortSignal) => Promise<Authorized>;
}

/** What tokens are fetched with, for schemes that need that. */
export type Fetching = Omit<TokenSourceOptions, 'scheme' | 'credential' | 'name'>;

/**
 * Opens the credentials of a client. Throws {@link ConfigError} for those that cannot be, and for missing ones where every tool
 * needs the same.
 */
export function openAuth({ name, connection }: Reached, given: GivenAuth, fetching: Fetching): Authenticator {
  const security = securityOf(connection);
  const credentials = readAuth(security, given, name);
  const schemes = new Map(Object.entries(security.schemes));
  const sources = new Map<string, Promise<TokenSource>>();
  const isSet = (key: string): boolean => credentials.has(key);

  function sourceOf(key: string, scheme: ClientCredentialsScheme, credential: ClientCredential): Promise<TokenSource> {
    // Only APIs of this kind need it.
    const make = async () =>
      (await import('./token-source.ts')).createTokenSource({ ...fetching, name, scheme, credential });
    const source = sources.get(key) ?? make();
    sources.set(key, source);
    return source;
  }

  /** Those of the tool that the connection knows of; where it knows none of them, it says itself what is asked for. */
  function requirementsOf({ security: own }: Pick<Tool, 'security'>): Requirements {
    const known = own?.filter((names) => names.every((key) => schemes.has(key)));
    return known && (known.length > 0 || own?.length === 0) ? known : security.requirements;
  }

  function choose(requirements: Requirements, tool?: string): readonly string[] {
    const satisfied = requirements.find((names) => names.length > 0 && names.every(isSet));
    if (satisfied !== undefined) return satisfied;
    if (requirements.length === 0 || requirements.some((names) => names.length === 0)) return [];
    const { environment } = connection;
    const [only, ...others] = schemes.values();
    // An access token is what most APIs want, and what that is needs no more words.
    if (only?.type === 'bearer' && others.length === 0)
      throw missingToken({ name, variable: environment?.token ?? only.environment?.token });
    throw missingCredential(security, requirements, { name, environment, isSet, ...(tool !== undefined && { tool }) });
  }

  async function carriedBy(key: string, signal: AbortSignal | undefined) {
    const scheme = schemes.get(key);
    const credential = credentials.get(key);
    if (scheme === undefined || credential === undefined)
      throw new Error(`the scheme ${key} was chosen and is not set`);
    if (credential.type !== 'client') return { carried: carry(scheme, credential) };
    if (scheme.type !== 'clientCredentials') throw new Error(`the scheme ${key} takes no id and secret`);
    const source = await sourceOf(key, scheme, credential);
    const text = await source.token(signal);
    return { carried: carry(scheme, { type: 'text', text }), renew: () => source.drop(text) };
  }

  if (security.varies !== true) choose(security.requirements);
  return {
    secrets: [...credentials.values()].flatMap(secretsOf),
    authorize: async (tool, signal) => {
      const chosen = choose(requirementsOf(tool), tool.name);
      const each = await Promise.all(chosen.map((key) => carriedBy(key, signal)));
      const renewals = each.flatMap(({ renew }) => renew ?? []);
      const renew = () => {
        for (const one of renewals) one();
      };
      return { credentials: each.map(({ carried }) => carried), ...(renewals.length > 0 && { renew }) };
    },
  };
}
